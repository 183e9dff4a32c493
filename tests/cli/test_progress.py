"""The line of progress."""

import gzip
import json

import pytest

from kg.builder import Options, Step, build
from kg.cli.progress import told

TOLD = [
    (Step("reading", 5120, 0, 0.5), 25, "reading  5,120 articles, 205/s, 25 s, about 25 s left"),
    (Step("reading", 10, 2, 0.001), 1, "reading  10 articles, 10/s, 2 left out, 1 s"),
    (Step("writing"), 61.4, "writing  61 s"),
]


@pytest.mark.parametrize(("step", "seconds", "line"), TOLD)
def test_line(step, seconds, line):
    assert told(step, seconds) == line


def test_share_grows_to_the_whole(tmp_path):
    (tmp_path / "in").mkdir()
    with gzip.open(tmp_path / "in" / "batch.jsonl.gz", "wt", encoding="utf-8") as file:
        for i in range(1000):
            file.write(json.dumps({"id": i, "text": f"{i}号市长周大川到石门镇调研。{i * 7919}"}, ensure_ascii=False) + "\n")
        file.write("{}\n")
    (tmp_path / "in" / "page.txt").write_text("市长周大川到石门镇调研。", encoding="utf-8")
    for base in ("http://one.example/", "http://other.example/"):  # read the first time, kept the second
        steps = []
        build([tmp_path / "in"], tmp_path / "out", Options(workers=1, base_iri=base), steps.append)
        reading = [step for step in steps if step.stage == "reading"]
        assert [step.share for step in reading] == sorted(step.share for step in reading)
        assert reading[-1].articles >= 1000
        assert [step.stage for step in steps if step.stage != "reading"] == ["connecting", "writing"]
    assert steps[0].share > 0
