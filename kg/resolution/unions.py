"""Sets that grow together: what is one with what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

T = TypeVar("T", bound=Hashable)


class Unions(Generic[T]):
    """Disjoint sets (Tarjan's union-find, with path halving)."""

    def __init__(self, items: Iterable[T] = ()) -> None:
        self._parent: dict[T, T] = {item: item for item in items}

    def find(self, item: T) -> T:
        parent = self._parent
        parent.setdefault(item, item)
        while parent[item] != item:
            parent[item] = parent[parent[item]]
            item = parent[item]
        return item

    def join(self, one: T, other: T) -> None:
        self._parent[self.find(one)] = self.find(other)

    def groups(self) -> list[list[T]]:
        """The sets, each in the order in which its members came."""
        groups: dict[T, list[T]] = defaultdict(list)
        for item in self._parent:
            groups[self.find(item)].append(item)
        return list(groups.values())
