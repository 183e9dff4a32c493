"""Names: what is passed over because no name there can be better than words would not have been taken."""

from __future__ import annotations

import math
import re
from pathlib import Path

import pytest

from kg.lexicon import default_lexicon
from kg.mentions import names
from kg.mentions.names import HOPELESS, names_of

MODEL = names_of(default_lexicon())
SEEDS = Path(__file__).parents[2] / "seeds"
SPOTS = ((0.03, 0.0), (0.6, 0.2), (0.08, 0.05))  # the chance of a name, and the share of those from abroad


@pytest.mark.parametrize("page", sorted(SEEDS.glob("*.txt")), ids=lambda p: p.name)
@pytest.mark.parametrize(("prior", "foreign"), SPOTS)
def test_nothing_is_passed_over_that_holds_a_name(page: Path, prior: float, foreign: float, monkeypatch: pytest.MonkeyPatch) -> None:
    text = page.read_text(encoding="utf-8")
    starts = [match.end() for match in re.finditer("[，。；：、]", text)]
    quick = [MODEL.read(text, start, prior, foreign=foreign) for start in starts]
    monkeypatch.setattr(names, "MOST_BEHIND", math.inf)
    slow = [MODEL.read(text, start, prior, foreign=foreign, least=-math.inf) for start in starts]
    assert [c for c in quick if c and c.margin > HOPELESS] == [c for c in slow if c and c.margin > HOPELESS]
    assert any(c is None for c in quick)
