"""What 院 and 校 stand for in an article: the one court or hospital, the one university that it names."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.mentions.guests import is_guest
from kg.resolution.local.aliases import subsequence
from kg.resolution.local.placenames import Locus

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.model import Article
    from kg.resolution.local.locality import Home
    from kg.resolution.local.references import Seen
    from kg.resolution.local.scan import Scanner

INSTITUTE = re.compile("[\u4e00-\u9fff]{3,}(?:学院|医院|研究院|检察院)|(?![我本该各全]|人民|上级|基层)[\u4e00-\u9fff]{2,}法院|[\u4e00-\u9fff]{2,4}[中高]院")
PLAIN = ("学院", "医院", "研究院", "法院", "检察院")  # what an institution calls itself
ACTING = "(?:隆重|成功|顺利)?(?:举行|召开|举办|开展|组织|迎来|荣获|喜获|与|党委|到|赴)"
HEADED = re.compile(f"[\u4e00-\u9fff]{{2,16}}?(?:{'|'.join(PLAIN)})(?!长)(?={ACTING})")  # 市人民医院举行…
OURS = re.compile("[我本]院")
UNIVERSITY = re.compile("大学(?!生)")
SHORT = ("中院", "高院")
LONGEST_UNIVERSITY = 10  # characters of the name of one


def with_institute(home: Home, article: Article, seen: Seen, scan: Scanner) -> Home:
    """The home with what 院 and 校 stand for: the one court or hospital, the one university that the article names."""
    if home.fragment:
        return home
    signs = dict(home.by_sign)
    plain = next((name for name in seen.bodies if name in PLAIN), "")
    sources = [*INSTITUTE.findall(article.origin), *(m.group() for m in [HEADED.match(article.headline)] if m)]
    named = {name for name in (*seen.bodies, *seen.sites, *sources) if INSTITUTE.fullmatch(name) and (name.endswith(plain) or name[-2:] in SHORT)}
    guests = {name for name in named if is_guest(name, article.text, "院")}
    named = {name for name in named if not any(name == guest or subsequence(name, guest) for guest in guests)}
    named = {name for name in named if name in article.headline} or named
    schools = _own_schools(f"{article.origin} {article.text}", scan)
    for sign, names in (("院", named), ("校", schools)):
        full = max(names, key=lambda n: (len(n), n), default="")
        if full and sign not in signs and all(name == full or subsequence(name, full) for name in names):
            signs[sign] = Locus(full, full, body=True)
    if plain or OURS.search(article.text):
        own = plain or "我院"
        signs.setdefault("院", Locus(own, own, body=True))  # the article never names it
    return replace(home, by_sign=signs)


def _universities(text: str, scan: Scanner) -> Iterator[str]:
    """The names of universities that begin with the name of a place."""
    for match in UNIVERSITY.finditer(text):
        heads = (text[start : match.end()] for start in range(max(0, match.end() - LONGEST_UNIVERSITY), match.start()))
        yield from [name for name in heads if scan.prefix(name)][-1:]


def _own_schools(text: str, scan: Scanner) -> set[str]:
    """The universities for which 校 may stand: none whose people come, nor one gone to, nor any named after that."""
    names = list(dict.fromkeys(_universities(text, scan)))
    hosts = [at for name in names if (at := _gone_to(name, text)) >= 0]
    return {name for name in names if not is_guest(name, text, "校") and not (hosts and text.find(name) >= min(hosts))}


def _gone_to(name: str, text: str) -> int:
    """Where an article tells that people of its own school go to this one: 应某大学邀请，校党委书记…赴某大学; -1 where it does not."""
    told = re.search(f"(?:应|校[^。\n]{{0,60}}?(?:赴|前往)){re.escape(name)}", text)
    return text.find(name, told.start()) if told else -1
