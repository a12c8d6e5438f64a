"""Shooting reports: the archive's final counts of an incident from several reports.

The archive counts the shooter, and nobody twice: who died of a wound is not injured. "Shot" alone
means one injured if nobody died.
"""

import re
from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from eval.packs import Record
from eval.predictors.sites import choose_site
from eval.predictors.sums import add_up
from eval.texts import join_title, read_report
from firsthand.model.casualties import Casualties
from firsthand.model.readings import Reading

# After this many characters reports turn to other cases and to what readers may do.
_STORY = 2000
_LARGEST = 60
_LARGEST_OF_MANY = 7

_SHOT = re.compile(
    r"\b(?:shot|shooting|gunshot|gunfire|wound\w*|injur\w+|graz\w+|stray bullet)\b", re.IGNORECASE
)
_NOBODY = re.compile(
    r"\b(?:no one|nobody|no injuries|no reported injuries|not injured|unharmed|no victims?"
    r"|none of the \w+|missed)\b",
    re.IGNORECASE,
)
_MURDER_SUICIDE = re.compile(
    r"\bmurder[- ]suicide|\bturn(?:ed|ing|s) (?:the|his|her|a) (?:\w+ )?(?:gun|weapon|rifle|pistol)"
    r" on (?:him|her)self"
    r"|\b(?:before|then|and) (?:apparently |fatally )?(?:kill|shoot|shot|tak|took|commit)\w*"
    r" (?:him|her)self|\b(?:before|then|and) (?:tak|took)\w* (?:his|her) own life"
    r"|\b(?:before|then|and) committ\w+ suicide|\band (?:then )?(?:himself|herself)\b",
    re.IGNORECASE,
)
_SUICIDE = re.compile(r"\b(?:kill(?:ed|ing|s) (?:him|her)self|own life|suicide)\b", re.IGNORECASE)
_TOLD_DEAD = re.compile(r"found|dead|bodies|died|deaths? of|both|die\b", re.IGNORECASE)
_SELF_AFTER = re.compile(
    r"^[^.;,]{0,40}\b(?:kill|shoot|shot|took|tak)\w*(?:[^.;,]{0,15}) ?\b(?:him|her)self\b",
    re.IGNORECASE,
)
# What a report's opening tells is its own case, unless somebody is said to have died later.
_OPENING = 600
# Within so many characters a report of several shootings gives the totals of all.
_TOTALS = 350
_LATER = re.compile(
    r"\b(?:later died|pronounced dead|died (?:at|of|from|later|after))", re.IGNORECASE
)
_ACCIDENT = re.compile(r"\baccident\w*|\bplaying with\b", re.IGNORECASE)
_ANOTHER = re.compile(
    r"\b(?:another|others?|also|second|survive\w*|stable|recover\w*|treated|non-life|one (?:injured"
    r"|wounded)|and (?:injur|wound)\w+|1 (?:injured|wounded|hurt)|wounding|injuring)\b",
    re.IGNORECASE,
)
_OF_THEM = re.compile(
    r"^(?:one|two|three|\d) of (?:the|those|them|\w+ (?:people|victims|men))\b", re.I
)
_SURVIVED = re.compile(r"\b(?:also shot|surviv\w+|expected to|non-life)", re.IGNORECASE)
_OTHERS = re.compile(r"\bothers?\b", re.IGNORECASE)
_MULTIPLE = {"double": 2, "triple": 3, "quadruple": 4, "quintuple": 5}
_MULTIPLE_SHOOTING = re.compile(rf"\b(?P<number>{'|'.join(_MULTIPLE)}) shooting\b", re.IGNORECASE)
_ROUND_UP = re.compile(
    r"\b(?:weekend|overnight|\w+ separate|\d+|two|three|four|five) shootings\b", re.IGNORECASE
)
_DEATH = re.compile(
    r"\b(?:killed|dead|died|dies|fatal\w*|slain|homicide victim|murdered|slaying|body)\b",
    re.IGNORECASE,
)
_PEOPLE_SHOT = re.compile(
    r"\b(?P<number>two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2})"
    r"(?![- ]year)(?:\s+(?!of\b|and\b|in\b)[a-z-]+){0,3}?\s+(?:(?:were|was|are|is|have been"
    r"|had been|all|also|reportedly)\s+)*(?:shot|(?:struck|hit) by (?:gunfire|bullets))\b",
    re.IGNORECASE,
)
_WORDS = dict(
    zip(
        "two three four five six seven eight nine ten eleven twelve".split(),
        range(2, 13),
        strict=True,
    )
)


class Told(Struct, frozen=True, kw_only=True):
    """What one report says of an incident in the archive's terms."""

    killed: int
    injured: int


def predict_gva(record: Record) -> dict[str, object]:
    """Predict how many were killed and injured, when and where, from an incident's reports."""
    read = [
        (join_title(part), reading)
        for part in record.reports
        if (reading := read_report(part)) is not None
    ]
    killed, injured = count_incident(read)
    prediction: dict[str, object] = {"killed": killed, "injured": injured}
    site = choose_site(*(reading for _, reading in read))
    if site is not None:
        prediction["lat"], prediction["lon"] = site
    date = _find_date([reading for _, reading in read], record)
    if date is not None:
        prediction["date"] = date
    return prediction


def count_incident(read: Sequence[tuple[str, Reading]]) -> tuple[int, int]:
    """Count an incident's killed and injured from the texts and readings of its reports."""
    every = [(text, tell_report(text, reading)) for text, reading in read]
    telling = [(text, item) for text, item in every if item.killed or item.injured]
    told = _leave_round_ups(telling or every)
    killed = _vote([item.killed for item in told])
    # Who was wounded in an early report may be dead in a later one.
    last = [item.injured for item in told if item.killed == killed]
    return killed, _vote(last)


def tell_report(text: str, reading: Reading) -> Told:
    """Count killed and injured as one report tells them."""
    story = text[:_STORY]
    # Totals of a weekend are not those of one shooting.
    many = _ROUND_UP.search(text[:300]) is not None
    largest = _LARGEST_OF_MANY if many else _LARGEST
    dead = _leave_asides(text, _list_counts(reading, "killed", largest))
    hurt = _list_counts(reading, "injured", largest)
    if many:
        hurt = [count for count in hurt if count.start >= _TOTALS] or hurt
    killed = _count_killed(story, text, dead)
    shot = _count_shot(story, text, hurt)
    wounded = [count for count in hurt if not _tells_of_shot(count) or _is_survivor(text, count)]
    injured = _count(text, [count for count in wounded if not killed or _is_another(text, count)])
    if killed:
        if any(_OF_THEM.search(count.text) for count in dead):
            # "One of five people injured has died": the dead are among them.
            among = [count for count in wounded if not _OTHERS.search(count.text)]
            apart = [count for count in wounded if _OTHERS.search(count.text)]
            injured = max(_count(text, apart), _count(text, among) - killed)
        return Told(killed=killed, injured=max(injured, shot - killed, 0))
    injured = max(injured, shot)
    if injured == 0 and _SHOT.search(story) and not _NOBODY.search(story):
        injured = 1
    return Told(killed=0, injured=injured)


def _leave_asides(text: str, counts: list[Casualties]) -> list[Casualties]:
    """Leave out deaths told of late in a report whose opening knows of none: they are others'."""
    opening = text[:_OPENING]
    late = all(count.start > _OPENING and (count.low or 0) <= 1 for count in counts)
    knows = _DEATH.search(opening) is not None or _SHOT.search(opening) is None
    return [] if counts and late and not knows and not _LATER.search(text[:_STORY]) else counts


def _count_killed(story: str, text: str, counts: Sequence[Casualties]) -> int:
    killed = _count(text, counts)
    if not counts and _DEATH.search(story[:700]) and not _is_about_living(story):
        killed = 1
    if _MURDER_SUICIDE.search(story) and not _ACCIDENT.search(story):
        others = _count(text, [count for count in counts if not _is_self(text, count)])
        told = killed > others or _counts_shooter(text, counts)
        return max(killed, others + (not told))
    if killed == 0 and (_SUICIDE.search(story) or _tells_of_fatal_wound(story)):
        return 1
    return killed


def _tells_of_fatal_wound(story: str) -> bool:
    own = re.search(r"\bself[- ]inflicted\b", story, re.IGNORECASE)
    return own is not None and _DEATH.search(story) is not None


def _count_shot(story: str, text: str, counts: Sequence[Casualties]) -> int:
    """Count everybody who was shot, whether they lived or died."""
    told = [_read_number(match["number"]) for match in _PEOPLE_SHOT.finditer(story)]
    told += [_MULTIPLE[match["number"].casefold()] for match in _MULTIPLE_SHOOTING.finditer(story)]
    shot = _count(text, [count for count in counts if _tells_of_shot(count)])
    return max([shot, *told])


def _is_another(text: str, count: Casualties) -> bool:
    """Tell whether one wounded is another than the dead: a wound is told, then a death of it."""
    if (count.low or 0) != 1 or count.counting == "additional":
        return True
    near = text[max(0, count.start - 60) : count.end + 60]
    return _ANOTHER.search(near) is not None


def _is_survivor(text: str, count: Casualties) -> bool:
    """Tell "another man was shot", beside the dead, from who was shot and may be dead."""
    if _OTHERS.search(count.text):
        return True
    near = text[max(0, count.start - 20) : count.end + 60]
    return count.low == 1 and (count.counting == "additional" or _SURVIVED.search(near) is not None)


def _tells_of_shot(count: Casualties) -> bool:
    return count.pattern.endswith("shoot")


def _list_counts(reading: Reading, outcome: str, largest: int) -> list[Casualties]:
    counts = {
        count.id: count
        for claim in reading.claims
        if claim.stance not in ("conditional", "predicted", "demanded")
        for count in claim.casualties
        if count.outcome == outcome and count.start < _STORY and count.scope is None
        if (count.low or count.high or 0) <= largest
    }
    return sorted(counts.values(), key=lambda count: (count.start, count.end))


def _count(text: str, counts: Sequence[Casualties]) -> int:
    """Take the largest figure; those told one after the other ("a man and two boys") add up."""
    return max(add_up(text, [item for item in counts if item.part_of is None]), default=0)


def _counts_shooter(text: str, counts: Sequence[Casualties]) -> bool:
    """Tell whether the shooter is among the dead counted: "a man and his son were found dead"."""
    whole = [count for count in counts if count.part_of is None]
    return any(
        max(add_up(text, [one, other]), default=0) >= 2
        and _TOLD_DEAD.search(text[max(0, one.start - 15) : one.end + 60])
        for one, other in zip(whole, [*whole[1:], *whole[:1]], strict=True)
    )


def _is_self(text: str, count: Casualties) -> bool:
    """Tell whether who is counted killed themselves: "the suspect then shot himself"."""
    if count.text.casefold() in ("himself", "herself"):
        return True
    return _SELF_AFTER.match(text[count.end : count.end + 70]) is not None


def _is_about_living(story: str) -> bool:
    return re.search(r"\b(?:non-life|expected to survive|critical condition)\b", story) is not None


def _leave_round_ups(told: Sequence[tuple[str, Told]]) -> list[Told]:
    """Leave out reports of many shootings where another report tells of this one."""
    single = [item for text, item in told if _ROUND_UP.search(text[:300]) is None]
    return single or [item for _, item in told]


def _read_number(words: str) -> int:
    return int(words) if words.isdigit() else _WORDS[words.casefold()]


def _vote(figures: Sequence[int]) -> int:
    """Take what most reports say; of equals the larger, because people die of wounds later."""
    if not figures:
        return 0
    counted = Counter(figures)
    return max(counted, key=lambda figure: (counted[figure], figure))


def _find_date(readings: Sequence[Reading], record: Record) -> str | None:
    """Find the day of the shooting: what most claims about harm say, else the first publication."""
    days = [
        claim.time.start[:10]
        for reading in readings
        for claim in reading.claims
        if claim.time is not None
        and claim.time.start is not None
        and claim.time.precision in ("day", "part of day", "hour", "minute")
        and claim.kind in ("act", "casualties")
    ]
    if days:
        return max(sorted(set(days)), key=days.count)
    published = sorted(part.published[:10] for part in record.reports if part.published)
    return published[0] if published else None
