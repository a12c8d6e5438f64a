"""Chains: who says it and through whom, gathered by speaker for a reader."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from firsthand.model.accounts import Copies
from firsthand.model.actors import Actor
from firsthand.model.attributions import Link
from firsthand.model.claims import Claim
from firsthand.model.reports import Report

UNNAMED = "somebody not named"
# How well a speaker could know, in the order of the page; null is said in words, never ranked up.
_FIRSTHAND = {True: 0, None: 1, False: 2}


class Chain(Struct, frozen=True, kw_only=True):
    """One way by which words reached the reports; `sayings` are claims in the same words."""

    links: tuple[Link, ...]
    reports: tuple[str, ...]
    sayings: tuple[tuple[str, ...], ...]


class Voice(Struct, frozen=True, kw_only=True):
    """One speaker as the reports name them; `author` tells that a report itself speaks.

    `firsthand` is true if a text says they were there, false if one says they were not and none
    that they were, null if none says; `body` is the one they speak for, by name.
    """

    name: str
    author: bool
    also: tuple[str, ...]
    standings: tuple[str, ...]
    firsthand: bool | None
    body: str | None
    chains: tuple[Chain, ...]
    claims: tuple[str, ...]


def gather_voices(
    claims: Sequence[Claim],
    reports: Mapping[str, Report],
    actors: Mapping[str, Actor],
    copies: Sequence[Copies] = (),
) -> tuple[Voice, ...]:
    """Gather claims by first speaker: those who were there first, reports themselves last.

    Speakers of different reports are one only if they resolve to one actor, or stand in the same
    words in copies of one text: two people called "he" stay two.
    """
    homes = {name: group.id for group in copies for name in group.reports}
    gathered: dict[tuple[str, ...], list[Claim]] = {}
    for claim in claims:
        gathered.setdefault(_find_key(claim, reports, homes), []).append(claim)
    voices = [_make_voice(group, reports, actors) for group in gathered.values()]
    return tuple(sorted(voices, key=_rank))


def find_speaker(claim: Claim) -> Link | None:
    """Return the first speaker of a claim, or None where the report's author speaks."""
    spoken = [link for link in claim.attribution if link.role == "speaker"]
    return spoken[-1] if spoken else None


def name_speaker(claim: Claim, reports: Mapping[str, Report]) -> str:
    """Name who makes a claim, in the words of the report."""
    link = find_speaker(claim)
    if link is not None:
        return link.speaker or UNNAMED
    report = reports[claim.report]
    by = report.publisher or report.author
    return f"{by} (the report itself)" if by else "the report itself"


def join_same_words(claims: Sequence[Claim]) -> tuple[tuple[str, ...], ...]:
    """Group the ids of claims whose words are the same but for case and blanks."""
    groups: dict[str, list[str]] = {}
    for claim in claims:
        groups.setdefault(" ".join(claim.quote.casefold().split()), []).append(claim.id)
    return tuple(tuple(ids) for ids in groups.values())


def _find_key(
    claim: Claim, reports: Mapping[str, Report], homes: Mapping[str, str]
) -> tuple[str, ...]:
    link = find_speaker(claim)
    if link is None:
        report = reports[claim.report]
        by = report.publisher or report.author
        return ("author", by) if by else ("report", report.id)
    if link.actor is not None:
        return "actor", link.actor
    return "words", homes.get(claim.report, claim.report), (link.speaker or "").casefold()


def _make_voice(
    claims: Sequence[Claim], reports: Mapping[str, Report], actors: Mapping[str, Actor]
) -> Voice:
    links = [link for claim in claims if (link := find_speaker(claim)) is not None]
    known = actors.get(links[0].actor or "") if links else None
    name = known.name if known is not None else name_speaker(claims[0], reports)
    spoken_for = [actors.get(link.speaks_for or "") for link in links]
    bodies = [actor.name for actor in spoken_for if actor is not None]
    return Voice(
        name="not named, maybe several people" if name == UNNAMED else name,
        author=not links,
        also=_list_other_names(links, name),
        standings=tuple(dict.fromkeys(link.standing for link in links if link.standing)),
        firsthand=_join_firsthand(links),
        body=next((body for body in bodies if body != name), None),
        chains=_make_chains(claims),
        claims=tuple(claim.id for claim in claims),
    )


def _list_other_names(links: Sequence[Link], name: str) -> tuple[str, ...]:
    """List what else the reports call a speaker; case and article make no other name."""
    found: dict[str, str] = {}
    for link in links:
        if link.speaker:
            found.setdefault(_fold_name(link.speaker), link.speaker)
    found.pop(_fold_name(name), None)
    return tuple(found.values())


def _fold_name(name: str) -> str:
    return name.casefold().removeprefix("the ")


def _join_firsthand(links: Sequence[Link]) -> bool | None:
    said = {link.firsthand for link in links}
    return True if True in said else False if False in said else None


def _make_chains(claims: Sequence[Claim]) -> tuple[Chain, ...]:
    """Gather claims that came by the same links, whatever report carries them."""
    ways: dict[tuple[tuple[str, str], ...], list[Claim]] = {}
    for claim in claims:
        way = tuple((link.role, (link.speaker or "").casefold()) for link in claim.attribution)
        ways.setdefault(way, []).append(claim)
    return tuple(
        Chain(
            links=group[0].attribution,
            reports=tuple(dict.fromkeys(claim.report for claim in group)),
            sayings=join_same_words(group),
        )
        for group in ways.values()
    )


def _rank(voice: Voice) -> tuple[bool, int, int, str]:
    return voice.author, _FIRSTHAND[voice.firsthand], -len(voice.claims), voice.name
