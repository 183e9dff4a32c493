"""What links a chain of posts to a name beside it: nothing, a note, what else one is, a bracket, a colon."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.mentions.words import either

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.facts.holders.items import Item
    from kg.lexicon import Lexicon
    from kg.model import Holder, Mention

HAN = re.compile("[\u4e00-\u9fff]")
IN_OFFICE = re.compile("任上|任内|任期|岗位|的?身份|的?(?:位置|位子|职位)上")
LISTED = re.compile("[，。；\n]|\\Z")
AS = re.compile("(?:后的?[^，。；、]{0,8})?，")  # 作为市长|，石某; 作为新市长|后的首秀，石某
AS_WHAT = re.compile("(?:作为|身为)(?:[新现前原首]任)?\\Z")
TO_NAME = re.compile(r"(?: ?|（[^（），。]{2,12}）|同志|的|的是|—+|：|(?:提名)?人选|候选人)\Z")
NOTE = r"(?:同志)?(?:（[^（）]{1,20}）)?"
LONGEST_NOTE = 14  # characters between a title and its name: （正厅级）
LONGEST_CALLING = 36  # the same where what else one is stands there: 、著名作家
MAX_NAME_FIRST = 70
DEPUTY = "副"
CHIEFS = 4  # holders back to the chief of a deputy printed without a body
CLAUSE_ENDS = frozenset("。，；")


class Links:
    """Judges what stands between posts and names."""

    def __init__(self, lex: Lexicon) -> None:
        self.name_first = re.compile(f"{NOTE}(?:$|（(?:[^（）。；\n]{{1,24}}[，、]){{0,6}}$|：$|(?P<role>[，、]? ?[^。；！？，]{{0,14}}?(?:在|以)$))")
        self.calling = re.compile(f"(?:[、和] ?(?:[^、，。；：！？\n]{{0,14}}、){{0,2}}[^、，。；：！？\n]{{0,18}}?)?(?:{either(lex.words('people', 'callings'))})\\Z")

    def to_name(self, text: str, chain: Sequence[Item], gap: str) -> bool:
        """Whether a name behind this gap has the posts before it: （正厅级）, 、著名作家, 作为市长，."""
        if (len(gap) <= LONGEST_NOTE and TO_NAME.match(gap)) or self.calling.match(gap):
            return True
        start = chain[0].start
        if gap == "）":  # 公司董事（某集团党委书记）石某
            return text[start - 1 : start] == "（" and HAN.match(text[start - 2 : start - 1]) is not None
        return AS.fullmatch(gap) is not None and AS_WHAT.search(text, max(0, start - 6), start) is not None

    @staticmethod
    def heads(text: str, chain: Sequence[Item], near: Sequence[Mention], floor: int) -> bool:
        """李某  县政协委员，…; 李某，某集团主席，…: whether the one name that heads the line or sentence has the posts after it."""
        name, gap = near[-1], text[near[-1].end : chain[0].start]
        if len(near) > 1 or not chain[0].org or text[floor : name.start].strip() or LISTED.match(text, chain[-1].title.end) is None:
            return False
        return gap == "，" or gap.isspace()

    def linked(self, text: str, chain: Sequence[Item], gap: str, *, alone: bool) -> bool:
        """Whether a bracket, a colon or 在 … 任上 links a name to the post after `gap`; 其在 … 任上, one named `alone`."""
        if alone and gap.endswith("其在"):
            return IN_OFFICE.match(text, chain[-1].title.end) is not None
        link = self.name_first.fullmatch(gap) if len(gap) <= MAX_NAME_FIRST else None
        if link is None:
            return False
        if "（" in gap and "）" not in gap.rpartition("（")[2]:  # 石某（女，中共党员，县教育局局长）
            return text[chain[-1].title.end : chain[-1].title.end + 1] in ("）", "、", "，")
        return gap.endswith("：") or (link.group("role") is not None and IN_OFFICE.match(text, chain[-1].title.end) is not None)


def chief(text: str, item: Item, found: Sequence[Holder]) -> Holder | None:
    """区政协主席某某主持会议。|副主席某某出席: who holds, at most a sentence before, the post whose deputy this is."""
    title = item.value.title
    if item.org or DEPUTY not in title or text[item.start - 1 : item.start] not in CLAUSE_ENDS:
        return None
    head = title.replace(DEPUTY, "", 1)
    for holder in reversed(found[-CHIEFS:]):
        between = text[holder.end : item.start]
        if "\n" in between or between.count("。") > 1:
            return None
        if any(post.title == head for post in holder.posts):
            return holder
    return None
