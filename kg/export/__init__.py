"""The graph in the forms that others read: RDF, networks, tables, FollowTheMoney, a citable bundle."""

from kg.export.network import network
from kg.export.tables import Column, Table, tables
from kg.export.write import FORMATS, export

__all__ = ["FORMATS", "Column", "Table", "export", "network", "tables"]
