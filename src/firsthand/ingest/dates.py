"""Dates: publication dates as a report's own metadata state them, never guessed."""

import datetime
import re
from email.utils import parsedate_to_datetime

from msgspec import Struct

from firsthand.model.reports import Caution

_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_NAMED = re.compile(
    r"^(?:[a-z]+,?\s+)?(?:(?P<day1>\d{1,2})(?:st|nd|rd|th)?\s+(?P<month1>[a-z]{3,9})\.?,?\s+"
    r"(?P<year1>\d{4})|(?P<month2>[a-z]{3,9})\.?\s+(?P<day2>\d{1,2})(?:st|nd|rd|th)?,?\s+"
    r"(?P<year2>\d{4}))(?:\b.*)?$",
    re.IGNORECASE,
)


class Publication(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """When a report says it was published: a date, or only the words and why not."""

    published: str | None = None
    basis: str | None = None
    words: str | None = None
    cautions: tuple[Caution, ...] = ()


def read_publication(words: str | None, basis: str, today: datetime.date) -> Publication:
    """Read a publication date in ISO 8601, as in mail, or with the month's name.

    What cannot be read, or lies in the future, is kept as words with a caution, and the date
    stays unknown. "04/08/2011" is two different days to different readers, so it is not read.
    """
    if words is None or not words.strip():
        return Publication()
    words = words.strip()
    found = _read_iso(words) or _read_named(words) or _read_mail(words)
    if found is None:
        return _keep_words(
            words,
            "publication date unread",
            f"The publication date “{words}” could not be read: it stays unknown. "
            "Write it as YYYY-MM-DD.",
        )
    # A day of tolerance: the date line may already be there where the report was published.
    if found[:10] > (today + datetime.timedelta(days=1)).isoformat():
        return _keep_words(
            words,
            "publication date in the future",
            f"The publication date “{words}” lies in the future: it is treated as unknown.",
        )
    return Publication(published=found, basis=basis)


def _keep_words(words: str, code: str, text: str) -> Publication:
    return Publication(words=words, cautions=(Caution(code=code, text=text),))


def _read_iso(words: str) -> str | None:
    if not re.match(r"\d{4}-\d{2}-\d{2}", words):
        return None
    try:
        if len(words) == 10:
            return datetime.date.fromisoformat(words).isoformat()
        return datetime.datetime.fromisoformat(words).isoformat()
    except ValueError:
        return None


def _read_named(words: str) -> str | None:
    match = _NAMED.match(words)
    if match is None:
        return None
    name = (match["month1"] or match["month2"]).casefold()
    months = [index for index, month in enumerate(_MONTHS, start=1) if month.startswith(name[:3])]
    if not months or not _MONTHS[months[0] - 1].startswith(name.replace("sept", "sep")):
        return None
    day, year = int(match["day1"] or match["day2"]), int(match["year1"] or match["year2"])
    try:
        return datetime.date(year, months[0], day).isoformat()
    except ValueError:
        return None


def _read_mail(words: str) -> str | None:
    try:
        return parsedate_to_datetime(words).isoformat()
    except (ValueError, IndexError, TypeError):
        return None
