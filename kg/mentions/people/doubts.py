"""What speaks against a name: words, places and things that look like one."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from kg.mentions.names import FULL_DOUBLE, VIETNAMESE
from kg.mentions.people.bearers import FULL_NAME, LEVELS
from kg.mentions.people.settle import finds
from kg.mentions.people.spots import SURE
from kg.mentions.people.takers import RULE
from kg.mentions.words import either

if TYPE_CHECKING:
    from collections.abc import Container

    from kg.lexicon import Lexicon
    from kg.mentions.names import NameModel
    from kg.mentions.parted import Candidate

HAN = re.compile("[\u4e00-\u9fff]")
ENTERPRISE = re.compile("[^任在到赴和与的从为是向对将\\W]{1,10}(?:有限(?:责任)?公司|股份公司)")  # 康乐汇|食品有限公司
RARE = math.log(1e-4)  # log share of people below which a surname is rare
UNCOMMON = math.log(2e-3)  # and below which one is so uncommon that a word after it is rather no given name
LISTED = 0.4  # chance that a name follows a name and 、
ANY_WORD = 2
BORNE = 3.0  # log odds of a name against the word, from which a place is a person there
EXCLUDED = 6.0  # log odds that a word of the exclusions needs to be a name away from a title
VILLAGES = frozenset("村镇乡县")
PLACE_ENDS = frozenset("路街村镇乡县区市省州桥寺庄屯湾沟组城")
UNLED = frozenset({"person.after-verb", "person.clause"})
FIRM = frozenset({"person.after-title", "person.enclosed", RULE})  # spots where a word of the exclusions may be a name
THIS_IS = ("这是", "那是")
PARTY = ("党", "联盟")
WEAK = frozenset({"person.list", "person.after-noun", "person.after-verb", "person.clause"})


class Doubts:
    """Judges what was read at a spot."""

    def __init__(self, lex: Lexicon, model: NameModel) -> None:
        self.model = model
        self.part = re.compile(either(lex.words("people", "not_name_after")))
        self.appointing = re.compile(f"(?:{either(lex.words('offices', 'appointing'))})：?\\Z")
        self.organ = re.compile(f"[{LEVELS}](?:{either(lex.words('posts', 'organs_of_places'))})")
        self.seat = re.compile(f"{self.organ.pattern}[^，。；、]{{0,6}}?(?:{either(lex.words('titles', 'heads'))})")
        self.exclusions = frozenset(lex.words("names", "name_exclusions"))
        self.anonymous = lex.words("people", "anonymous")
        elsewhere = (word for table in ("abroad", "cities", "regions") for word in lex.words("bodies", table))
        self.places = frozenset((*lex.divisions.forms(), *lex.divisions.names(), *elsewhere))
        self.common = frozenset(lex.words("people", "person_nouns"))
        self.signs = frozenset(lex.words("bodies", "country_signs"))
        self.means = frozenset(lex.words("people", "means"))

    def plausible(self, rule: str, text: str, candidate: Candidate, titles: Container[int]) -> bool:
        """Whether a candidate may stand; `titles` holds the places where titles begin."""
        name = candidate.name
        if name in self.common or name.startswith(THIS_IS) or name.endswith(self.anonymous) or (name in self.places and not self._bearer(rule, text, candidate)):
            return False
        if self._place(name) and not (rule == "person.after-title" and len(name) == FULL_NAME and candidate.margin > SURE and name[:3] not in self.places):
            return False  # but 县委书记董建镇
        if name in self.exclusions and candidate.margin < (0.0 if rule in FIRM else EXCLUDED) and not self._acts(rule, text, candidate):
            return False
        party = rule in WEAK and ((name.endswith(PARTY) and candidate.end in titles) or self.signs.issuperset(name))  # 总统某某和左翼党|主席; 欧英|就渔业达成一致
        if party or any(at in titles for at in range(candidate.start, candidate.end)) or self._takes_office(rule, text, candidate):
            return False
        unled = rule in UNLED and (self._enterprise(text, name) or self._means(text, candidate))
        if unled or (rule in WEAK and not self._holds(rule, text, candidate)):
            return False
        return candidate.end in titles or not self.part_of_thing(text, candidate.start, candidate.end)

    def _enterprise(self, text: str, name: str) -> bool:
        """康乐汇|食品有限公司: whether a company bears the name somewhere; not 石云|走访南塘有限公司."""
        ends = (start + len(name) for start in finds(text, name))
        return any(ENTERPRISE.match(text, end) and not self.model.after.match(text, end) for end in ends)

    def _means(self, text: str, candidate: Candidate) -> bool:
        """以|史为鉴, 以|文育人: what something is done by, no surname."""
        return text.startswith("以", candidate.start - 1) and candidate.name[0] in self.means and len(candidate.name) > ANY_WORD

    def _bearer(self, rule: str, text: str, candidate: Candidate) -> bool:
        """副主席乌兰、罗启明, 县委书记安宁主持: whether what has the name of a place heads a list of names after a title, or acts."""
        end = candidate.end
        if self._acts(rule, text, candidate) or self._reads(rule, candidate.name) or (rule == RULE and self.model.chinese(candidate.name) is not None):
            return True
        after = self.model.read(text, end + 1, LISTED, foreign=0.0) if rule == "person.after-title" and text.startswith("、", end) else None
        return after is not None and after.margin > SURE and after.name not in self.places

    def _reads(self, rule: str, name: str) -> bool:
        """市商务局局长钟祥: whether a word right behind a title reads better as a name than as the place."""
        odds = self.model.chinese(name) if rule == "person.after-title" and len(name) == ANY_WORD else None
        return odds is not None and odds - self.model.words.score(name) > BORNE

    def _acts(self, rule: str, text: str, candidate: Candidate) -> bool:
        """县委书记安宁|主持召开: a word between a title and a verb of people alone."""
        return rule == "person.after-title" and len(candidate.name) == ANY_WORD and self.model.acting.match(text, candidate.end) is not None

    def _takes_office(self, rule: str, text: str, candidate: Candidate) -> bool:
        """在任青河|市长, 上任云川|市长, 区长任青河|县委书记: 任 is the word of office there, no surname."""
        if candidate.name[0] != "任":
            return False
        if rule == "person.after-title" or self.organ.match(text, candidate.end):
            return self.organ.match(text, candidate.end) is not None
        before = text[candidate.start - 1 : candidate.start]
        return before == "在" or text[: candidate.start].endswith(("分别", "先后")) or (HAN.match(before) is not None and self.model.words.frequency.get(before + "任", 0) > 0)

    def _place(self, name: str) -> bool:
        """沈庄路, 吴兴区埭: a road or village, or a division and more."""
        if len(name) == 2:
            return name[-1] in VILLAGES
        return name[-1] in PLACE_ENDS or name[:3] in self.places

    def _holds(self, rule: str, text: str, candidate: Candidate) -> bool:
        """Whether a name may stand in a weak place."""
        if "·" in candidate.name and self.model.parted.no_words(candidate.name.split("·")[0]):
            return True
        listed = rule == "person.list"
        if not (listed and candidate.margin > SURE) and not self._strong(text, candidate):
            return False
        return listed or not (self._goes_on(text, candidate) or (rule in UNLED and self._worded(candidate)))

    def _strong(self, text: str, candidate: Candidate) -> bool:
        """In a weak place, a name begins with no everyday word (洪水|冲) or rare surname, and is not all of a quotation."""
        name, words = candidate.name, self.model.words
        if text[candidate.start - 1 : candidate.start] == "“" and text.startswith("”", candidate.end):
            return False
        if words.everyday(name[:2]) or (words.frequency.get(name, 0) > ANY_WORD and name not in words.people):
            return False
        surname = name[:2] if name[:2] in self.model.compound else name[0]
        if self.model.surname.get(surname, -math.inf) < RARE:
            return "·" in name or (candidate.margin > SURE and len(name) > 2)
        return name[1] != "方" or (len(name) > 2 and name in words.people)  # 青方, 青方愿

    def _worded(self, candidate: Candidate) -> bool:
        """惠|民生, 佐藤|今天, 谢谢|某某: a surname before a word, where nothing else tells that a name stands here."""
        name, model = candidate.name, self.model
        double = len(name) == FULL_DOUBLE and name[1] != VIETNAMESE and model.chinese(name) is not None
        given = name[2:] if double or name[:2] in model.japanese else name[1:]
        if name[:2] in model.japanese and given[:1] in model.never_last:
            return True
        if double and name[0] == name[1]:
            return True
        doubtful = double or (candidate.margin < SURE and model.surname.get(name[0], -math.inf) < UNCOMMON)
        return len(given) == ANY_WORD and doubtful and model.words.everyday(given)

    def _goes_on(self, text: str, candidate: Candidate) -> bool:
        """卢甘斯|克州: the first characters of a longer foreign name."""
        if HAN.match(text, candidate.end) is None or self.model.after.match(text, candidate.end):
            return False
        foreign, chinese = self.model.foreign(candidate.name), self.model.chinese(candidate.name)
        return foreign is not None and chinese is not None and foreign > chinese

    def part_of_thing(self, text: str, start: int, end: int) -> bool:
        """路, 村, 大学 … after a name make it part of a thing's name; 委 in 委托 does not, nor 县 in 免去某某某县教育局局长."""
        match = self.part.match(text, end)
        if match is None or (self.organ.match(text, end) and not self._held(text, end) and (end - start == FULL_NAME or self.appointing.search(text, max(0, start - 6), start))):
            return False
        sign = match.group()
        return len(sign) > 1 or sign in LEVELS or self.model.words.frequency.get(text[end : end + 2], 0) < 100

    def _held(self, text: str, end: int) -> bool:
        """白石园|镇党委书记石大成: whether a post of a place stands here with its holder behind it."""
        post = self.seat.match(text, end)
        after = self.model.read(text, post.end(), LISTED, foreign=0.0) if post else None
        return after is not None and after.margin > SURE

    def inside_word(self, text: str, start: int, end: int, titles: Container[int]) -> bool:
        """Whether the characters of a name stand inside another word here: 高峰 in 高峰论坛."""
        if end not in titles and self.part_of_thing(text, start, end):
            return True
        frequency = self.model.words.frequency
        return any(frequency.get(text[a:b], 0) > 100 for a, b in ((start, end + 1), (start - 1, end)) if a >= 0)
