"""The small words of the activity grammar, compiled from the lexicon."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kg.facts.activity.triggers import activity_type
from kg.record import record

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.lexicon import Lexicon
    from kg.model import ActivityType


TOPIC = re.compile("(?:[就从对]|围绕|针对|关于)[^，。；]*(?:方面|问题|情况|工作|事宜|意见|建议)")  # what is spoken of


@record
class Words:
    no_plans: frozenset[str]
    plans: re.Pattern[str]
    past: re.Pattern[str]
    since: re.Pattern[str]
    lately: re.Pattern[str]
    reference: re.Pattern[str]
    held_after: re.Pattern[str]
    passed_after: re.Pattern[str]
    held_then: re.Pattern[str]
    before_name: re.Pattern[str]
    before_label: re.Pattern[str]
    agreement: re.Pattern[str]
    vague_event: re.Pattern[str]
    event_tail: re.Pattern[str]
    event_tails: re.Pattern[str]
    tails: dict[str, ActivityType]
    hearing: re.Pattern[str]
    according: re.Pattern[str]
    conveyed: re.Pattern[str]
    resets: re.Pattern[str]
    together: re.Pattern[str]
    post_last: re.Pattern[str]
    team: re.Pattern[str]
    besides_meeting: re.Pattern[str]
    spoken_at: re.Pattern[str]
    recent: frozenset[str]
    in_letter: re.Pattern[str]
    countdown: re.Pattern[str]
    of_others: re.Pattern[str]
    kinds: dict[str, ActivityType]
    unnamed: re.Pattern[str]
    company: re.Pattern[str]
    headed: re.Pattern[str]
    purpose: re.Pattern[str]
    severally: re.Pattern[str]
    same_day: re.Pattern[str]
    all_told: re.Pattern[str]
    in_groups: re.Pattern[str]
    wishes: re.Pattern[str]
    congratulating: re.Pattern[str]
    statistic: re.Pattern[str]
    around: re.Pattern[str]
    besides: re.Pattern[str]
    delegations: re.Pattern[str]
    travelling: tuple[str, ...]
    hinges: frozenset[str]
    transitive: frozenset[str]
    reach: int = 30  # a body further than this from a verb is not its subject

    def planned(self, text: str, start: int, end: int) -> bool:
        """Whether text[start:end], between a subject and its verb, makes the verb a plan or a duty; not 就需要解决的问题作了汇报."""
        plans = [m.start() for m in self.plans.finditer(text, start, end) if m.group() not in self.no_plans]
        topic = TOPIC.search(text, start, end) if plans else None
        return any(topic is None or not topic.start() < at < topic.end() for at in plans)


def either(words: Iterable[str]) -> str:
    return f"(?:{bare(words)})"


def bare(words: Iterable[str]) -> str:
    """The words without a group around them: a pattern of nothing else is looked for by the first characters of them all."""
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


@cache
def words(lex: Lexicon) -> Words:
    def table(name: str) -> tuple[str, ...]:
        return lex.words("activities", name)

    tails = {word: kind for word, name in lex.map("activities", "event_tails").items() if (kind := activity_type(name))}
    events = {word: kind for word, name in lex.map("activities", "events").items() if (kind := activity_type(name))}
    kinds = {**tails, **events}
    strong = [w for w in table("holding") if w not in table("weak_holding")]
    holding = either(strong)
    return Words(
        no_plans=frozenset(table("not_plans")),
        plans=re.compile(f"{bare(table('not_plans'))}|{bare(table('plans'))}"),
        past=re.compile(either(table("past"))),
        lately=re.compile(either(table("lately"))),
        since=re.compile(either(table("since"))),
        reference=re.compile(rf"{either(table('references'))}|[中后时](?=[，。；、：的]|{either((*lex.words('activities', 'saying'), *table('noticing')))})|[上前](?=[，。；、：的])"),
        held_after=re.compile(
            rf"[”》]?，?(?:\d|[年月日号上下午晚（）—至、:：时点分整许]|近日|日前|今日|昨日|今天|昨天|当天)*(?:[在以于][^，。；]{{1,30}}?)?"
            rf"(?:{either(table('manner'))}|\d|[月日号上下午晚（）])*{holding}(?!仪式|典礼|式)",
        ),
        held_then=re.compile(f"后{holding}"),
        passed_after=re.compile(rf"[”》]?(?:{either(table('passing'))})(?!的)"),
        agreement=re.compile(f"{either(table('agreements'))}"),
        vague_event=re.compile(f"{either(table('vague_events'))}[^，。；]{{0,8}}$"),
        event_tail=re.compile(f"({either(tails)})[”》]?$"),
        event_tails=re.compile(either(tails)),
        tails=tails,
        before_name=re.compile(rf"{either((*strong, *table('before_name')))}了?(?!仪式|典礼|式)|[日午晚]，|，|(?:出席|参加)的?"),
        before_label=re.compile(rf"(?:一行(?:[0-9一二三四五六七八九十]+[余多]?人)?|等人|等|同志|{either(table('before_label'))}|，)+"),
        hearing=re.compile(either(table("hearing"))),
        according=re.compile(either(table("according"))),
        conveyed=re.compile(either(table("conveyed"))),
        resets=re.compile(either(table("resets"))),
        together=re.compile(either(table("together"))),
        post_last=re.compile(f"{either(lex.words('titles', 'heads'))}(?:人选|候选人|（[^（）]*）)?[，。；、]?\\Z"),
        team=re.compile(either(table("teams"))),
        kinds=kinds,
        besides_meeting=re.compile("[并后和]|一行"),
        recent=frozenset(table("recent")),
        in_letter=re.compile(rf"在[^，。；]{{0,12}}{either(table('letters'))}中[^，。；]{{0,4}}\Z"),
        countdown=re.compile(f"(?:式)?{either(table('countdown'))}"),
        of_others=re.compile(f"[与和、及暨·]|的|{either(table('of_others'))}"),
        spoken_at=re.compile(rf"在(?P<name>(?![此本这该]次|上述|随后|当天|会)[^，。；的在]{{3,40}}(?P<event>{either(kinds)}))上(?:发表|作|做)?[^，。；的]{{0,4}}\Z"),
        unnamed=re.compile(f"(?:^|(?<=[，。；、\\s]))[{''.join(lex.words('names', 'surnames'))}]{either(c for c in lex.words('titles', 'courtesy') if len(c) > 1)}(?=一行|率|带|来|到|赴|在|深入|前往|先后|对|就|于|亲自|专程|参加|出席)"),
        purpose=re.compile(f"为(?:了)?(?:进一步|认真|深入|全面|切实|扎实)*{either(table('putting_to_work'))}"),
        headed=re.compile(rf"由[^，。；]{{2,60}}?(?:{either((*table('bringing'), *table('heading')))})的"),
        company=re.compile(rf"{either(table('bringing'))}[^，。；]*?(?=到|赴|深入|前往|来到|走进|对)"),
        severally=re.compile(either(table("severally"))),
        in_groups=re.compile(either(table("in_groups"))),
        same_day=re.compile(rf"\W*{either(table('same_day'))}"),
        all_told=re.compile(either(table("all_told"))),
        delegations=re.compile(either(table("delegations"))),
        besides=re.compile(rf"\s*{either(table('besides'))}，?"),
        around=re.compile(rf"\s*[^，。；]{{0,14}}?{either(table('around'))}，"),
        congratulating=re.compile(either(table("congratulating"))),
        statistic=re.compile(r"\d[\d.,万]*(?:余|多)?(?:家|户|人次|处|批次?|件|台|起|场次|份|个(?!小组|组))"),
        wishes=re.compile(f"{either(table('wishes'))}$"),
        travelling=table("travelling"),
        hinges=frozenset(("", *table("hinges"))),
        transitive=frozenset(table("transitive_appointing")),
    )
