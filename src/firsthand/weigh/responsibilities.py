"""Responsibility: who is said to have done it, who accepts it and who denies it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from firsthand.lexicon.tables import load_words
from firsthand.model.actors import Actor
from firsthand.model.acts import Participant
from firsthand.model.claims import Claim
from firsthand.model.incidents import Affected, Responsibility, ResponsibilityStance
from firsthand.model.reports import Report
from firsthand.text.names import fold_letters
from firsthand.text.numbers import find_quantities
from firsthand.weigh.origins import Origin

NO_REPORTS: Mapping[str, Report] = MappingProxyType({})

# "its forces", "our troops": the speaker's own.
_OWN = ("its", "his", "her", "their", "our", "my", "we", "they")
# Words that name nobody who could answer for an act.
_LEAD = re.compile(r"^\s*(?:(?:of|the|a|an|some|other|more)\s+)*", re.IGNORECASE)
_ANSWERING = frozenset(
    {
        "person",
        "state",
        "security force",
        "armed organisation",
        "organisation",
        "group of people",
    }
)
# A number opens a phrase, at most after "at least", "an estimated" and the like.
_LONGEST_LEAD = 16
_NOBODY = frozenset("who which that it he she they them him this these those some others".split())


def find_responsibilities(
    claims: Sequence[Claim],
    origins: Mapping[str, Origin],
    actors: Mapping[str, Actor],
    reports: Mapping[str, Report] = NO_REPORTS,
) -> tuple[Responsibility, ...]:
    """Find whom claims name as agents of acts; an actor is its id, or the words of the reports.

    Only people and bodies can answer for an act: a place, an outlet, a thing or a number cannot,
    and who is said to have been harmed in the same report is not listed either. What is denied
    first and accepted later stands in both, each with its days.
    """
    harmed = _list_harmed(claims)
    found: dict[tuple[str, ResponsibilityStance], list[str]] = {}
    spellings: dict[str, str] = {}
    for claim in claims:
        for words, stance in _read_claim(claim, origins[claim.id], actors):
            if (claim.report, words.casefold()) in harmed and words not in actors:
                continue
            actor = spellings.setdefault(words.casefold(), words)
            holders = found.setdefault((actor, stance), [])
            if claim.id not in holders:
                holders.append(claim.id)
    days = {claim.id: find_day(claim, reports) for claim in claims}
    return tuple(
        _make_responsibility(actor, stance, ids, days)
        for (actor, stance), ids in sorted(found.items())
    )


def find_day(claim: Claim, reports: Mapping[str, Report]) -> str | None:
    """Return the day on which a claim was published, if that is known."""
    report = reports.get(claim.report)
    return report.published[:10] if report is not None and report.published else None


def find_moment(claim: Claim, reports: Mapping[str, Report]) -> tuple[str, str]:
    """Return when a claim was published, to the day, and its report: the first of equals leads."""
    return find_day(claim, reports) or "9999", claim.report


def _make_responsibility(
    actor: str,
    stance: ResponsibilityStance,
    claims: Sequence[str],
    days: Mapping[str, str | None],
) -> Responsibility:
    known = sorted(day for name in claims if (day := days[name]) is not None)
    return Responsibility(
        actor=actor,
        stance=stance,
        claims=tuple(claims),
        first=known[0] if known else None,
        last=known[-1] if known else None,
    )


def find_affected(claims: Sequence[Claim], actors: Mapping[str, Actor]) -> tuple[Affected, ...]:
    """List the people whom the acts are said to have befallen, in the words of the reports."""
    found: dict[str, tuple[str, str | None, list[str]]] = {}
    for claim in claims:
        if claim.act is None or claim.act.negated or claim.stance == "denied":
            continue
        for target in claim.act.targets:
            if not _is_people(target, actors):
                continue
            words = _strip_count(target.text)
            entry = found.setdefault(fold_letters(words), (words, target.actor, []))
            entry[2].append(claim.id)
    return tuple(
        Affected(text=words, actor=actor, claims=tuple(dict.fromkeys(ids)))
        for words, actor, ids in found.values()
    )


def list_accused(responsibilities: Sequence[Responsibility]) -> frozenset[str]:
    """List the actors said to be responsible, whatever they say of it."""
    return frozenset(item.actor for item in responsibilities)


def _list_harmed(claims: Sequence[Claim]) -> frozenset[tuple[str, str]]:
    """List the words for whom each report says was harmed, by report."""
    return frozenset(
        (claim.report, _strip_count(target.text).casefold())
        for claim in claims
        if claim.act is not None
        for target in claim.act.targets
    )


def _read_claim(
    claim: Claim, origin: Origin, actors: Mapping[str, Actor]
) -> Iterator[tuple[str, ResponsibilityStance]]:
    if claim.act is None or claim.stance in ("opinion", "predicted", "conditional", "demanded"):
        return
    # "No group has claimed responsibility" names nobody.
    if origin.name.casefold().split()[:1] in (["no"], ["nobody"], ["none"]):
        return
    for agent in claim.act.agents:
        actor = _name(agent, origin)
        if actor is not None and _can_answer(actor, actors):
            yield actor, _judge(claim, agent, actor, origin)


def _name(agent: Participant, origin: Origin) -> str | None:
    """Name an agent by its actor; the speaker's own people answer as the speaker does."""
    words = _strip_count(agent.text)
    first = (fold_letters(words).split() or [""])[0]
    if not first or words.casefold() in _NOBODY:
        return None
    if agent.actor is not None:
        return agent.actor
    return _name_speaker(origin) if first in _OWN else words


def _can_answer(name: str, actors: Mapping[str, Actor]) -> bool:
    """Tell whether somebody can have done it: a person, a body or a group, by actor or words."""
    actor = actors.get(name)
    if actor is not None:
        return actor.type in _ANSWERING
    words = _list_words(name)
    return _mean_people(words) or bool(words & load_words("actor_types"))


def _name_speaker(origin: Origin) -> str:
    return origin.actor or _strip_count(origin.name)


def _strip_count(words: str) -> str:
    """Return the words for somebody without article and number: "thousands of X" are X."""
    counts = [item for item in find_quantities(words) if item.start <= _LONGEST_LEAD]
    rest = words[counts[0].end :] if counts else words
    return _LEAD.sub("", rest).strip() or words


def _is_people(target: Participant, actors: Mapping[str, Actor]) -> bool:
    """Tell whether words name people: by their actor, or because one of them means people."""
    actor = actors.get(target.actor or "")
    if actor is not None and actor.type in ("person", "group of people"):
        return True
    return _mean_people(_list_words(target.text))


def _list_words(text: str) -> frozenset[str]:
    bare = re.sub(r"[’']s\b", "", text)
    words = {word.casefold() for word in re.findall(r"[\w’'-]+", bare)}
    return frozenset(words | {word.removesuffix("s") for word in words})


def _mean_people(words: frozenset[str]) -> bool:
    return bool(words & load_words("group_words")) or any(
        word.endswith(("men", "women", "people", "man", "woman")) for word in words
    )


def _judge(claim: Claim, agent: Participant, actor: str, origin: Origin) -> ResponsibilityStance:
    if claim.stance == "denied" or claim.act is None or claim.act.negated:
        return "denied"
    if agent.confidence == "denied":
        return "denied"
    return "accepted" if actor == _name_speaker(origin) else "alleged"
