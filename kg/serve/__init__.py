"""One local server for the page, SPARQL, dossiers and IRIs. Its libraries are an extra: kg-newspaper[server]."""

from kg.serve.limits import Limits
from kg.serve.run import serve

__all__ = ["Limits", "serve"]
