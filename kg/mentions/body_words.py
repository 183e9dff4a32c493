"""Which words the name of a body is made of, each judged by what stands to its right."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.lexicon import Lexicon
    from kg.mentions.words import Words

HARD = re.compile("[△▲■●◆◇★☆※□○◎%％.，。；：！？,;!?\\n\t…—|]|(?<![0-9A-Za-z])[、]")
NUMBER = re.compile("[0-9]+$")
STOP_TAGS = ("v", "p", "d", "u", "r", "c", "t", "y", "e", "o", "f", "zg", "w")
LONGEST_GROUP = 10  # characters after 赴 in the name of a delegation: 我省赴藏党政代表团
SUFFIX = 3  # characters of a bare suffix: 督导|处, 调研|办公室
JOINERS = frozenset("和与及暨")
FAMILY_PLACES = frozenset({"家乡", "家村", "家镇", "家庄", "家湾", "家沟", "家店"})
SMALL_PLACE = 4  # characters of a village's name so far: 坳|下社区
NUMBERED = re.compile("第?[一二三四五六七八九十0-9]{1,2}小?组")
VILLAGE = re.compile("社区|街道|[村镇乡]\\Z")
COUNTED = ("月", "日", "年", "时", "分", "号", "名", "位", "个", "人")
HAN = re.compile("[\u4e00-\u9fff]")
STATIONED = frozenset({"驻", "派驻", "常驻"})
SIGNS = frozenset("省市区县州旗")
WHOLE = frozenset({"ns", "nt"})  # jieba's tags of places and bodies
WORKS = frozenset({"工程", "项目"})  # 机场迁建工程|和|会展中心: two things
ORGANIZES = "组织"  # a verb behind a whole body, else part of a name
MANAGING = ("管理", "服务")
SHORT_BODY = 2  # characters of words that are no whole body: 社会, 政府
NAMING = ("n", "j", "b", "a", "vn", "l", "x", "s")
DEEDS = frozenset({"v", "vd"})
PHRASES = frozenset("il")
PHRASE = 4  # characters of 贯彻落实, 热烈欢迎
LOCATION = frozenset("上下中里前后内外")
BROKEN = frozenset("委局厅办部")  # 广东省 委: a name that a column broke
LEVELS = frozenset("镇乡村县区市街路社")
PLACES = frozenset("校院村镇乡县市区州省旗园馆厂店社")  # 来到|校: where one goes, no office that does something
JOINTLY = 6  # characters of a body from which 联合 before it joins it to another: 党委组织部|联合|信息化管理服务中心


class BodyWords:
    """The words of bodies' names over one lexicon."""

    def __init__(self, lex: Lexicon, words: Words) -> None:
        self.words = words
        self.stops = frozenset(lex.words("words", "stops"))
        self.verbs = frozenset(lex.words("words", "verbs"))
        self.heads = frozenset(lex.words("bodies", "own_heads"))
        self.closers = tuple(lex.words("bodies", "closers"))
        self.suffixes = frozenset(c for c in self.closers if len(c) <= SUFFIX)  # 会见|蒙古国 ends like one and is none
        self.enders = (*self.closers, "股", "科")  # 教育和体育局社会体育股
        self.keep = frozenset(lex.words("bodies", "keep"))
        self.common = frozenset(lex.words("bodies", "not_bodies"))
        self.kinds = lex.words("bodies", "generic")
        self.generic = frozenset((*lex.words("bodies", "generic"), *lex.words("bodies", "alone"), *self.closers))
        self.absolute = frozenset(lex.words("bodies", "absolute"))
        self.function = frozenset(lex.words("bodies", "function"))
        self.holding = frozenset(lex.words("activities", "no_part_of_a_name"))
        self.bilateral = lex.words("bodies", "bilateral")
        self.delegations = lex.words("bodies", "delegations")
        self.countries = frozenset(lex.words("bodies", "abroad"))
        self.signs = frozenset(lex.words("bodies", "country_signs")) - {"中"}
        self.together = frozenset(lex.words("bodies", "together"))
        self.combined = frozenset(lex.words("bodies", "combined"))
        self.courtesy = frozenset(lex.words("titles", "courtesy"))
        self.ministries = frozenset(f"{name}部" for name in lex.words("titles", "ministries"))
        self.people = frozenset(lex.words("people", "person_nouns")) | frozenset(lex.words("activities", "representing"))
        self.errands = frozenset(team.removesuffix("组") for team in lex.words("activities", "travelling") if team.endswith("组"))
        self.nations = frozenset(country[0] for country in self.countries)

    def belongs(self, tokens: list[str], i: int, right: str) -> bool:
        """Whether the word before `right` can be part of the body's name."""
        token = tokens[i]
        if self._done_to(tokens, i, right):
            return False
        known = token in self.keep or token in self.heads or (not right and len(token) > 1 and self._closed(token))
        if known or self._village(token, right) or self._between(tokens, i, right) or self._numbered(token, right):
            return True
        if token in self.verbs or token.startswith("赴"):
            return self._verb(tokens, i, right)
        if token in self.stops or HARD.fullmatch(token) or (right and (token in self.holding or self._organizes(tokens, i))):
            return False  # 市委|召开|省委
        if token in JOINERS:
            return self._joins(tokens, i, right)
        return self._plain(tokens, i, right)

    def _numbered(self, token: str, right: str) -> bool:
        """省委|督导|三组: whether a verb is the errand of a group that has a number."""
        return token in self.errands and NUMBERED.fullmatch(right) is not None

    def _done_to(self, tokens: list[str], i: int, right: str) -> bool:
        """勾结|青湖县…, 贯彻落实|省高院: what is done to a body that begins with its place; 派驻|石桥村: who sent its secretary."""
        if tokens[i] in STATIONED:
            return VILLAGE.search(right) is not None and self._placed(tokens, i + 1, small=True)
        tag = self.words.tag(tokens[i])
        if self._jointly(tokens, i, right) or (tag in DEEDS and (right in self.countries or (len(tokens[i]) == 1 and self._abroad(tokens, i + 1)))):
            return True
        if tokens[i] in self.keep and not (i and tokens[i - 1].endswith(self.closers)):
            return False
        return len(tokens[i]) > 1 and (tag in DEEDS or (tag in PHRASES and len(tokens[i]) == PHRASE)) and self._placed(tokens, i + 1)

    def _abroad(self, tokens: list[str], i: int) -> bool:
        """Whether the words from here begin with a country or a body of countries: 劝|欧盟委员会."""
        return i < len(tokens) and (tokens[i] in self.countries or (self.words.tag(tokens[i]) == "nt" and tokens[i][:2] in self.countries))

    def _jointly(self, tokens: list[str], i: int, right: str) -> bool:
        """市文旅局|联合|教育部: who does something together with the next body; not 军委联合参谋部."""
        if tokens[i] not in self.together or not i or i + 1 == len(tokens):
            return False
        after = tokens[i + 1]
        long = len(right) >= JOINTLY and right.endswith(self.closers) and after not in self.combined
        whole = long or self.words.tag(after) in WHOLE or after in self.ministries
        return tokens[i] != "联合" or (whole and tokens[i - 1].endswith(self.closers))

    def _placed(self, tokens: list[str], i: int, *, small: bool = False) -> bool:
        """Whether the words from here begin with a place: 青湖市, 省高院, 县|残联; with `small`, 石桥村 too."""
        word = tokens[i] if i < len(tokens) else ""
        if small or self.words.tag(word) == "ns":
            return True
        return word[:1] in SIGNS and (word not in self.common if len(word) > 1 else i + 1 < len(tokens))

    def _plain(self, tokens: list[str], i: int, right: str) -> bool:
        """Of a word that no list names: by its kind and its tag."""
        token = tokens[i]
        if token.isspace():
            return len(right) <= 1 and right in BROKEN and i > 0 and self.words.tag(tokens[i - 1]) == "ns"
        if NUMBER.fullmatch(token):
            return not right.startswith(COUNTED)
        tag = self.words.tag(token)
        if not right and len(token) == 1 and tag[0] != "n":
            return (tag == "j" and token in self.signs) or self._clipped(tokens, i)  # 俄|国防部长
        if tag.startswith(STOP_TAGS):
            return self._deed(tokens, i, tag, right) if len(token) > 1 else self._fragment(tokens, i, right)
        return not (tag.startswith("m") and len(token) == 1 and not right)

    def _organizes(self, tokens: list[str], i: int) -> bool:
        """市人大常委会|组织|常委会组成人员; not 社会组织党委."""
        before = tokens[i - 1] if i else ""
        return tokens[i] == ORGANIZES and len(before) > SHORT_BODY and before.endswith(self.closers) and before[0] != "非"

    def names(self, token: str) -> bool:
        """Whether a word may stand in a name between its place and its end: 非公立, 国际关系, 芯; no verb, no people."""
        if token in self.stops or token in self.verbs or token in self.function or token in self.people:
            return False
        tag = self.words.tag(token)
        return HAN.match(token) is not None and (len(token) == 1 or tag.startswith(NAMING) or token[0] == "非")

    def _village(self, token: str, right: str) -> bool:
        """坳 and 下 of 坳下社区: characters of a small place's name, which no dictionary has."""
        function = token in self.function and (token not in LOCATION or len(right) == 1)  # 仪式上|镇领导
        return len(token) == 1 and len(right) <= SMALL_PLACE and not function and HAN.fullmatch(token) is not None and VILLAGE.search(right) is not None

    def _between(self, tokens: list[str], i: int, right: str) -> bool:
        """中 of 美中友好协会, 中俄合作委员会."""
        two = (i > 0 and tokens[i - 1] in self.nations) or (i + 1 < len(tokens) and tokens[i + 1] in self.signs)
        return tokens[i] == "中" and two and len(right) > SUFFIX and right.endswith(self.bilateral)

    def _verb(self, tokens: list[str], i: int, right: str) -> bool:
        """督导 of 市政府督导处, 赴 of 我省赴藏党政代表团."""
        if tokens[i].startswith("赴"):
            own = i > 0 and (tokens[i - 1] in self.heads or self._noun(tokens, i - 1))
            return own and right.endswith(self.delegations) and len(right) <= LONGEST_GROUP
        return right in self.suffixes and right not in self.kinds and right not in PLACES and tokens[i - 1] != "人" and self._noun(tokens, i - 1)

    def _clipped(self, tokens: list[str], i: int) -> bool:
        """投 of 省文投: the last sign of a clipped name is no function word, and another of its kind stands before it."""
        before = tokens[i - 1] if i else ""
        return tokens[i] not in self.function and len(before) == 1 and before not in self.function and HAN.match(before) is not None

    def _closed(self, token: str) -> bool:
        """Whether one word is a body by its ending, whatever its tag: 校办, not 举行."""
        done = token in self.stops or token in self.verbs or (token in self.common and self.words.tag(token).startswith("v"))
        return token.endswith(self.closers) and not done

    def _deed(self, tokens: list[str], i: int, tag: str, right: str) -> bool:
        """发行 of 彩票发行管理中心: a verb inside a name stands between its noun and its suffix."""
        joined = i > 0 and tokens[i - 1] in JOINERS and self.managed(tokens[i], right)
        named = self._noun(tokens, i - 1) or joined or (tag == "v" and len(right) > 1 and self._two_deeds(tokens, i - 1))
        return tag == "vn" or (tag[0] in "vdt" and right.endswith(self.closers) and named)

    def managed(self, token: str, right: str) -> bool:
        """采购|管理中心: whether a verb tells what a body manages, where it stands in a list of bodies."""
        return right.startswith(MANAGING) and self.words.tag(token) == "v" and token not in self.verbs and token not in self.stops

    def _two_deeds(self, tokens: list[str], i: int) -> bool:
        """饲养 of 野马饲养繁殖中心: a verb between a noun and another verb of a name."""
        return i > 0 and len(tokens[i]) > 1 and tokens[i] not in self.verbs and tokens[i] not in self.stops and self.words.tag(tokens[i]) == "v" and self._noun(tokens, i - 1)

    def _noun(self, tokens: list[str], i: int) -> bool:
        token = tokens[i] if i >= 0 else ""
        if token.startswith("第"):
            return True
        return bool(token) and token not in self.stops and token not in self.function and self.words.tag(token).startswith(("n", "j", "vn", "x"))

    def _fragment(self, tokens: list[str], i: int, right: str) -> bool:
        """审 of 审委会, 西 of 甲西镇: one character of a name that the dictionary lacks."""
        token = tokens[i]
        if token in self.function:
            return False
        if (right[:1] in LEVELS and len(right) > 1) or (right[:2] in FAMILY_PLACES):
            return True
        alone = i > 1 and len(tokens[i - 1]) == 1 and tokens[i - 1] not in self.function
        return right.endswith(self.closers) and (self._noun(tokens, i - 1) or (alone and self._noun(tokens, i - 2)))

    def _joins(self, tokens: list[str], i: int, right: str) -> bool:
        """林业和园林局: 和 joins two halves of one name, unless the left half is a whole body or title."""
        left = tokens[i - 1] if i else ""
        tag = self.words.tag(left)
        whole = left.endswith(self.closers) and left not in self.common
        if tag.startswith("nr") and len(left) > SHORT_BODY:
            return False  # 沈某某|和|国家疾控局
        if not left or whole or left in self.courtesy or left in WORKS or right in self.countries or left in self.generic or left.endswith(self.kinds) or (tag.startswith(("nr", "v")) and not right.endswith(self.enders)):
            return False
        return right.endswith(self.enders) and not HARD.fullmatch(left) and left not in self.stops
