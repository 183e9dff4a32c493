"""Questions that people ask without SPARQL: who is this, what happened when, how do two connect, who is central."""

from kg.ask.dossier import Dossier, Line, Part, dossier
from kg.ask.kept import ensure_kept, memory_store, open_store
from kg.ask.path import Route, Step, routes
from kg.ask.quotes import Quote
from kg.ask.rank import MEASURES, Ranked, rank
from kg.ask.things import NamesakesError, Thing, choose, search
from kg.ask.timeline import Event, timeline

__all__ = [
    "MEASURES", "Dossier", "Event", "Line", "NamesakesError", "Part", "Quote", "Ranked", "Route", "Step", "Thing",
    "choose", "dossier", "ensure_kept", "memory_store", "open_store", "rank", "routes", "search", "timeline",
]
