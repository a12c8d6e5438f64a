"""Responsibilities: each party said to have done it, with what it accepts or denies, and how."""

from collections.abc import Mapping

from msgspec import Struct

from firsthand.model.actors import Actor
from firsthand.model.claims import Claim
from firsthand.model.incidents import Incident
from firsthand.model.spans import covers


class Party(Struct, frozen=True, kw_only=True):
    """One party with the claims that allege, accept or deny that it did something."""

    name: str
    resolved: bool
    alleged: tuple[str, ...]
    accepted: tuple[str, ...]
    denied: tuple[str, ...]


class Denial(Struct, frozen=True, kw_only=True):
    """What the words of a denial name, and what they leave open."""

    names: tuple[str, ...]
    silent: tuple[str, ...]


def gather_parties(incident: Incident, actors: Mapping[str, Actor]) -> tuple[Party, ...]:
    """Gather what is said of each party; those with most claims come first."""
    said: dict[str, dict[str, tuple[str, ...]]] = {}
    words: dict[str, str] = {}
    for item in incident.responsibility:
        # "Soldiers" and "soldiers" are the same words; an id is the same in every case.
        key = words.setdefault(item.actor.casefold(), item.actor)
        stances = said.setdefault(key, {})
        stances[item.stance] = (*stances.get(item.stance, ()), *item.claims)
    parties = [
        Party(
            name=actors[actor].name if actor in actors else actor,
            resolved=actor in actors,
            alleged=stances.get("alleged", ()),
            accepted=stances.get("accepted", ()),
            denied=stances.get("denied", ()),
        )
        for actor, stances in said.items()
    ]
    return tuple(sorted(parties, key=_rank))


def describe_denial(claim: Claim) -> Denial:
    """Say how specific a denial is: a time or place counts only if it stands in its own words."""
    act, time, place = claim.act, claim.time, claim.place
    near = time is not None and time.span is not None and covers(claim.parts, time.span)
    here = place is not None and covers(claim.parts, (place.start, place.end))
    named = {
        "the act": act.type.replace("_", " ") if act else None,
        "who": _join([agent.text for agent in act.agents]) if act else None,
        "to whom or what": _join([target.text for target in act.targets]) if act else None,
        "with what": _join([thing.text for thing in act.instruments]) if act else None,
        "when": time.text if near and time else None,
        "where": place.text if here and place else None,
        "how many": _join([count.text for count in claim.casualties]),
    }
    return Denial(
        names=tuple(f"{aspect}: {words}" for aspect, words in named.items() if words),
        silent=tuple(aspect for aspect, words in named.items() if not words),
    )


def _join(words: list[str]) -> str | None:
    return ", ".join(words) or None


def _rank(party: Party) -> tuple[int, str]:
    return -len(party.alleged) - len(party.accepted) - len(party.denied), party.name
