"""Whose people come to the body that speaks: 某某大学…一行来我校, 某某法院…到我院交流.

A body told so is not the one that 校, 院 or 局长 without a name is of.
"""

from __future__ import annotations

import re
from functools import cache

COMING = "(?:来|到|赴|莅临|访问|走访)(?:了|访)?"
ERRAND = "(?:交流|考察|调研|参观|访问|学习|座谈|指导|对接|洽谈|取经|走访|观摩)"  # 群众来我院立案 are no guests
SIGNS = {"大学": "校", "学校": "校", "中学": "校", "小学": "校", "学院": "[院校]", "公司": "公司", "集团": "公司"}
REACH = 90  # characters between the name and what tells that they come


@cache
def _coming(kind: str) -> re.Pattern[str]:
    ours = "[我本学]?校" if kind == "校" else f"[我本]?{kind}[^，。\n]{{0,8}}?{ERRAND}"
    return re.compile(f"[^。\n]{{0,{REACH}}}?(?:{COMING}{ours}|对[我本]{kind}进行了?{ERRAND})|[^。\n]{{0,20}}来访")


def sign_of(name: str) -> str:
    """What a body calls itself with 我 before it, as a pattern: 校, [院校], 局."""
    return next((sign for ending, sign in SIGNS.items() if name.endswith(ending)), name[-1:])


def is_guest(name: str, text: str, kind: str) -> bool:
    """Whether the text tells that people of this body come to the one of this kind (校, 院, 局) that speaks."""
    coming = _coming(kind)
    at = text.find(name)
    while at >= 0:
        if coming.match(text, at + len(name)):
            return True
        at = text.find(name, at + 1)
    return False
