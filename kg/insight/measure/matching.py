"""When a fact of the graph is the fact of the annotation, and the counting of hits and misses."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Sequence

NOT_COMPARED = re.compile(r"[\s“”\"'‘’《》〈〉「」『』()（）【】\[\]·•・.,，。、:：;；\-—–~～]+")


class Markable(Protocol):
    """Anything annotated: what is optional is neither rewarded nor punished."""

    @property
    def optional(self) -> bool: ...


G = TypeVar("G", bound=Markable)
P = TypeVar("P")


def normal(text: str | None) -> str:
    """Width, case, blanks, quotes and punctuation do not count: 王 伟 is 王伟."""
    return NOT_COMPARED.sub("", unicodedata.normalize("NFKC", text or "")).lower()


def same(found: str, forms: Iterable[str], share: float | None = None) -> bool:
    """Equal to one of the forms or, given `share`, one inside the other and at least that share of its length."""
    mine = normal(found)
    return any(_alike(mine, normal(form), share) for form in forms)


def _alike(a: str, b: str, share: float | None) -> bool:
    if a == b:
        return True
    if not share or not a or not b or not (a in b or b in a):
        return False
    return min(len(a), len(b)) / max(len(a), len(b)) >= share


def overlap(a: set[str], b: set[str]) -> float:
    """F1 of two sets."""
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 0.0


@dataclass(frozen=True, slots=True)
class Miss:
    """One fact missed, or one found that is wrong."""

    missed: bool
    family: str
    doc: str
    what: str


@dataclass(slots=True)
class Tally:
    """Right, wrong and missed facts by family."""

    counts: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    misses: list[Miss] = field(default_factory=list)

    def hit(self, family: str) -> None:
        self.counts[family]["tp"] += 1

    def miss(self, family: str, doc: str, what: str) -> None:
        self.counts[family]["fn"] += 1
        self.misses.append(Miss(missed=True, family=family, doc=doc, what=what))

    def wrong(self, family: str, doc: str, what: str) -> None:
        self.counts[family]["fp"] += 1
        self.misses.append(Miss(missed=False, family=family, doc=doc, what=what))

    def match(  # noqa: PLR0913, PLR0917  # what is compared, how, and how it is called
        self,
        family: str,
        doc: str,
        wanted: Sequence[G],
        found: Iterable[P],
        equal: Callable[[P, G], bool],
        name: Callable[[G], str],
    ) -> None:
        """One to one, required ones first. The same fact found twice is no error."""
        left = list(found)
        for one in sorted(wanted, key=lambda w: w.optional):
            hit = next((f for f in left if equal(f, one)), None)
            if hit is not None:
                left.remove(hit)
                if not one.optional:
                    self.hit(family)
            elif not one.optional:
                self.miss(family, doc, name(one))
        for extra in left:
            if not any(equal(extra, one) for one in wanted):
                self.wrong(family, doc, " ".join(extra) if isinstance(extra, tuple) else str(extra))


def once(items: Iterable[G], key: Callable[[G], Hashable]) -> list[G]:
    """One item a key; the required one where there is one."""
    kept: dict[Hashable, G] = {}
    for item in items:
        known = kept.get(key(item))
        if known is None or (known.optional and not item.optional):
            kept[key(item)] = item
    return list(kept.values())


def figures(counts: Counter[str]) -> tuple[float, float, float]:
    """Precision, recall, F1."""
    right = counts["tp"]
    precision = right / (right + counts["fp"]) if right + counts["fp"] else 0.0
    recall = right / (right + counts["fn"]) if right + counts["fn"] else 0.0
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0
