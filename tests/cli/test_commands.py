"""Commands as real processes: what they print, where, and their exit codes."""

import json
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import Graph

from kg.cli import COMMANDS

ROOT = Path(__file__).parents[2]
WORDS = "2020年3月20日，青田县委书记周大川到石门镇调研。"


def kg(*arguments, cwd=ROOT, **options):
    command = [sys.executable, "-m", "kg.cli", *map(str, arguments)]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, timeout=120, **options)


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """A folder with the seeds built."""
    folder = tmp_path_factory.mktemp("place")
    assert kg("build", ROOT / "seeds", "-q", cwd=folder).returncode == 0
    return folder


def test_version():
    assert kg("--version").stdout == f"kg {version('kg-newspaper')}\n"


@pytest.mark.parametrize("name", COMMANDS)
def test_help_has_a_summary_and_examples(name):
    told = kg(name, "--help").stdout
    assert told.startswith(f"Usage: kg {name}") or told.startswith(f"Usage: python -m kg.cli {name}")
    assert "xample" in told or "kg query NAME" in told
    assert name in kg("--help").stdout


def test_an_unknown_command_and_option():
    for arguments in (["nosuch"], ["check", "--nosuch"]):
        done = kg(*arguments)
        assert done.returncode == 2
        assert "nosuch" in done.stderr


def test_build_writes_triples_and_a_store_on_request(tmp_path):
    page = tmp_path / "page.txt"
    page.write_text(WORDS, encoding="utf-8")
    assert kg("build", page, "-o", tmp_path / "out", "--also", "nt", "--also", "store").returncode == 0
    turtle, triples = (Graph().parse(tmp_path / "out" / name) for name in ("graph.ttl", "graph.nt"))
    assert set(turtle) == set(triples) and len(turtle) > 50  # no blank nodes: the same triples are the same graph
    (engine,) = (tmp_path / "out" / ".graph.ttl.store").glob("*/engine")
    assert len(ox.Store.read_only(str(engine))) == len(turtle)
    assert kg("build", page, "-o", tmp_path / "out", "--also", "nosuch").returncode == 2


def test_build_prints_its_summary_on_standard_output_and_nothing_else(place):
    done = kg("build", ROOT / "seeds", cwd=place)
    assert done.stderr == ""
    assert "articles            12" in done.stdout
    assert kg("build", ROOT / "seeds", "--quiet", cwd=place).stdout == ""


def test_profile_tells_the_stages(place):
    told = kg("build", ROOT / "seeds", "-q", "--fresh", "--profile", cwd=place).stderr
    for stage in ("sources", "articles", "mentions", "facts", "resolution", "graph", "checks", "turtle", "page", "total"):
        assert stage in told


def test_the_report_of_a_build(place):
    report = json.loads((place / "output" / "build.json").read_text(encoding="utf-8"))
    assert report["counts"]["articles"] == sum(entry["articles"] for entry in report["inputs"]) == 12
    assert [len(entry["sha256"]) for entry in report["inputs"]] == [64, 64]
    assert report["versions"]["kg"] == version("kg-newspaper")
    assert report["timings"]["total"] > 0


# ---------------------------------------------------------------- kg parse
def test_parse_offsets_are_those_of_the_raw_text():
    for line in kg("parse", ROOT / "seeds").stdout.splitlines():
        document = json.loads(line)
        raw = (ROOT / "seeds" / document["doc"]).read_bytes().decode()
        for article in document["articles"]:
            assert article["mentions"] and article["facts"]
            for mention in article["mentions"]:
                assert raw[mention["start"] : mention["end"]] == mention["text"]
            for fact in article["facts"]:
                assert fact["rule"]
                assert fact["spans"]
                assert all(article["start"] <= a < b <= article["end"] for a, b in fact["spans"])


@pytest.mark.parametrize(
    ("given", "docs"),
    [
        (WORDS, ["stdin.txt"]),
        ("\n".join(json.dumps({"id": i, "text": WORDS}, ensure_ascii=False) for i in "ab"), ["stdin.jsonl#a", "stdin.jsonl#b"]),
    ],
)
def test_parse_reads_standard_input(given, docs):
    done = kg("parse", "-", input=given)
    assert [json.loads(line)["doc"] for line in done.stdout.splitlines()] == docs
    dates = [m["value"] for m in json.loads(done.stdout.splitlines()[0])["articles"][0]["mentions"] if m["kind"] == "date"]
    assert dates[0]["edtf"] == dates[0]["earliest"] == dates[0]["latest"] == "2020-03-20"
    assert dates[0]["basis"] == "explicit"


def test_parse_of_nothing_and_of_a_part(tmp_path):
    assert kg("parse", "-", input="").returncode == 3
    done = kg("parse", "nowhere.txt", ROOT / "seeds")
    assert done.returncode == 1
    assert "nowhere.txt" in done.stderr
    assert len(done.stdout.splitlines()) == 2


def test_parse_into_a_pipe_that_closes():
    done = subprocess.run(["bash", "-c", f"{sys.executable} -m kg.cli parse seeds | head -c 10"], cwd=ROOT, capture_output=True, text=True)
    assert done.stdout == '{"doc": "0'
    assert "Traceback" not in done.stderr


def test_parse_needs_no_graph_library():
    code = "import sys; from kg.cli.parse import app; sys.exit(any(m in sys.modules for m in ('rdflib', 'pyvis', 'networkx')))"
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0


def test_pretty_shows_text_and_facts():
    told = kg("parse", "-", "--pretty", input=WORDS).stdout
    assert WORDS in told
    assert "tenure: person 周大川" in told


# ---------------------------------------------------------------- asking
def test_table_columns_stand_under_each_other_for_chinese(place):
    from rich.cells import cell_len

    head, *rows = kg("query", "rank", cwd=place).stdout.splitlines()
    at = cell_len(head[: head.index("activities")])
    for row in rows:
        assert cell_len(row[: row.rindex(" ") + 1]) == at


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["posts-off"], "did you mean posts-of"),
        (["posts-of", "--persn", "虎强"], "persn"),
        (["posts-of", "--person"], "value is missing"),
        (["posts-of", "--param", "person"], "NAME=VALUE"),
        (["SELECT * {"], "not SPARQL"),
        (["nowhere.rq"], "nowhere.rq"),
        (["rank", "--graph", "nowhere.ttl"], "nowhere.ttl"),
        (["rank", "--format", "ttl"], "ttl"),
        (["CONSTRUCT WHERE { ?s a kgo:Person }", "--format", "csv"], "csv"),
    ],
)
def test_trouble_with_a_question(place, arguments, told):
    done = kg("query", *arguments, cwd=place)
    assert done.returncode == 2
    assert told in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("form", ["table", "csv", "tsv", "json", "xml", "md"])
def test_formats_of_rows(place, form):
    done = kg("query", "posts-of", "--person", "李小虎", "--format", form, cwd=place)
    assert done.returncode == 0
    assert "金水科教园区管委会主任" in done.stdout
    if form == "json":
        assert json.loads(done.stdout)["results"]["bindings"]


def test_triples_print_as_turtle(place):
    done = kg("query", "CONSTRUCT { ?s a kgo:Person } WHERE { ?s a kgo:Person }", cwd=place)
    assert "a kgo:Person ." in done.stdout


def test_a_parameter_is_data(place):
    done = kg("query", "posts-of", "--person", '"} ; DROP', cwd=place)
    assert done.returncode == 0
    assert len(done.stdout.splitlines()) == 1


def test_turtle_has_only_the_prefixes_it_needs(place):
    from rdflib import Graph

    told = kg("query", "CONSTRUCT { ?p foaf:name ?n } WHERE { ?p foaf:name ?n }", "--format", "ttl", cwd=place).stdout
    assert [line for line in told.splitlines() if line.startswith("@prefix")] == ["@prefix foaf: <http://xmlns.com/foaf/0.1/> ."]
    assert len(Graph().parse(data=told, format="turtle")) == 15


def test_markdown_of_a_saved_question_is_a_report(place):
    from markdown_it import MarkdownIt

    told = kg("query", "posts-of", "--person", "李小虎", "--format", "md", cwd=place).stdout
    page = MarkdownIt("commonmark").enable("table").render(told)
    assert page.startswith("<h1>某人先后任过哪些职务，依据何在？</h1>\n<p>Which posts are told of a person")
    assert "<li>人名 · name of a person: 李小虎</li>" in page
    assert "<td>金水科教园区管委会主任</td>" in page


@pytest.mark.parametrize(("arguments", "hint"), [
    (["posts-of", "--person", "小虎"], "--person: nothing is called 小虎; did you mean 李小虎"),
    (["who-held", "--org", "高新区"], "--org: nothing is called 高新区; did you mean 郑州高新区"),
    (["posts-of", "--person", "刘利"], "the graph tells of none"),
])
def test_no_rows_are_explained(place, arguments, hint):
    done = kg("query", *arguments, cwd=place)
    assert done.returncode == 0
    assert len(done.stdout.splitlines()) == 1
    assert f"kg: no rows: {hint}" in done.stderr


def test_who_held_what_on_a_day(tmp_path):
    """Of a year that is told on the command line: 10月10日 of a page of October 2019."""
    assert kg("build", ROOT / "seeds", "-q", "--published", "2019-10-12", cwd=tmp_path).returncode == 0
    told = kg("query", "who-held", "--org", "郑州高新区", "--on", "2019-10-10", "--format", "csv", cwd=tmp_path).stdout
    assert {tuple(line.split(",")[:2]) for line in told.splitlines()[1:]} == {
        ("郑州高新区党工委书记", "张红军"), ("郑州高新区党工委书记", "王新亭"), ("郑州高新区管委会主任", "王新亭"), ("郑州高新区管委会常务副主任", "张红军"),
    }


def test_a_file_and_its_sparql(place):
    text = kg("query", "rank", "--show").stdout
    (place / "mine.rq").write_text(text, encoding="utf-8")
    assert kg("query", "mine.rq", cwd=place).stdout == kg("query", "rank", cwd=place).stdout


def test_check_of_a_graph_of_pages_and_of_no_turtle(place):
    told = kg("check", cwd=place).stdout
    assert "2 contradictions, 0 broken shapes" in told
    assert kg("check", ROOT / "seeds", cwd=place).stdout == told
    (place / "bad.ttl").write_text("a b", encoding="utf-8")
    done = kg("check", "bad.ttl", cwd=place)
    assert done.returncode == 2
    assert "bad.ttl: not Turtle" in done.stderr


def test_explain_by_iri_and_of_nobody(place):
    assert "holder.post-name" in kg("explain", "person/金水区-李小虎", cwd=place).stdout
    done = kg("explain", "李小", cwd=place)
    assert done.returncode == 2
    assert "李小虎" in done.stderr


def test_explain_tells_the_steps(place):
    told = kg("explain", "李小虎", "--steps", ROOT / "seeds", cwd=place).stdout
    assert "step  person 李小虎" in told
    assert "step  title 主任" in told


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("局长到一线调研。", "title 局长: no name stands beside it"),
        ("本报讯 周大川介绍了情况。", "person"),
        ("记者 柴琳琳 通讯员 姜璞", "only bylines are read there"),
    ],
)
def test_why_not(words, reason):
    assert reason in kg("why-not", words).stdout


def test_coverage_lists_sentences(tmp_path):
    (tmp_path / "page.txt").write_text(f"{WORDS}\n\n周大川天不亮就起床了。\n", encoding="utf-8")
    told = kg("coverage", "page.txt", cwd=tmp_path).stdout
    assert "name an official" in told


def test_the_library(place):
    import kg as library

    known = library.build(ROOT / "seeds")
    assert len(known.resolved.articles) == 12
    assert len(known.graph) > 1000
    assert sum(1 for _ in library.records(ROOT / "seeds")) == 12
    with pytest.raises(library.KgError, match=r"nowhere\.txt"):
        list(library.records("nowhere.txt"))
