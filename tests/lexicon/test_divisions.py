"""Divisions: names, short forms, parents, codes; and files that are not of the form."""

from __future__ import annotations

import pytest

from kg.errors import KgError
from kg.lexicon import Lexicon, default_lexicon

G = default_lexicon().divisions

FOUND = [
    ("绍兴市", ["330600"]),
    ("越城", ["330602"]),
    ("内蒙古", ["150000"]),
    ("广西", ["450000"]),
    ("湘西州", ["433100"]),
    ("管城区", ["410104"]),
    ("瀍河", ["410304"]),
    ("吉林", ["220000", "220200"]),
    ("郑州高新区", ["410172"]),
    ("朝阳区", ["110105", "220104"]),
    ("巢湖市", ["340181"]),
    ("崇文区", ["110103"]),  # until 2009
    ("宜兰国", []),
]


@pytest.mark.parametrize(("name", "codes"), FOUND)
def test_find(name: str, codes: list[str]):
    assert [p.code for p in G.find(name)][: len(codes)] == codes


FORMS = [
    ("管城回族区", ("管城区", "管城")),
    ("湘西土家族苗族自治州", ("湘西州", "湘西")),
    ("积石山保安族东乡族撒拉族自治县", ("积石山县", "积石山")),
    ("新疆维吾尔自治区", ("新疆",)),
    ("绍兴市", ("绍兴",)),
    ("息县", ()),
    ("陈巴尔虎旗", ("陈巴尔虎",)),
]


@pytest.mark.parametrize(("name", "forms"), FORMS)
def test_short_forms(name: str, forms: tuple[str, ...]):
    assert G.named(name)[0].forms == forms


def test_chain_and_full_name():
    place = G.named("越城区")[0]
    assert [p.name for p in G.chain(place)] == ["越城区", "绍兴市", "浙江省"]
    assert G.full(place) == "浙江省绍兴市越城区"
    assert [p.level for p in G.chain(place)] == ["county", "prefecture", "province"]


def test_every_parent_is_known_and_every_current_code_is_one_place():
    places = [p for group in G.names().values() for p in group]
    assert all(G.code(p.parent) for p in places if p.parent)
    current = [p.code for p in places if p.status != "abolished"]
    assert len(current) == len(set(current)) > 3_200
    assert sum(p.level == "province" for p in places) == 34


def test_users_add_divisions(tmp_path):
    (tmp_path / "divisions.tsv").write_text("330699\t云溪区\t330600\tcurrent\n", encoding="utf-8")
    place = Lexicon(tmp_path).divisions.named("云溪区")[0]
    assert (place.code, place.forms) == ("330699", ("云溪",))


@pytest.mark.parametrize("line", ["330699\t云溪区\t330600", "330699\t云溪区\t330600\tcurrent\n330699\t云溪区\t330600\tcurrent"])
def test_bad_lines_are_named(tmp_path, line: str):
    (tmp_path / "divisions.tsv").write_text(line + "\n", encoding="utf-8")
    with pytest.raises(KgError, match=r"divisions\.tsv:\d"):
        Lexicon(tmp_path).divisions  # noqa: B018
