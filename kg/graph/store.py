"""The triples of a graph by subject: a store for rdflib that takes a seventh of the memory of its own, and half the time.

A build adds, looks up the properties of a subject and writes subject by subject, so nothing else is indexed until it
is asked for; then one property after the other is. Subjects with the same properties share the list of them, as objects
do in engines of dynamic languages; literals are held as plain strings (`compact`).
"""

from __future__ import annotations

from collections import defaultdict
from itertools import chain
from typing import TYPE_CHECKING, Any

from rdflib.plugins.stores.memory import SimpleMemory

from kg.graph.compact import compact, term

if TYPE_CHECKING:
    from collections.abc import Collection, Generator, Iterable, Iterator, Mapping, Sequence

    from rdflib import Graph
    from rdflib.term import Node

    from kg.graph.compact import Compact

Triple = tuple[Any, Any, Any]
FEW = 8  # values that a tuple holds, which is a third of a dict


class Shape:
    """The properties of a subject in the order in which it got them."""

    __slots__ = ("_after", "at")

    def __init__(self, properties: tuple[Node, ...] = ()) -> None:
        self.at = {name: number for number, name in enumerate(properties, 1)}  # 0 is where a row has its shape
        self._after: dict[Node, Shape] = {}

    def then(self, name: Node) -> Shape:
        """The shape with one property more."""
        after = self._after.get(name)
        if after is None:
            after = self._after[name] = Shape((*self.at, name))
        return after


class SubjectStore(SimpleMemory):
    """Holds one graph. Namespaces as in rdflib's SimpleMemory.

    It calls itself aware of contexts and graphs because pySHACL looks at no other store; triples of a second graph
    raise ValueError.
    """

    context_aware = graph_aware = True

    def __init__(self, configuration: str | None = None, identifier: Any = None) -> None:
        super().__init__(configuration, identifier)
        self._none = Shape()
        self._of: dict[Node, list[Any]] = {}  # a shape, then what is held for each of its properties (see _several)
        self._with: dict[Node, defaultdict[Compact, list[Node]]] = {}  # property → value → subjects
        self._count = 0
        self._graph: Any = None

    def put(self, subject: Node, predicate: Node, value: Compact) -> None:
        """Adds a triple, its literal compact; one that is there already changes nothing."""
        row = self._of.get(subject)
        if row is None:
            self._of[subject] = [self._none.then(predicate), value]
        else:
            at = row[0].at.get(predicate)
            if at is None:
                row[0] = row[0].then(predicate)
                row.append(value)
            else:
                held = row[at]
                several = _several(held)
                if value in several:
                    return
                if type(held) is dict:
                    held[value] = None
                else:
                    row[at] = (*several, value) if len(several) < FEW else dict.fromkeys((*several, value))
        self._count += 1
        if self._with and predicate in self._with:
            self._with[predicate][value].append(subject)

    def put_all(self, subject: Node, predicate: Node, values: tuple[Compact, ...]) -> None:
        """Adds a few values of a property, all different. New subjects share the tuple: most have the classes of many others."""
        if subject in self._of or self._with:
            for value in values:
                self.put(subject, predicate, value)
        else:
            self._of[subject] = [self._none.then(predicate), values]
            self._count += len(values)

    def subjects(self) -> Collection[Node]:
        """Every subject, in the order in which they came."""
        return self._of.keys()

    def properties(self, subject: Node) -> Iterator[tuple[Node, Collection[Compact]]]:
        """The properties of a subject with their values, which are compact here as in all that follow."""
        row = self._of.get(subject)
        if row is not None:
            for predicate, at in row[0].at.items():
                yield predicate, _several(row[at])

    def shaped(self, subject: Node) -> tuple[Shape, Sequence[Any]]:
        """The shape of a subject that is there, and a row with what is held for its properties: one value or several."""
        row = self._of[subject]
        return row[0], row

    def values(self, subject: Node, predicate: Node) -> Collection[Compact]:
        """The values of a property of a subject."""
        row = self._of.get(subject)
        if row is None:
            return ()
        at = row[0].at.get(predicate)
        return () if at is None else _several(row[at])

    def holders(self, predicate: Node, value: Compact) -> Collection[Node]:
        """The subjects that have this value for a property, each once. What is added later comes to the same list."""
        return self._subjects_by_value(predicate).get(value, ())

    # ------------------------------------------------------------ what rdflib asks of a store
    def add(self, triple: Triple, context: Any, quoted: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002  # rdflib's signature
        if self._graph is None:
            self._graph = context
        elif context is not None and context.identifier != self._graph.identifier:
            raise ValueError("this store holds one graph; use rdflib's Memory for several")
        subject, predicate, value = triple
        self.put(subject, predicate, compact(value))

    def remove(self, triple_pattern: Triple, context: Any = None) -> None:
        found = list(self.triples(triple_pattern, context))
        self._with.clear()
        for (subject, predicate, value), _ in found:
            gone = compact(value)
            left = [(p, v) for p, values in self.properties(subject) for v in values if (p, v) != (predicate, gone)]
            self._count -= 1 + len(left)
            del self._of[subject]
            for p, v in left:
                self.put(subject, p, v)

    def triples(self, triple_pattern: Triple, context: Any = None) -> Iterator[tuple[Triple, Iterator[Any]]]:  # noqa: ARG002
        for triple in self._matching(*triple_pattern):
            yield triple, self.contexts()

    def add_graph(self, graph: Graph) -> None:
        """Nothing: a graph without triples is not held."""

    def remove_graph(self, graph: Graph) -> None:
        """Removes the triples, if it is theirs."""
        if self._graph is not None and graph.identifier == self._graph.identifier:
            self.remove((None, None, None))

    def contexts(self, triple: Triple | None = None) -> Generator[Graph, None, None]:  # noqa: ARG002
        """The one graph, once rdflib has told which it is."""
        if self._graph is not None:
            yield self._graph

    def __len__(self, context: Any = None) -> int:
        return self._count

    def _matching(self, subject: Any, predicate: Any, value: Any) -> Iterable[Triple]:
        if subject is not None:
            return self._of_subject(subject, predicate, value)
        if value is not None:
            known, wanted = (predicate,) if predicate is not None else self._predicates(), compact(value)
            return ((s, p, value) for p in known for s in tuple(self.holders(p, wanted)))  # a copy: who asks may add meanwhile
        return chain.from_iterable(self._of_subject(s, predicate, None) for s in self._of)

    def _of_subject(self, subject: Any, predicate: Any, value: Any) -> Iterable[Triple]:
        found = self.properties(subject) if predicate is None else ((predicate, self.values(subject, predicate)),)
        if value is None:
            return ((subject, p, term(v)) for p, values in found for v in values)
        wanted = compact(value)
        return ((subject, p, value) for p, values in found for v in values if v == wanted)

    def _predicates(self) -> list[Node]:
        return list(dict.fromkeys(chain.from_iterable(row[0].at for row in self._of.values())))

    def _subjects_by_value(self, predicate: Node) -> Mapping[Compact, list[Node]]:
        known = self._with.get(predicate)
        if known is None:
            known = self._with[predicate] = defaultdict(list)
            for subject in self._of:
                for value in self.values(subject, predicate):
                    known[value].append(subject)
        return known


def _several(held: Any) -> Collection[Compact]:
    """The values of a property: one is held as it is, a few as a tuple, more as the keys of a dict."""
    kind = type(held)
    return held if kind is tuple or kind is dict else (held,)


def by_subject(graph: Graph) -> SubjectStore:
    """The triples of a graph by subject: its own store, or a copy of what another one holds."""
    if isinstance(graph.store, SubjectStore):
        return graph.store
    store = SubjectStore()
    for subject, predicate, value in graph:
        store.put(subject, predicate, compact(value))
    return store
