"""Rarities: names that few reports have, which tell that two of them speak of one event."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Set
from typing import TypeAlias

from firsthand.model.readings import Reading
from firsthand.text.names import fold_letters, name_words

# The words of a full name, without titles and particles.
FullName: TypeAlias = tuple[str, ...]

_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
SHORTEST_NAME = 3
# A name in more reports than this tells nothing and is not looked up.
MOST_REPORTS = 40
# A street or site that one in so many reports names is hardly named by chance in two at once.
RARE_PLACE = 400


def list_names(reading: Reading) -> frozenset[str]:
    """List the words of all names in a report: of actors, victims and places.

    Outlets are left out, and what no one knows the kind of: mostly what stands around an article.
    """
    actors = (actor for actor in reading.actors if actor.type not in ("outlet", "unknown"))
    named = [name.text for actor in actors for name in actor.names]
    named += [name.text for victim in reading.victims for name in victim.names]
    named += [place.text for place in reading.places]
    words = {word for text in named if text[:1].isupper() for word in fold_letters(text).split()}
    publisher = fold_letters(reading.report.publisher or "")
    return frozenset(word for word in words if len(word) >= SHORTEST_NAME and word not in publisher)


def list_victims(reading: Reading, claims: Set[str]) -> frozenset[FullName]:
    """List the full names of the victims that some claims speak of."""
    victims = (victim for victim in reading.victims if claims & set(victim.claims))
    named = (
        name_words(name.text)
        for victim in victims
        for name in victim.names
        if name.reason == "named as harmed"
    )
    return frozenset(words for words in named if len(words) > 1)


def list_people(reading: Reading) -> frozenset[FullName]:
    """List the full names of all persons in a report."""
    people = (actor for actor in reading.actors if actor.type == "person")
    named = (name_words(name.text) for actor in people for name in actor.names)
    return frozenset(words for words in named if len(words) > 1)


def find_shared(victims: Set[FullName], people: Set[FullName]) -> FullName | None:
    """Find a victim among people: the same first and last word, whatever stands between."""
    known = {key_name(name) for name in people}
    return min((name for name in victims if key_name(name) in known), default=None)


def key_name(name: FullName) -> tuple[str, str]:
    """Return the words by which a full name is looked up: the first and the family's."""
    family = next((word for word in reversed(name) if word not in _SUFFIXES), name[-1])
    return name[0], family


def weigh_names(reports: Mapping[str, Iterable[str]]) -> dict[str, float]:
    """Weigh each name word by its rarity: the logarithm of reports in all over those with it."""
    held = Counter(word for words in reports.values() for word in set(words))
    total = max(len(reports), 1)
    return {
        word: math.log(total / count) for word, count in held.items() if 1 < count <= MOST_REPORTS
    }


def find_rare_places(reports: Iterable[Set[str]], total: int) -> frozenset[str]:
    """Find the names of places that more than one report has, and at most one in so many."""
    held = Counter(name for names in reports for name in names)
    most = min(MOST_REPORTS, total // RARE_PLACE)
    return frozenset(name for name, count in held.items() if 1 < count <= most)
