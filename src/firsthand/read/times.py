"""Times: every expression of time in a report, as half-open intervals with their basis."""

import re
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from msgspec.structs import replace
from spacy.tokens import Doc, Span, Token

from firsthand.model.times import WEEKDAY_CONFLICT, Precision, TimeSpan
from firsthand.read.anaphors import list_antecedents
from firsthand.text.calendars import shift_days
from firsthand.text.clauses import find_clause
from firsthand.text.dates import TimeExpression, find_expressions
from firsthand.text.intervals import (
    Anchors,
    Interval,
    Tense,
    format_moment,
)
from firsthand.text.parses import get_text, slice_text
from firsthand.text.resolutions import resolve_expression

# "BAGHDAD, April 8 (Agency) -": a place in capitals, a date, perhaps an agency, a dash.
_DATELINE = re.compile(
    r"(?:\A|\n)[^\S\n]*[A-Z][A-Z .'’-]{2,40}(?:, [A-Z][\w .]{1,30}?)??,? "
    r"(?P<date>[^()\n–—-]{3,25}?) ?(?:\([^)\n]{1,40}\) ?)?(?:--?|–|—)"
)
_DATELINE_LENGTH = 400
_OPENER = re.compile(
    r"\b(?:(?P<near>just|shortly|soon|immediately|moments)\s+)?"
    r"(?P<word>since|until|till|before|after|by)\s+$",
    re.IGNORECASE,
)
_OPENER_LENGTH = 25
_WEEK_OF = re.compile(r"\b(?:the\s+)?week\s+of\s+$", re.IGNORECASE)
_RANGE_START = re.compile(r"\b(?:between|from)\s+(?:the\s+)?$", re.IGNORECASE)
_RANGE_MIDDLE = re.compile(r"\s+(?:and|to|until|till|through)\s+|\s?[-–]\s?", re.IGNORECASE)
_FUTURE_MODALS = frozenset({"will", "shall", "'ll", "’ll", "wo"})
_FUTURE_HEADS = frozenset({"plan", "schedule", "expect", "intend", "set", "due", "go", "be"})
_POSSESSIVE = ("'s", "’s")
_AWAITING = frozenset(
    {"schedule", "expect", "plan", "slate", "due", "payable", "effective", "scheduled"}
)
_AHEAD = re.compile(
    r"\b(?:as (?:early|soon) as|of record|must be \w+ by|no later than)\s+(?:on\s+)?$",
    re.IGNORECASE,
)
_BEHIND_LENGTH = 25
_DEADLINE = re.compile(r"[\d., ]*\s+(?:as (?:the|a|its|their) )?(?:new )?deadline\b", re.IGNORECASE)
# What these are moved to, or last until, lies ahead: "extended to 9 May", "gave them until Friday".
_MOVING = frozenset(
    "extend postpone delay defer adjourn reschedule give have allow grant set suspend".split()
)
_GIVING = ("give", "have", "set")
_LIMITS = frozenset({"to", "until", "till", "through"})
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_FINE = ("minute", "hour", "part of day", "day")
_COARSE = (*_FINE, "week", "month", "season", "year")
_LONG_UNITS = ("year", "decade", "century")
# What was told more than about two paragraphs before is no anchor any more.
_FARTHEST = 1500
# A day without a year goes on from one with a year in the sentence or two before it.
_NEAR = 250

Found = tuple[TimeExpression, Interval]


_NAMES = frozenset({"GPE", "LOC", "FAC", "ORG", "PERSON"})
_TITLES = frozenset("Mr Mrs Ms Miss Dr Sir Professor Judge Captain Colonel General".split())
# What newspapers and broadcasts call themselves behind a day.
_PAPERS = frozenset(
    """
    Courier Times Post News Herald Telegraph Mail Express Mirror Tribune Star Independent World
    Standard Vision Monitor Nation Mercury Chronicle Gazette Argus Review Show
    """.split()
)


def find_times(doc: Doc, published: str | None) -> tuple[TimeSpan, ...]:
    """Find every expression of time, resolved where the text and its date allow."""
    expressions = find_expressions(get_text(doc))
    anchors = find_anchors(get_text(doc), published)
    found: list[Found] = []
    for expression in expressions:
        if _is_name(doc, expression):
            continue
        near = replace(
            anchors,
            earlier=_find_earlier(list_antecedents(doc, found, expression), expression),
            told=_find_told(found, expression),
            tense=read_tense(doc, expression.start),
        )
        found.append((expression, _check_weekday(expression, near)))
    joined = _join_ranges(found, get_text(doc))
    return tuple(_make_span(doc, *item, anchors) for item in joined)


def find_anchors(text: str, published: str | None) -> Anchors:
    """Find the day from which relative times count: the dateline's, else the publication's."""
    day = _read_day(published)
    for match in _DATELINE.finditer(text[:_DATELINE_LENGTH]):
        for expression in find_expressions(match["date"]):
            if expression.form != "calendar" or expression.day is None:
                continue
            interval = resolve_expression(expression, Anchors(published=day))
            if interval.start is not None:
                return Anchors(published=interval.start.date(), basis="dateline")
    return Anchors(published=day)


def read_tense(doc: Doc, start: int) -> Tense | None:
    """Read whether the clause at an offset speaks of the past or of the future."""
    span = doc.char_span(start, start + 1, alignment_mode="expand")
    if span is None:
        return None
    if _lies_ahead(doc, span[0]):
        return "future"
    verb = find_clause(span[0])
    if any(_is_future_modal(child) for child in verb.children):
        return "future"
    if verb.tag_ == "VB" and any(child.tag_ == "TO" for child in verb.children):
        return _read_infinitive(verb)
    if verb.lemma_ in _AWAITING:
        return "future"
    is_past = verb.tag_ == "VBD" or any(_is_past_auxiliary(child, verb) for child in verb.children)
    return "past" if is_past else None


def _lies_ahead(doc: Doc, token: Token) -> bool:
    """Tell whether words say that a time is still to come: a deadline, "as soon as", "payable"."""
    if token.head.lower_ in _AWAITING or token.head.head.lower_ in _AWAITING:
        return True
    text = get_text(doc)
    if _AHEAD.search(text[max(token.idx - _BEHIND_LENGTH, 0) : token.idx]):
        return True
    end = token.idx + len(token)
    if _DEADLINE.match(text, end):
        return True
    # Down from the time to the preposition that limits something: "until 9 a.m. Tuesday".
    for limit in (token, *list(token.ancestors)[:3]):
        if limit.lower_ in _LIMITS and limit.dep_ in ("prep", "mark"):
            return _is_moved(limit)
    return False


def _is_moved(limit: Token) -> bool:
    if limit.head.lemma_ not in _MOVING:
        return False
    return limit.lower_ not in ("to", "through") or limit.head.lemma_ not in _GIVING


def _is_future_modal(child: Token) -> bool:
    """Tell "will", "must" and the "would" of what was to come, not what would have been."""
    if child.tag_ != "MD":
        return False
    if child.lower_ in _FUTURE_MODALS:
        return True
    return child.lower_ in ("would", "must") and all(
        other.lower_ not in ("have", "'ve", "’ve") for other in child.head.children
    )


def _read_infinitive(verb: Token) -> Tense | None:
    """Read "to" after a plan as ahead; what "had been due to" happen is on either side."""
    above = (*verb.head.children, *verb.head.head.children)
    is_over = any(child.lower_ == "had" for child in above)
    return "future" if verb.head.lemma_ in _FUTURE_HEADS and not is_over else None


def _is_past_auxiliary(child: Token, verb: Token) -> bool:
    if not child.dep_.startswith("aux"):
        return False
    if child.tag_ == "VBD":
        return True
    return verb.tag_ == "VBN" and child.tag_ in ("VBZ", "VBP") and child.lemma_ == "have"


def _is_name(doc: Doc, expression: TimeExpression) -> bool:
    """Tell a town or a person from a season, and "April Soria" or "the Sunday Courier" too."""
    words = doc.char_span(expression.start, expression.end, alignment_mode="expand")
    if words is None or expression.year is not None or expression.day is not None:
        return False
    if expression.form in ("weekday", "calendar"):
        return _is_part_of_name(words)
    if expression.season is None or expression.relation is not None or not words[-1].text.istitle():
        return False
    return not words[-1].is_sent_start or words.root.ent_type_ in _NAMES


def _is_part_of_name(words: Span) -> bool:
    """Tell whether a weekday or month stands inside a name or after a title."""
    if words.start and words.doc[words.start - 1].text.rstrip(".") in _TITLES:
        return True
    if len(words) > 1 or words.end == len(words.doc):
        return False
    following = words.doc[words.end]
    is_joined = words[0].dep_ == "compound" and words[0].head == following
    if words[0].ent_type_ == "PERSON" and following.ent_type_ == "PERSON":
        return following.ent_iob_ == "I"
    return (
        is_joined
        and following.text in _PAPERS
        and words[0].nbor(-1 if words.start else 0).lower_ in ("the", *_PAPERS)
    )


def _read_day(published: str | None) -> date | None:
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


def _find_earlier(found: Sequence[Found], expression: TimeExpression) -> date | None:
    """Return the day of the time told shortly before, if it is known as exactly as is needed."""
    fine_enough: tuple[str, ...] = _COARSE if expression.unit in _LONG_UNITS else _FINE
    if expression.unit in ("week", "month"):
        fine_enough = _COARSE[: _COARSE.index(expression.unit) + 1]
    for told, interval in reversed(found):
        if expression.start - told.end > _FARTHEST:
            return None
        if interval.start is not None and interval.precision in fine_enough:
            return interval.start.date()
    return None


def _find_told(found: list[Found], expression: TimeExpression) -> date | None:
    """Return the day told just before with its year, or counted from one: its year goes on."""
    for told, interval in reversed(found):
        if expression.start - told.end > _NEAR:
            return None
        dated = told.form == "calendar" and told.year is not None and told.day is not None
        if interval.start is not None and (dated or interval.basis == "earlier event"):
            return interval.start.date()
    return None


def _check_weekday(expression: TimeExpression, anchors: Anchors) -> Interval:
    """Resolve an expression, noting where its weekday contradicts its date."""
    interval = resolve_expression(expression, anchors)
    dated = expression if expression.of is None else expression.of
    if dated.form not in ("calendar", "jalali") or dated.weekday is None or interval.start is None:
        return interval
    weekday = interval.start.weekday()
    if interval.precision not in _FINE or weekday == dated.weekday:
        return interval
    said, real = _WEEKDAYS[dated.weekday], _WEEKDAYS[weekday]
    return replace(
        interval, reason=f"{interval.reason}; the text says {said}, {WEEKDAY_CONFLICT} {real}"
    )


def _join_ranges(found: list[Found], text: str) -> list[Found]:
    """Join "between 8 April and 2 May" to one interval where its ends are in order."""
    joined: list[Found] = []
    for expression, interval in found:
        previous = joined[-1] if joined else None
        together = None if previous is None else _join(previous, (expression, interval), text)
        if together is None:
            joined.append((expression, interval))
        else:
            joined[-1] = together
    return joined


def _join(one: Found, other: Found, text: str) -> Found | None:
    (first, start), (last, end) = one, other
    if not _RANGE_MIDDLE.fullmatch(text[first.end : last.start]):
        return None
    if first.sort not in ("date", "time") or last.sort not in ("date", "time"):
        return None
    spelled = _RANGE_START.search(text[max(first.start - 20, 0) : first.start])
    if spelled is None and re.search(r"\band\b", text[first.end : last.start]):
        return None
    if first.year is None and last.year is not None and first.form == "calendar":
        start = resolve_expression(replace(first, year=last.year), Anchors())
    if start.start is None or end.end is None or start.start >= end.end:
        return None
    interval = replace(end, start=start.start, reason=f"range: {start.reason} to {end.reason}")
    return replace(last, start=first.start, rule="range"), interval


def _make_span(
    doc: Doc, expression: TimeExpression, interval: Interval, anchors: Anchors
) -> TimeSpan:
    text = get_text(doc)
    opener = _OPENER.search(text[max(expression.start - _OPENER_LENGTH, 0) : expression.start])
    start = expression.start
    week = _WEEK_OF.search(text[max(start - _OPENER_LENGTH, 0) : start])
    if week is not None and interval.precision == "day":
        start -= len(week[0])
        interval = _widen_to_week(interval)
    if opener is not None and _can_open(expression, interval, text):
        interval = _open(
            interval, opener["word"].casefold(), anchors, is_near=opener["near"] is not None
        )
        start = max(expression.start - _OPENER_LENGTH, 0) + opener.start()
    return TimeSpan(
        start=format_moment(interval.start),
        end=format_moment(interval.end),
        precision=interval.precision,
        text=slice_text(doc, start, expression.end),
        span=(start, expression.end),
        basis=interval.basis,
        reason=interval.reason,
    )


def _widen_to_week(interval: Interval) -> Interval:
    """Widen a day to the week it lies in: "the week of 4 April"."""
    if interval.start is None:
        return interval
    monday = interval.start - timedelta(days=interval.start.weekday())
    reason = f"{interval.reason}; the week of that day"
    return replace(
        interval, start=monday, end=monday + timedelta(days=7), precision="week", reason=reason
    )


def _can_open(expression: TimeExpression, interval: Interval, text: str) -> bool:
    """Tell whether "after" means the time itself: after Friday's raid is after a raid."""
    if interval.start is None or expression.rule == "range":
        return False
    if expression.form == "decade":
        return True
    words = text[expression.start : expression.end]
    return not words.endswith(_POSSESSIVE) and not text.startswith(_POSSESSIVE, expression.end)


def _open(interval: Interval, word: str, anchors: Anchors, *, is_near: bool) -> Interval:
    """Widen an interval by the word before it: since, until, by, before, after."""
    reason = f"{interval.reason}; {word}"
    if word in ("after", "before") and interval.precision in ("minute", "hour", "part of day"):
        return _keep_to_day(interval, word, reason, is_near=is_near)
    if word == "after":
        return replace(interval, start=interval.end, end=None, reason=reason)
    if word == "before":
        return replace(interval, start=None, end=interval.start, reason=reason)
    if word in ("until", "till", "by"):
        return replace(interval, start=None, reason=reason)
    if anchors.published is None or interval.start is None:
        return replace(interval, end=None, reason=reason)
    through = datetime.combine(shift_days(anchors.published, 1), time())
    if through <= interval.start:
        return replace(interval, end=None, reason=reason)
    return replace(interval, end=through, reason=f"{reason} then, up to publication")


def _keep_to_day(interval: Interval, word: str, reason: str, *, is_near: bool) -> Interval:
    """Read "before 7 am" as hours of that day, "shortly after 7 am" as the hour that follows."""
    if interval.start is None or interval.end is None:
        return interval
    hour, day = timedelta(hours=1), timedelta(days=1)
    midnight = datetime.combine(interval.start.date(), time())
    start, end = midnight, interval.start
    if word == "after":
        start = interval.end if interval.precision == "part of day" else interval.start
        end = midnight + day
    if is_near:
        start, end = (start, start + hour) if word == "after" else (end - hour, end)
    if start >= end:
        return replace(interval, reason=reason)
    precision: Precision = "hour" if is_near else "part of day"
    return replace(interval, start=start, end=end, precision=precision, reason=reason)
