"""Norms are gathered by name, with who invokes them, and never decided."""

from msgspec import structs
from tests.publish.samples import ACCOUNT, CLAIM

from firsthand.model.norms import Norm
from firsthand.publish.norms import gather_norms

NORM = Norm(
    name="Geneva Convention IV",
    kind="instrument",
    relation="invoked",
    actor="a-1",
    text="the Fourth Convention",
    start=0,
    end=21,
)


def test_uses_of_one_norm_stand_together() -> None:
    claims = [
        structs.replace(CLAIM, id="c-1", norms=(NORM,)),
        structs.replace(CLAIM, id="c-2", norms=(structs.replace(NORM, relation="breached"),)),
        structs.replace(CLAIM, id="c-3"),
    ]
    (norm,) = gather_norms(claims, {actor.id: actor for actor in ACCOUNT.actors})
    assert [(use.relation, use.actor, use.claim) for use in norm.uses] == [
        ("invoked", "Harbour Police", "c-1"),
        ("breached", "Harbour Police", "c-2"),
    ]


def test_an_actor_that_is_not_resolved_keeps_its_words() -> None:
    claim = structs.replace(CLAIM, norms=(structs.replace(NORM, actor="the town"),))
    (norm,) = gather_norms([claim], {})
    assert norm.uses[0].actor == "the town"
