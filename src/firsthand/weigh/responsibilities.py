"""Responsibility: who is said to have done it, who accepts it and who denies it."""

from collections.abc import Iterator, Mapping, Sequence

from firsthand.model.acts import Participant
from firsthand.model.claims import Claim
from firsthand.model.incidents import Affected, Responsibility, ResponsibilityStance
from firsthand.text.names import fold_letters
from firsthand.weigh.origins import Origin

# "its forces", "our troops": the speaker's own.
_OWN = ("its", "his", "her", "their", "our", "my", "we", "they")
# Words that name nobody who could answer for an act.
_NOBODY = frozenset("who which that it he she they them him this these those some others".split())


def find_responsibilities(
    claims: Sequence[Claim], origins: Mapping[str, Origin]
) -> tuple[Responsibility, ...]:
    """Find whom claims name as agents of acts; an actor is its id, or the words of the reports."""
    found: dict[tuple[str, ResponsibilityStance], list[str]] = {}
    for claim in claims:
        for actor, stance in _read_claim(claim, origins[claim.id]):
            holders = found.setdefault((actor, stance), [])
            if claim.id not in holders:
                holders.append(claim.id)
    return tuple(
        Responsibility(actor=actor, stance=stance, claims=tuple(ids))
        for (actor, stance), ids in sorted(found.items())
    )


def find_affected(claims: Sequence[Claim]) -> tuple[Affected, ...]:
    """List whom or what the acts are said to have befallen, in the words of the reports."""
    found: dict[str, tuple[Participant, list[str]]] = {}
    for claim in claims:
        if claim.act is None or claim.act.negated or claim.stance == "denied":
            continue
        for target in claim.act.targets:
            if fold_letters(target.text) in _NOBODY:
                continue
            key = target.actor or fold_letters(target.text)
            found.setdefault(key, (target, []))[1].append(claim.id)
    return tuple(
        Affected(text=target.text, actor=target.actor, claims=tuple(dict.fromkeys(ids)))
        for target, ids in found.values()
    )


def list_accused(responsibilities: Sequence[Responsibility]) -> frozenset[str]:
    """List the actors said to be responsible, whatever they say of it."""
    return frozenset(item.actor for item in responsibilities)


def _read_claim(claim: Claim, origin: Origin) -> Iterator[tuple[str, ResponsibilityStance]]:
    if claim.act is None or claim.stance in ("opinion", "predicted", "conditional", "demanded"):
        return
    for agent in claim.act.agents:
        actor = _name(agent, origin)
        if actor is not None:
            yield actor, _judge(claim, agent, actor, origin)


def _name(agent: Participant, origin: Origin) -> str | None:
    """Name an agent by its actor; the speaker's own people answer as the speaker does."""
    words = fold_letters(agent.text).split()
    if not words or agent.text.casefold() in _NOBODY:
        return None
    if agent.actor is not None:
        return agent.actor
    if words[0] in _OWN:
        return origin.actor
    return " ".join(word for word in agent.text.split() if word.casefold() not in ("the", "a"))


def _judge(claim: Claim, agent: Participant, actor: str, origin: Origin) -> ResponsibilityStance:
    if claim.stance == "denied" or claim.act is None or claim.act.negated:
        return "denied"
    if agent.confidence == "denied":
        return "denied"
    return "accepted" if actor == origin.actor else "alleged"
