"""MUC slots: how the key words who did it, where and when."""

import datetime
import re
from collections import Counter
from collections.abc import Sequence

from msgspec import Struct
from spacy.tokens import Doc

from eval.predictors import muc_words as w
from firsthand.model.claims import Claim
from firsthand.model.places import Place
from firsthand.model.readings import Reading

# Days before a report in which its news happened.
_RECENT = 30


class Source(Struct, frozen=True, kw_only=True):
    """A report with all that slots are filled from."""

    text: str
    published: str | None
    country: str | None
    doc: Doc
    reading: Reading


def find_country(text: str, reading: Reading) -> str | None:
    """Find the country of a report's incidents: the one spoken of most, its dateline aside."""
    counted: Counter[str] = Counter()
    for code, words in w.COUNTRY_WORDS:
        counted[code] += len(re.findall(rf"\b(?:{words})\b", text))
    for place in reading.places:
        if place.country in w.COUNTRIES and place.precision != "country":
            counted[place.country] += 1
    code, count = max(counted.items(), key=lambda item: item[1])
    return w.COUNTRIES[code] if count >= 1 else None


def find_day(claim: Claim) -> str | None:
    """Return the day a claim states."""
    time = claim.time
    if time is None or time.start is None:
        return None
    fine = time.precision in ("minute", "hour", "part of day", "day")
    return time.start[:10] if fine else None


def find_town(claim: Claim) -> str | None:
    """Return the town a claim states."""
    place = claim.place
    return place.name if place is not None and place.precision in ("town", "site") else None


def is_combat(claims: Sequence[Claim]) -> bool:
    """Tell whether only fighters and soldiers are harmed: war, not terror."""
    targets = [person.text for claim in claims if claim.act for person in claim.act.targets]
    groups = [count.text for claim in claims for count in claim.casualties]
    told = [words.upper() for words in (*targets, *groups)]
    told = [words for words in told if not w.PRONOUN.match(clean(words))]
    return bool(told) and all(w.FIGHTERS.search(one) or w.MILITARY.search(one) for one in told)


def is_old(claims: Sequence[Claim], published: str | None) -> bool:
    """Tell whether all stated times lie years before the report: history, not news."""
    starts = [claim.time.start for claim in claims if claim.time and claim.time.start]
    if not starts or published is None:
        return False
    return all(int(start[:4]) < int(published[:4]) - 1 for start in starts)


def is_recent(claims: Sequence[Claim], published: str | None) -> bool:
    """Tell whether a stated day lies within a month of the report."""
    days = [day for claim in claims if (day := find_day(claim)) is not None]
    if published is None:
        return bool(days)
    told = datetime.date.fromisoformat(published[:10])
    return any(abs((told - datetime.date.fromisoformat(day)).days) <= _RECENT for day in days)


def find_date(claims: Sequence[Claim], source: Source) -> dict[str, str | None] | None:
    """Return the day most claims state, else on or before the day of the report."""
    days = [day for claim in claims if (day := find_day(claim)) is not None]
    if days:
        day = max(sorted(set(days)), key=days.count)
        return {"low": day, "high": day}
    if source.published is None:
        return None
    return {"low": None, "high": source.published[:10]}


def find_location(claims: Sequence[Claim], source: Source) -> list[dict[str, str]]:
    """Return the country, then the province and town that claims state, else the dateline's."""
    levels = [{"name": source.country or "", "kind": "COUNTRY"}]
    places = [claim.place for claim in claims if claim.place is not None]
    found = _list_levels(places) or _list_levels(_find_places_before(claims, source))
    return levels + found


def _list_levels(places: Sequence[Place]) -> list[dict[str, str]]:
    """List the province and the town that places name most."""
    levels = []
    for precision in ("province", "district", "town", "site"):
        near = [
            w.DIRECTION.sub("", clean(place.text))
            for place in places
            if place.precision == precision and place.country in w.COUNTRIES
        ]
        if near:
            levels.append({"name": max(near, key=near.count), "kind": w.LEVELS[precision]})
    return levels


def _find_places_before(claims: Sequence[Claim], source: Source) -> list[Place]:
    """Find the places of the claims' sentences, else the last before; a dateline is none."""
    dateline = source.text.find("--")
    fitting = [
        place
        for place in source.reading.places
        if place.start > dateline
        and place.precision in w.LEVELS
        and w.COUNTRIES.get(place.country or "") == source.country
    ]
    spans = [find_sentence_part(source, claim) for claim in claims]
    near = [p for p in fitting if any(start <= p.start < end for start, end in spans)]
    first = min(start for start, _ in spans)
    return near or [place for place in fitting if place.start < first][-1:]


def find_perpetrators(claims: Sequence[Claim], source: Source) -> tuple[list[str], list[str]]:
    """Return who did it as people, and the organisations named with them or for them."""
    agents = [
        clean(agent.text)
        for claim in claims
        if claim.act is not None and not claim.act.negated
        for agent in claim.act.agents
    ]
    agents = [words for words in dict.fromkeys(agents) if not w.PRONOUN.match(words)]
    individuals = [words for words in agents if w.DOERS.search(words) or _is_named(words, source)]
    organisations: list[str] = []
    for words in agents:
        organisations += w.GROUPS.findall(words) or w.FORCES.findall(words)
    if not organisations:
        organisations = _find_group_nearby(claims, source, told=bool(individuals))
    return individuals[:2], list(dict.fromkeys(organisations))[:2]


def _find_group_nearby(claims: Sequence[Claim], source: Source, *, told: bool) -> list[str]:
    """Find an armed group in the claims' sentences, else the only one of the report."""
    for claim in claims:
        sentence = find_sentence(source, claim)
        found = w.GROUPS.findall(sentence)
        if found:
            return found[:1]
    named = Counter(w.GROUPS.findall(source.text))
    if told and named:
        return [named.most_common(1)[0][0]]
    return []


def judge_category(individuals: Sequence[str], organisations: Sequence[str]) -> str:
    """Call it the state's violence if its forces did it, else terror, as the key does."""
    words = " ".join((*individuals, *organisations))
    return "STATE-SPONSORED VIOLENCE" if w.STATE.search(words) else "TERRORIST ACT"


def judge_confidence(claims: Sequence[Claim]) -> str:
    """Word how sure the report is of who did it."""
    ties = [agent.confidence for claim in claims if claim.act for agent in claim.act.agents]
    if "claimed" in ties:
        return "CLAIMED OR ADMITTED"
    if {"suspected", "accused"} & set(ties) or any(claim.stance == "alleged" for claim in claims):
        return "SUSPECTED OR ACCUSED"
    return "REPORTED AS FACT"


def _is_named(words: str, source: Source) -> bool:
    return any(
        actor.type == "person" and actor.name.upper() == words for actor in source.reading.actors
    )


def find_sentence(source: Source, claim: Claim) -> str:
    start, end = find_sentence_part(source, claim)
    return clean(source.text[start:end])


def find_sentence_part(source: Source, claim: Claim) -> tuple[int, int]:
    start, end = claim.parts[0][0], claim.parts[-1][1]
    span = source.doc.char_span(start, end, alignment_mode="expand")
    if span is None:
        return start, end
    return span.sent.start_char, max(end, span.sent.end_char)


def clean(words: str) -> str:
    """Write words as the key does: no glosses in brackets, no article, no small number."""
    plain = re.sub(r"\[[^\]]*\]|\([^)]*\)|^[^\[]*\]|[\[(].*$", " ", " ".join(words.upper().split()))
    plain = " ".join(plain.strip(" \"“”'‘-").split())
    return re.sub(r"^(?:THE|A|AN|SOME|SEVERAL|ALLEGED|TWO|THREE|FOUR|FIVE)\s+", "", plain)
