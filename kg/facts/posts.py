"""Posts in a list: what a later one inherits from the head of an earlier one.

高新区党工委书记、管委会主任 is 高新区党工委 + 书记, 高新区管委会 + 主任; 市委常委、宣传部部长 is
市委 + 常委, 市委宣传部 + 部长 (the annotation guide's rule).
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from kg.mentions.words import either
from kg.model import OrgRef, PostRef, TitleValue

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.lexicon import Lexicon

NEW = re.compile("新一届|新任|本届|上届|上一届|现任|首任|第[一二三四五六七八九十百0-9]{1,4}任")  # 市文联新一届主席团, 青湖第一任市委
DECLARED = re.compile("（(?:以下)?简称[^（）]*）")
BRACKET = re.compile("（[^（）]*）$")
SECOND_NAME = re.compile("（[\u4e00-\u9fff、]{3,}[局办部会室处院所中心司]）$")  # 企业注册局（外商投资企业注册局）
COMMITTEE = re.compile("[省市区县州旗](?:委|纪委|监委)")
PARTY_LEFT = re.compile("中共(?=.{2,}[省市区县州盟旗委])|(?:共青)?团(?=(?:.{2,})?[省市区县州旗]委)")  # 中共|青湖市委, 团|市委
THERE = re.compile("[该我本]([省市区县州旗镇乡])(?=\\1)")  # 该县|县委
SEATS = frozenset("局厅委办处所院科股")
TOWNS = ("镇", "乡", "街道", "自治区", "兵团")  # 青湖镇 + 党委书记 is 青湖镇党委 + 书记
INSTITUTES = "校院"  # 校党委书记, 院党组书记
BUREAU = "局"
FORMER = re.compile("(?P<place>.{2,8})(?:时任|[原前])(?P<rest>(?:[省市区县州旗镇乡]|纪委|党委|党工委|政府|人大|政协).*)")  # 云川前市委, 青禾镇时任纪委
LIKE_FORMER = re.compile("[原前].$")  # 平原县, 太原市
DEPARTMENT = re.compile("[\u4e00-\u9fff]{2,8}[部处科室]")
COUNTED = re.compile("^(?:第[一二三四五]|代|常务|临时|看守)")  # 第二副总统
PARTY = "(?:党|阵线|国民大会|联盟)"
PARTY_ABROAD = re.compile(f"(?<!共产){PARTY}$")
LEVELS = "省市区县州盟旗镇乡村"
RANKS = {"国": 0, "省": 1, "市": 2, "州": 2, "盟": 2, "区": 3, "县": 3, "旗": 3, "镇": 4, "乡": 4, "村": 5}
REGION = "自治区"
CELL = "支部"
VILLAGE = "村"
PARTY_COMMITTEE = "党委"
COMMITTEE_POST = re.compile(f"{PARTY_COMMITTEE}.")  # 党委书记 is of the 党委, whose ever that is
STANDING, STANDING_AT = "常委", frozenset("省市区县州盟旗")  # 青湖州常委 is 青湖州委 + 常委


class PostGrammar:
    """Splits a body's name into its place and its organ, and completes what a list leaves out."""

    def __init__(self, lex: Lexicon) -> None:
        self.seats = lex.map("titles", "seat")
        self.organs = lex.words("posts", "organs_of_places")
        organs = either(self.organs)
        self.place = re.compile(f"^(.*?[{LEVELS}]|.*?街道|.*?(?:{either(lex.words('posts', 'zones'))}))(?:{organs})")
        self.relative = re.compile(f"^(?:{either(lex.words('posts', 'headless'))})")
        self.party_part = re.compile(f"^(?:{either(lex.words('posts', 'party_departments'))})")
        self.department = re.compile(f"({either(lex.words('posts', 'departments'))})(?=部长|副部长|常务副部长)")
        ministries = either(lex.words("titles", "ministries"))
        self.ministry = re.compile(f"({ministries})(?:副?部长|大臣)")
        self.countries = frozenset(lex.words("bodies", "abroad"))
        self.parties = lex.map("posts", "parties_of_states")
        states = either(self.countries - {"中国"})
        self.state_party = re.compile(f"(?P<party>(?P<sign>{either(self.parties)})|(?P<state>{states})[^、]{{0,18}}?{PARTY})")
        self.state = re.compile(states)
        self.of_states = frozenset(lex.words("posts", "of_states"))
        self.bodies_of_states = (*lex.words("posts", "bodies_of_states"), *(f"{name}部" for name in lex.words("titles", "ministries")))
        self.not_relative = lex.words("organs", "not_relative")
        self.short_names = frozenset(lex.words("bodies", "country_signs"))
        self.fixed = lex.map("posts", "fixed")
        self.units = {title: tuple(ends.split()) for titles, ends in lex.map("posts", "units").items() for title in titles.split()}
        self.party = tuple(lex.words("posts", "committees"))
        self.party_heads = frozenset(lex.words("titles", "party_heads"))
        self.party_body = re.compile(either(lex.words("titles", "party")))  # 党组 of 党组书记
        self.town_committee = re.compile("党委|党工委|党支部(?=书记|副书记|委员)")
        self.offices = lex.words("posts", "office_names")
        self.group = tuple(lex.words("posts", "groups"))
        self.parts = tuple(lex.words("posts", "group_parts"))
        self.of_whole = frozenset(lex.words("posts", "of_the_whole"))
        self.sister = re.compile(f"(?P<whole>.{{2,}}(?:{either(lex.words('posts', 'employers'))}))[\u4e00-\u9fff]{{1,8}}[部处科室]$")
        self.like_former = tuple(name for name in lex.divisions.names() if LIKE_FORMER.search(name))
        self.part = re.compile(f"^(?:{either(lex.words('posts', 'group_parts'))})$")

    def former(self, printed: str) -> re.Match[str] | None:
        """青湖市|原|市委: what is printed of a body that is no more, or was another's then; not 平原县|县委, a name."""
        match = FORMER.match(printed)
        return None if match is None or printed[: match.start("rest") + 1].endswith(self.like_former) else match

    def place_of(self, org: str) -> str:
        """管城区 of 管城区委, 市 of 市委宣传部 and 团市委, 高新区 of 高新区党工委; empty where no place heads the name."""
        org = PARTY_LEFT.sub("", org)
        match = self.place.match(org)
        return match.group(1) if match else org if org[-1:] in LEVELS else ""

    def level(self, title: str) -> str:
        """市 for 副市长; empty for titles of no level."""
        return next((seat for head, seat in self.seats.items() if title.endswith(head) and seat in LEVELS), "")

    def seat(self, title: str) -> str:
        """镇 for 镇长, 校 for 副校长, 局 for 局长: what the title alone tells of its body."""
        return next((seat for head, seat in self.seats.items() if title.endswith(head) and (seat in LEVELS or seat in INSTITUTES or seat == BUREAU)), "")

    def unit(self, titles: Iterable[str]) -> tuple[str, ...]:
        """Endings of the body that one of these titles is of: 局 for 党组书记、局长. A post in its party tells least."""
        own = sorted(titles, key=lambda title: self.party_body.match(title) is not None)
        return next((self.units[bare] for title in own if (bare := title.lstrip("副")) in self.units), ())

    def complete(self, printed: str, title: str, before: PostRef | None) -> OrgRef:
        """The body of a post: as printed, or with the head of the post before it in the list."""
        if second := SECOND_NAME.search(printed):
            org = self.complete(printed[: second.start()], title, before)
            return OrgRef(org.name, org.printed + second.group()) if org.printed else org
        printed = THERE.sub("", NEW.sub("", DECLARED.sub("", BRACKET.sub("", printed))))
        if printed == REGION[-1] and title.startswith("党委"):
            printed = REGION  # 区党委 is no committee of a district, which is 区委
        if title == STANDING and printed[-1:] in STANDING_AT:
            printed += "委"
        own = printed in INSTITUTES or (printed == BUREAU and before is None)  # in a list 局 is the bureau before
        if len(printed) == 1 and printed not in LEVELS and not own and printed not in self.short_names:
            printed = ""
        if former := self.former(printed):
            return OrgRef(former["place"].removesuffix(former["rest"][0]) + former["rest"], printed.replace("时任", ""))
        if before is None:
            return OrgRef(printed + self._lacking(printed, title) or self._own(title), printed)
        if (abroad := self._abroad(printed, title, before.org.name)) is not None:
            return abroad
        if before.org.name.startswith(VILLAGE):
            before = replace(before, org=OrgRef(VILLAGE, VILLAGE))  # 村党支部书记甲某，妇女主任乙某
        return self._headed(printed, before, title) if printed else self._left_out(title, before)

    def _abroad(self, printed: str, title: str, before: str) -> OrgRef | None:
        """越共中央政治局委员、外交部部长 is of 越南外交部, 中央书记处 of 越共; None where the post before is of no party abroad."""
        told = self.state_party.match(before)
        of_state = not printed and COUNTED.sub("", title) in self.of_states
        if told is None:  # 保守党党首、首相: of a state that is not named
            return OrgRef("", "") if of_state and PARTY_ABROAD.search(before) else None
        state = told["state"] or self.parties[told["sign"]]
        if printed.startswith("中央") and not printed.startswith("中央政府"):
            return OrgRef(told["party"] + printed, printed)
        if printed.startswith(self.bodies_of_states):
            return OrgRef(state + printed.removeprefix("国家"), printed)
        if of_state:
            return OrgRef(state, "")
        ministry = None if printed else self.ministry.match(title)
        return OrgRef(f"{state}{ministry.group(1)}部", "") if ministry else None

    def _left_out(self, title: str, before: PostRef) -> OrgRef:
        """The body of a post printed without one: of the title, or of the post before."""
        if known := self.fixed.get(title) or self._state(title, before.org.name):
            return OrgRef(known, "")
        if (ministry := self.ministry.match(title)) and not self._has_ministers(before.org.name):
            return OrgRef(f"{ministry.group(1)}部", "")
        if title in self.party_heads and (body := self.party_body.match(before.title)):
            return OrgRef(before.org.name + body.group(), before.org.printed)
        if before.org.name.endswith("工委") and (seat := self._department(title)):
            return OrgRef(before.org.name.removesuffix("工委") + seat, before.org.printed)  # 教育工委书记、局长
        name = self._inherited(title, before)
        if title in self.of_whole and (part := next((p for p in self.parts if name.endswith(p)), "")):
            name = name.removesuffix(part)
        if name == before.org.name and SECOND_NAME.search(before.org.printed):
            return OrgRef(name, before.org.printed)
        return OrgRef(name, self._stem(name, title) if before.org.name.endswith(self.party) else name)

    def _state(self, title: str, before: str) -> str:
        """云国 of 云国国务委员会主席兼部长会议主席: the state that both are of; empty for other titles."""
        state = self.state.match(before) if title in self.of_states else None
        return state.group() if state else ""

    def _department(self, title: str) -> str:
        """局 for 副局长: what a department is called by the title of its head; empty for other titles."""
        seat = self.seats.get(title.lstrip("副"), "")
        return seat if seat in SEATS else ""

    def _lacking(self, printed: str, title: str) -> str:
        """局 where 公安 + 局长 is 公安局 + 局长; empty where the body is printed whole."""
        seat = self._department(title)
        return seat if seat and printed.endswith(self.offices) and not printed.endswith(seat) else ""

    def _headed(self, printed: str, post: PostRef, title: str) -> OrgRef:
        """A printed body with what it lacks of the one before: 市政府, 宣传部, 管委会, 办公室."""
        before = post.org
        head = before.name
        if (sister := self.sister.match(head)) and DEPARTMENT.fullmatch(printed) and printed[-1] == head[-1] and not self.party_part.match(printed):
            return OrgRef(sister["whole"] + printed, sister["whole"] + printed)
        level = self.level(post.title)
        place = self.place_of(head) or (head + level if head and level else "")  # 青湖 + 市长
        if len(place) > 1 and self._relative(printed, place):
            whole = place + printed[1:]
            return OrgRef(whole, whole if COMMITTEE.match(printed) else printed)
        printed += self._lacking(printed, title)
        if self.part.match(printed) and head.endswith(self.group):
            return OrgRef(head + printed, before.printed + printed)
        if self.party_part.match(printed) and head.endswith(self.party):
            return OrgRef(head + printed, printed)
        return OrgRef(place + printed if place and self.relative.match(printed) else printed, printed)

    def whole(self, org: OrgRef, value: TitleValue) -> PostRef:
        """市委 + 宣传部长 is 市委宣传部 + 部长; every other post as it is."""
        if org.name.endswith(TOWNS) and (committee := self.town_committee.match(value.title)):
            rest = value.title[committee.end() :]
            return PostRef(OrgRef(org.name + committee.group(), org.printed + committee.group()), rest, value.mark)
        if (told := self.party_body.match(value.title)) and org.name.endswith(CELL if told.group().endswith(CELL) else told.group()):
            return PostRef(org, value.title[told.end() :], value.mark)  # 某林场党支部 + 支部书记; 镇党委书记甲某，党委副书记乙某
        match = self.department.match(value.title)
        if match and org.name.endswith(self.party):
            name = f"{org.name}{match.group(1)}部"
            return PostRef(OrgRef(name, name), value.title[match.end(1) :], value.mark)
        match = self.ministry.match(value.title)
        if match and org.name == f"{match.group(1)}部":
            return PostRef(org, value.title[match.end(1) :], value.mark)
        return PostRef(org, value.title, value.mark)

    def cell(self, post: PostRef) -> PostRef:
        """村 + 支部书记 is 村支部 + 书记: 村 alone is no name."""
        told = self.party_body.match(post.title) if post.org.name == VILLAGE else None
        return replace(post, org=OrgRef(post.org.name + told.group(), post.org.printed + told.group()), title=post.title[told.end() :]) if told else post

    def _own(self, title: str) -> str:
        """市 for 市长: the title names the level of its place, resolution finds which."""
        if title in self.fixed:
            return self.fixed[title]
        return next((seat for head, seat in self.seats.items() if title.endswith(head)), PARTY_COMMITTEE if COMMITTEE_POST.match(title) else "")

    def _has_ministers(self, org: str) -> bool:
        """Whether 国防部长 or 宣传部长 after a post of this body is of this body: a country, a party committee."""
        return org in self.countries or org.endswith(self.party)

    def _relative(self, printed: str, place: str) -> bool:
        """市政府 after 张家口市委: the sign of the level at its head stands for that place."""
        known = printed[1:].startswith(self.organs) or not printed.startswith(self.not_relative)
        return printed[0] == place[-1] and len(printed) > 1 and known

    def _stem(self, name: str, title: str) -> str:
        """上海 of 上海市 where 市长 follows: what is printed of the body in 上海市委副书记、市长."""
        level = self.level(title)
        return name.removesuffix(level) if level and level not in "乡镇村" and len(name) > len(level) + 1 else name

    def _inherited(self, title: str, before: PostRef) -> str:
        level, head = self.level(title), before.org.name
        if not level or head.endswith("政府"):
            return head
        place = self.place_of(head)
        return level if not place or self._below(level, place) else place

    @staticmethod
    def _below(level: str, place: str) -> bool:
        """省委副书记、市长: whether a title is of a lower level than the place of the post before."""
        return RANKS.get(level, 0) > (1 if place.endswith(REGION) else RANKS.get(place[-1], len(RANKS)))



@cache
def post_grammar(lex: Lexicon) -> PostGrammar:
    """The grammar of a lexicon, compiled once a process."""
    return PostGrammar(lex)
