"""From read sentences to activities: which sentences tell of one activity, and what it is."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.facts.activity.days import Days, is_day, is_vague, long_ago, same_day, written
from kg.facts.activity.diary import Diary
from kg.facts.activity.drafts import Draft
from kg.facts.activity.novelty import Novelty
from kg.facts.activity.objects import reported
from kg.facts.activity.parting import appoint, severed
from kg.facts.activity.reading import MENTIONED, VISITING, Opening, Reading, Sentence
from kg.facts.activity.roles import read_sentence
from kg.facts.activity.scenes import Scenes
from kg.facts.activity.shorts import goes_on, item_heads
from kg.facts.activity.triggers import matcher
from kg.facts.activity.words import words
from kg.mentions.spans import begins, covers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.facts.activity.diary import Item
    from kg.facts.activity.nouns import Noun, Nouns
    from kg.facts.activity.triggers import Trigger
    from kg.lexicon import Lexicon
    from kg.model import Article, DateValue, Mention, Span

VIEWING = frozenset({"Inspection", "StudyVisit"})


class Assembler:
    """Reads an article's sentences in order and gathers its activities."""

    def __init__(
        self, article: Article, nouns: Nouns, mentions: Sequence[Mention], sites: Sequence[Mention], lex: Lexicon,
    ) -> None:
        self.article, self.text, self.nouns, self.sites = article, article.text, nouns, sorted(sites, key=lambda s: s.start)
        self.site_starts = [s.start for s in self.sites]
        self.w, find = words(lex), matcher(lex).find
        named = sorted([*((s.start, s.end) for s in sites), *((n.start, n.end) for n in nouns.all)])
        self.triggers = [t for t in find(article.text) if not inside(t, named)]
        self.starts = [t.start for t in self.triggers]
        self.days = Days(article.text, mentions)
        self.diary = Diary(article, self.days)
        self.written = self.diary.first_day() or written(self.diary.begins(self.first(article))[0], article.published)
        self.aside = False  # in a paragraph of a chronicle that tells of no activity
        self.parted = False  # below the head of another item, where nobody known has been named yet
        self.drafts: list[Draft] = []
        self.hinted = {x for t in find(article.headline) for x in (t.sense.act, t.sense.event) if x}
        self.delegation = "StudyVisit" in self.hinted and self.w.delegations.search(article.headline) is not None
        self.novelty = Novelty(nouns, self.diary, self.drafts, self.w, self.hinted)
        self.spoke: int | None = None  # where the speech told last ended
        self.siblings: list[Draft] = []  # receptions told in one sentence, one for each party
        self.scenes = Scenes(self.text)

    @staticmethod
    def first(article: Article) -> int:
        """Where the first sentence below the headline begins."""
        return next((start for start, _ in article.sentences if start >= article.body), article.body)

    def run(self) -> list[Draft]:
        """The activities of the article, in the order in which they open; a sentence printed twice counts once."""
        heard: set[str] = set()
        body = [s for s in self.article.sentences if s[0] >= self.article.body]
        heads = item_heads(self.text, body, self.w.resets)
        for number, (start, end) in enumerate(body):
            self.parted = self.parted or start in heads
            printed = self.text[start:end]
            if printed in heard:
                continue
            heard.add(printed)
            at: int | None = start
            while at is not None:
                at = self.read(at, end, number)
        if self.drafts and not self.drafts[0].organizers and self.article.body:
            self.drafts[0].organizers = self.announced()
        return self.drafts

    def read(self, start: int, end: int, number: int) -> int | None:
        """Takes what a sentence tells; where somebody acts again past what was conveyed, the rest is read as one of its own."""
        told = begins(self.starts, (start, end)) or begins(self.site_starts, (start, end)) or reported(self.text[start:end])
        if not told:
            return None
        reading = read_sentence(self.sentence(start, end))
        reading.end = reading.resume or end
        self.take(reading, number)
        return reading.resume

    def sentence(self, start: int, end: int) -> Sentence:
        triggers = tuple(self.triggers[bisect_left(self.starts, start) : bisect_left(self.starts, end)])
        return Sentence(self.text, start, end, self.nouns, triggers, self.w)

    def sites_in(self, start: int, end: int) -> list[Mention]:
        return self.sites[bisect_left(self.site_starts, start) : bisect_left(self.site_starts, end)]

    def announced(self) -> dict[str, Noun]:
        """Who holds the event, where only the headline tells it: 我市收听收看清风讲堂, 县法院慰问困难群众."""
        headline = read_sentence(self.sentence(0, self.article.body))
        represented = self.nouns.bodies.representing  # 云溪县领导慰问…: people, not the county
        acting = [
            p.noun for p in headline.parts
            if p.noun.kind == "body" and p.role in {"lead", "sign"} and not represented.match(self.text, p.noun.end)
        ]
        return {noun.name: noun for noun in [*(n for o in headline.openings for n in o.organizers), *acting]}

    # ------------------------------------------------------------ one sentence
    def take(self, r: Reading, number: int) -> None:
        """Lets a sentence open an activity, or tell more of the last one."""
        current = self.drafts[-1] if self.drafts else None
        self.drop_spoken_of(r, current)
        r.sites = len(self.sites_in(r.start, r.stop))
        date, item = self.days.told(r), self.entry(r)
        if item and not is_day(date):
            date = item.day
        opening = self.choose(r, date)
        if opening and opening.type == "Inspection" and (self.delegation or self.w.delegations.search(self.text, r.start, opening.at)):
            opening = replace(opening, type="StudyVisit")  # 考察团赴我市考察: what it looks at is not under it
        if opening and not self.novelty.opens(opening, r, date, item, number) and not (self.parted and self.novelty.of_item(opening, r, date)):
            opening = None
        if opening and current and self.tells_whole(opening, current):
            current.opening, current.date, opening = opening, date or current.date, None
        if (item or self.aside) and self.diary.headed:
            self.aside = opening is None
        if self.parted and (opening or (current and goes_on(current, self.nouns.between(r.start, r.end)))):
            self.parted = False
        if self.parted or self.aside or self.background(r, date, current, opens=opening is not None):
            return
        if opening or current:
            self.tell(r, date, opening)
        else:
            self.scenes.keep(r, date)

    def entry(self, r: Reading) -> Item | None:
        """The paragraph told under a day of its own that a sentence begins; of a chronicle also one that has told of no activity yet."""
        start = self.text.rfind("\n", 0, r.start) + 1
        told = bool(self.drafts) and self.drafts[-1].start >= start
        return self.diary.item(self.text, r.start if told or not self.diary.long else start)

    @staticmethod
    def tells_whole(opening: Opening, current: Draft) -> bool:
        """Whether a sentence tells for itself what was told as the occasion of a speech."""
        alike = opening.type == current.opening.type or {opening.type, current.opening.type} <= VIEWING
        return current.opening.rule == MENTIONED and opening.strength > 1 and alike

    def tell(self, r: Reading, date: DateValue | None, opening: Opening | None) -> None:
        """Adds a sentence to the activity that it opens, or to the last one."""
        current = self.open(opening, r, date) if opening else self.drafts[-1]
        if current.date is None and is_day(date):
            current.date = date
        appoint(self.drafts, current, r)
        for draft in self.meant(current, r):
            self.add(draft, r)
        if opening and (parted := severed(self.text, self.w, current, r)):
            self.siblings = [current, *parted]
            self.drafts += parted

    def meant(self, current: Draft, r: Reading) -> list[Draft]:
        """The receptions that a sentence tells of: those whose guests it names, else all of them; 参加上述活动 tells of every activity."""
        if r.parts and current.start != r.start and self.w.all_told.search(self.text, r.start, r.stop):
            return self.drafts
        named = {n.name for n in self.nouns.between(r.start, r.stop)}
        guests = [d for d in self.siblings if any(p.role == "guest" and p.noun.name in named for p in d.parts)]
        return guests or self.siblings or [current]

    def open(self, opening: Opening, r: Reading, date: DateValue | None) -> Draft:
        last = self.drafts[-1].date if self.drafts else self.scenes.day()  # set apart within a day known: 仪式前，…会见了
        if opening.rule == MENTIONED and not is_day(date):
            date = None  # 近日在南塘镇调研时强调: the day may follow
        draft = Draft(opening, date or self.days.before(r.start) or last, r.start, spans=[(r.start, r.end)])
        self.drafts.append(draft)
        self.siblings = []
        for scene in self.scenes.take(draft):
            self.add(draft, scene)
        return draft

    def drop_spoken_of(self, r: Reading, current: Draft | None) -> None:
        """After speech, in the same paragraph, what is said goes on unless someone known acts.

        A newcomer is one spoken of, but for a sentence that begins with his posts (副县长顾长风主持).
        """
        speaking = self.spoke is not None and "\n" not in self.text[self.spoke : r.start]
        speaking = speaking and not self.w.resets.match(self.text, r.start) and not self.new_day(r, current)
        self.spoke = r.end if r.stop < r.end and not r.conveyed else self.spoke if speaking else None
        if not speaking or not current:
            return
        known = current.people
        apart = self.text.startswith("；", r.start - 1)  # …；|市财政局负责人发言
        first = next((p for p in r.parts if (p.noun.capacity or apart) and p.noun.start - r.start <= 1 and not self.addressed(p.noun)), None)
        told = [p for p in r.parts if p.noun.name in known or (first and (p.role, p.rule) == (first.role, first.rule))]
        if len(told) < len(r.parts) or not told:
            r.openings.clear()
        if not told:
            r.stop = r.start
        r.parts[:] = told

    def addressed(self, noun: Noun) -> bool:
        """顾长风副县长: posts behind the name, as one speaks of people."""
        return noun.end - noun.start > len(noun.printed) and self.text.startswith(noun.printed, noun.start)

    def new_day(self, r: Reading, current: Draft | None) -> bool:
        """Whether a sentence begins with a day other than the activity's."""
        first = next((v for _, _, v in self.days.between(r.start, r.start + 2) if is_day(v)), None)
        if first is None or current is None:
            return False
        return not same_day(first, current.date) if current.date else current.opening.rule == MENTIONED

    def choose(self, r: Reading, date: DateValue | None) -> Opening | None:
        """The strongest opening; among equals one with a name, the headline's type, the first."""
        bare = self.drafts and not is_day(date)  # a name without its own words names the activity of the moment
        openings = [o for o in r.openings if o.strength > 0 and not (o.bare and bare and o.type != "Signing")]
        return max(openings, key=lambda o: (o.strength, not o.bare, o.type in self.hinted, -o.start), default=None)

    def background(self, r: Reading, date: DateValue | None, current: Draft | None, *, opens: bool) -> bool:
        """History (曾于1999年访问), or another day than the activity's."""
        told = min((o.at for o in r.openings), default=r.stop)
        if self.past(r.start, told) or long_ago(date, self.written) or self.years_ago(r.start, told, date):
            return True
        if not is_day(date) and (self.w.since.search(self.text, r.start, r.stop) or self.w.lately.match(self.text, r.start)):
            return True
        known = current.date if current else None
        return not opens and date is not None and known is not None and not same_day(date, known)

    def years_ago(self, start: int, told: int, date: DateValue | None) -> bool:
        """李某于2001年当选…, told twenty years later: a year alone, before what is told, that is long gone."""
        return not is_day(date) and any(long_ago(v, self.written) for _, end, v in self.days.between(start, told) if end <= told and not is_vague(v))

    def past(self, start: int, end: int) -> bool:
        """Whether a word of the past, no part of a name (曾某), stands in text[start:end]."""
        told = [m.start() for m in self.w.past.finditer(self.text, start, end)]
        named = [(n.start, n.end) for n in self.nouns.between(start, end)] if told else []
        return not all(covers(named, at) for at in told)

    # ------------------------------------------------------------ what a sentence adds
    def add(self, draft: Draft, r: Reading) -> None:
        sites = [s for s in self.sites_in(r.start, r.stop) if self.gone_to(s, r, draft)]
        organizers = [n for o in r.openings for n in o.organizers]
        parts = [p for p in r.parts if not any(s.start <= p.noun.start and p.noun.end <= s.end for s in sites)]
        draft.parts += parts
        for noun in organizers:
            draft.organizers.setdefault(noun.name, noun)
        for site in sites:
            draft.place(site)
        if (sites or organizers) and (r.start, r.end) not in draft.spans:
            draft.spans.append((r.start, r.end))
        rules = [o.rule for o in r.openings] + [s.rule for s in sites]
        draft.rules |= dict.fromkeys(rules)

    def gone_to(self, site: Mention, r: Reading, draft: Draft) -> bool:
        """Whether a site belongs to what is told, not to a plan or to what reporters saw."""
        clause = max(self.text.rfind(mark, r.start, site.start) for mark in "，；")
        if self.w.planned(self.text, max(clause, r.start), site.start) or self.w.purpose.match(self.text, max(clause + 1, r.start), site.start):
            return False
        if draft.opening.type == "Reception" and "还" in self.text[r.start : site.start] and self.w.around.match(self.text, r.start):
            return False  # 会见前，考察团还前往…
        if draft.opening.type in VISITING or site.rule == "site.venue" or self.days.told(r):
            return True
        return bool(self.nouns.between(r.start, site.start)) or bool(self.w.team.search(self.text, r.start, site.start))


def inside(t: Trigger, named: Sequence[Span]) -> bool:
    """Whether a trigger is part of a name or of the posts printed with it: 中国摄影之乡揭幕石."""
    i = bisect_right(named, (t.start, t.end + 1000))
    return any(a <= t.start and t.end <= b for a, b in named[max(0, i - 4) : i])
