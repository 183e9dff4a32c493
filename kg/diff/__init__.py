"""What a new graph tells that the old one did not, in political terms."""

from kg.diff.compare import Change, Difference, compare

__all__ = ["Change", "Difference", "compare"]
