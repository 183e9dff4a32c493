"""The map from an article's characters back to the raw file, kept as runs of consecutive characters."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import overload

from kg.record import record


@record
class Offsets(Sequence[int]):
    """Character i stands for the raw character `raws[k] + i - starts[k]`, k being the run that i is in."""

    starts: tuple[int, ...]  # where each run begins in the text, ascending, the first 0
    raws: tuple[int, ...]  # the raw offset of its first character, ascending
    length: int

    def __len__(self) -> int:
        return self.length

    @overload
    def __getitem__(self, i: int) -> int: ...
    @overload
    def __getitem__(self, i: slice) -> list[int]: ...
    def __getitem__(self, i: int | slice) -> int | list[int]:
        if isinstance(i, slice):
            return [self[k] for k in range(*i.indices(self.length))]
        if i < 0:
            i += self.length
        if not 0 <= i < self.length:
            raise IndexError(i)
        k = bisect_right(self.starts, i) - 1
        return self.raws[k] + i - self.starts[k]

    def runs(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The raw spans that text[start:end] stands for, in order."""
        k = bisect_right(self.starts, start) - 1
        while start < end:
            stop = min(end, self.starts[k + 1] if k + 1 < len(self.starts) else self.length)
            raw = self.raws[k] + start - self.starts[k]
            yield raw, raw + stop - start
            start, k = stop, k + 1


@record
class View:
    """A text made of pieces of the raw text, each of its characters standing for a raw one."""

    text: str
    offsets: range | Offsets

    def runs(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The raw spans that text[start:end] stands for."""
        if isinstance(self.offsets, range):
            yield self.offsets.start + start, self.offsets.start + end
        else:
            yield from self.offsets.runs(start, end)


def offsets_of(view: View, spans: Iterable[tuple[int, int]]) -> range | Offsets:
    """The map of the text that is made of these spans of a view: a range where they are one run."""
    starts: list[int] = []
    raws: list[int] = []
    length, following = 0, -1
    for span in spans:
        for start, end in view.runs(*span):
            if start != following:
                starts.append(length)
                raws.append(start)
            length += end - start
            following = end
    if len(starts) == 1:
        return range(raws[0], raws[0] + length)
    return Offsets(tuple(starts), tuple(raws), length)
