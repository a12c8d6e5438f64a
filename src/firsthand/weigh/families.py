"""Families: origins that are not independent of each other, a party with all who belong to it."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from firsthand.model.claims import Claim
from firsthand.text.names import fold_letters
from firsthand.weigh.origins import Family, Origin, find_speaker

# Words by which an organ of a state is named, with or without the country.
_ORGANS = frozenset(
    """
    army military forces armed air force navy government ministry defence defense interior
    foreign general staff police gendarmerie presidency security authorities regime command
    """.split()
)
_STATE = "organs of one state"
_TROOPS = re.compile(r"\b(?:soldiers|troops)\b", re.IGNORECASE)
# Words that stand beside them: what an organ has and who serves in it.
_FILLERS = frozenset(
    """
    the of for and its their press service own aircraft warplanes planes jets helicopters artillery
    battery tanks soldiers troops units
    """.split()
)
_COUNSEL = r"\b(?:lawyer|attorney|counsel|solicitor|barrister)s?\b"
# "a lawyer for the government, Gerd Maule"
_CLIENT = re.compile(
    rf"{_COUNSEL}\s+(?:for|of|representing)\s+(?:the\s+)?(?P<client>[^,]+)", re.IGNORECASE
)
# "the military council of the Upland Front"
_WITHIN = re.compile(r"\s+(?:of|in)\s+(?:the\s+)?(?P<whole>[^,]+)$", re.IGNORECASE)
# The adjective of a country begins as its name does: Calverra, Calverran.
_STEM = 5

Tie = tuple[str, str, str]


def find_families(claims: Sequence[Claim], origins: Mapping[str, Origin]) -> tuple[Family, ...]:
    """Find the families of two and more among the origins of claims.

    Organs of one state, a body within a body, a lawyer and the client are one party: what they
    say is not said twice.
    """
    words: dict[str, dict[str, None]] = {}
    for claim in claims:
        origin, link = origins[claim.id], find_speaker(claim)
        spoken = words.setdefault(origin.key, {origin.name: None})
        if link is not None and link.speaker:
            spoken[link.speaker] = None
    ties = (*_tie_organs(words), *_tie_names(words))
    return _join(ties)


def list_involved(
    accused: Collection[str],
    names: Mapping[str, str],
    origins: Iterable[Origin],
    families: Sequence[Family],
) -> frozenset[str]:
    """List the accused with the keys of origins that are of one party with any of them.

    `names` are those of the accused. Where soldiers or an organ of the state are accused and only
    one state speaks, its other organs are of that party: a ministry answers for its army.
    """
    apart = {origin.key: origin for origin in origins}
    keys = {key for key, origin in apart.items() if origin.actor in accused}
    states = [family for family in families if family.reason == _STATE]
    if len(states) < 2 and any(is_organ(name) or _TROOPS.search(name) for name in names.values()):
        keys |= {key for key, origin in apart.items() if is_organ(origin.name)}
    for family in families:
        if keys & set(family.keys):
            keys |= set(family.keys)
    return frozenset(accused) | keys


def is_organ(name: str) -> bool:
    """Tell whether a name means an organ of a state: the army, the ministry, the government."""
    return _list_countries(name) is not None


def _tie_organs(words: Mapping[str, Mapping[str, None]]) -> Iterator[Tie]:
    """Tie the organs of one state; one named without its country only if there is one state."""
    stems: dict[str, str | None] = {}
    for key, spoken in words.items():
        found = [countries for name in spoken if (countries := _list_countries(name)) is not None]
        if found:
            named = sorted(country[:_STEM] for countries in found for country in countries)
            stems[key] = named[0] if named else None
    states = {stem for stem in stems.values() if stem is not None}
    first: dict[str | None, str] = {}
    for key, stem in stems.items():
        state = next(iter(states), None) if len(states) < 2 else stem
        if state is None and states:
            continue
        if state in first:
            yield first[state], key, _STATE
        first.setdefault(state, key)


def _list_countries(name: str) -> tuple[str, ...] | None:
    """List the names beside words for an organ; None if other words stand there or no such word."""
    organ = False
    countries = []
    for word in re.findall(r"\w+", name.replace("’s", "").replace("'s", "")):
        folded = fold_letters(word)
        if folded in _ORGANS:
            organ = True
        elif folded in _FILLERS:
            continue
        elif word[0].isupper():
            countries.append(folded)
        else:
            return None
    return tuple(countries) if organ else None


def _tie_names(words: Mapping[str, Mapping[str, None]]) -> Iterator[Tie]:
    """Tie a lawyer to the client and a part to its whole, where both speak."""
    known = {_fold(name): key for key, spoken in words.items() for name in spoken}
    for key, spoken in words.items():
        for name in spoken:
            client, whole = _CLIENT.search(name), _WITHIN.search(name)
            if client is not None and known.get(_fold(client["client"]), key) != key:
                yield known[_fold(client["client"])], key, "a lawyer and the client"
            elif whole is not None and known.get(_fold(whole["whole"]), key) != key:
                yield known[_fold(whole["whole"])], key, "a body and a part of it"


def _fold(name: str) -> str:
    return fold_letters(name).removeprefix("the ")


def _join(ties: Sequence[Tie]) -> tuple[Family, ...]:
    homes: dict[str, set[str]] = {}
    reasons: dict[str, str] = {}
    for one, other, reason in ties:
        joined = homes.get(one, {one}) | homes.get(other, {other})
        for key in joined:
            homes[key] = joined
            reasons.setdefault(key, reason)
    families = {tuple(sorted(keys)) for keys in homes.values()}
    return tuple(Family(keys=keys, reason=reasons[keys[0]]) for keys in sorted(families))
