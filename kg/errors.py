"""The one base class of the errors that kg raises on purpose."""

from __future__ import annotations


class KgError(Exception):
    """Something the user can mend: a bad file, a bad lexicon entry, a bad argument.

    The message names the file and, where there is one, the place in it.
    """
