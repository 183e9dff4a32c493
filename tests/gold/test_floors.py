"""Measured quality does not fall: the scorers in ../shared, the floors in floors.toml."""

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from kg.builder import Options, build
from kg.insight.measure import FAMILIES, figures, measure, read_gold, total
from kg.insight.store import Store

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
FLOORS = tomllib.loads(Path(__file__).with_name("floors.toml").read_text(encoding="utf-8"))
TEXTS = {"seeds": SHARED / "seeds", "dev": SHARED / "gold" / "dev" / "texts"}

pytestmark = pytest.mark.skipif(not (SHARED / "gold" / "score.py").exists(), reason="no ../shared with annotations here")


@pytest.fixture(scope="module", params=["seeds", "dev"])
def scored(request, tmp_path_factory):
    """The set, its graph, and the figures of the shared scorer."""
    name, out = request.param, tmp_path_factory.mktemp(request.param)
    build([TEXTS[name]], out, Options())
    figures_file = out / "figures.json"
    run(SHARED / "gold" / "score.py", out / "graph.ttl", SHARED / "gold" / name, "--json", figures_file)
    return name, out / "graph.ttl", json.loads(figures_file.read_text())


def run(*command, stdin=None):
    done = subprocess.run([sys.executable, *map(str, command)], capture_output=True, text=True, stdin=stdin, check=True)
    return done.stdout


def test_no_family_is_below_its_floor(scored):
    name, _, table = scored
    low = {f: (round(table[f]["f1"], 3), floor) for f, floor in FLOORS[name].items() if table[f]["f1"] < floor}
    assert not low, f"{name}: F1 and floor of families that fell"


def test_kg_eval_counts_what_the_shared_scorer_counts(scored):
    name, graph, table = scored
    tally = measure(Store(graph), read_gold(SHARED / "gold" / name))
    mine = {family: {key: tally.counts[family][key] for key in ("tp", "fp", "fn")} for family in FAMILIES}
    theirs = {family: {key: table[family].get(key, 0) for key in ("tp", "fp", "fn")} for family in FAMILIES}
    assert mine == theirs
    assert figures(total(tally))[2] == pytest.approx(table["all"]["f1"])


def test_posts_of_single_sentences(tmp_path):
    posts = SHARED / "bench" / "posts_dev.jsonl"
    build([posts], tmp_path, Options())
    told = run(SHARED / "bench" / "score_posts.py", tmp_path / "graph.ttl", posts)
    assert float(re.search(r"F1 ([\d.]+)", told)[1]) >= FLOORS["bench"]["posts"], told


def test_dates_of_single_sentences(tmp_path):
    dates = SHARED / "bench" / "dates_dev.jsonl"
    parsed = tmp_path / "parsed.jsonl"
    parsed.write_text(run("-m", "kg.cli", "parse", dates), encoding="utf-8")
    with parsed.open() as stdin:
        told = run(SHARED / "bench" / "score_dates.py", dates, stdin=stdin)
    assert float(re.search(r"value F1 ([\d.]+)", told)[1]) >= FLOORS["bench"]["dates_value"], told
    assert float(re.search(r"exact ([\d.]+)", told)[1]) >= FLOORS["bench"]["dates_exact"], told
