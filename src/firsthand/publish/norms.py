"""Norms: the rules, duties and statuses that claims invoke, gathered by name."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from firsthand.model.actors import Actor
from firsthand.model.claims import Claim
from firsthand.model.norms import NormKind, Relation


class Use(Struct, frozen=True, kw_only=True):
    """One use of a norm: what is said of it, the words, for which actor, by which claim."""

    relation: Relation
    words: str
    actor: str | None
    claim: str


class Invoked(Struct, frozen=True, kw_only=True):
    """One norm with all its uses; whether it applies is never decided here."""

    name: str
    kind: NormKind
    uses: tuple[Use, ...]


def gather_norms(claims: Sequence[Claim], actors: Mapping[str, Actor]) -> tuple[Invoked, ...]:
    """Gather the norms that claims invoke, in the order of their first use."""
    found: dict[tuple[str, NormKind], dict[Use, None]] = {}
    for claim in claims:
        for norm in claim.norms:
            actor = actors.get(norm.actor or "")
            use = Use(
                relation=norm.relation,
                words=norm.text,
                actor=actor.name if actor else norm.actor,
                claim=claim.id,
            )
            found.setdefault((norm.name, norm.kind), {})[use] = None
    return tuple(
        Invoked(name=name, kind=kind, uses=tuple(uses)) for (name, kind), uses in found.items()
    )
