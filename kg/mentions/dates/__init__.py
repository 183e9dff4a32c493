"""Dates of an article: 3月20日上午, 昨日（18日）, 8—10日, 二〇二〇年三月, 近日."""

from kg.mentions.dates.finder import find_dates
from kg.mentions.dates.rules import RULES

__all__ = ["RULES", "find_dates"]
