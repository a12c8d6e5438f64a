"""The tables of acts fit together: every type has a kind, every class exists."""

from typing import get_args

from firsthand.lexicon.acts import is_act_noun, load_class, load_frames, load_links
from firsthand.lexicon.tables import load_table
from firsthand.model.acts import Confidence
from firsthand.model.claims import Kind
from firsthand.read.acts import kind_of


def test_every_type_of_a_frame_has_a_kind() -> None:
    types = {frame.type for frames in load_frames().values() for frame in frames}
    assert all(kind_of(act_type) for act_type in types if act_type is not None)


def test_every_kind_is_one_that_claims_have() -> None:
    assert {row["kind"] for row in load_table("act_types")} <= set(get_args(Kind))


def test_every_type_stands_once() -> None:
    types = [row["type"] for row in load_table("act_types")]
    assert len(types) == len(set(types))


def test_every_confidence_of_a_link_is_known() -> None:
    links = [link for row in load_links().values() for link in row]
    assert {link.confidence for link in links} - {None} <= set(get_args(Confidence))


def test_a_class_holds_its_words() -> None:
    assert "rocket" in load_class("weapon")


def test_a_noun_of_violence_is_an_act_noun() -> None:
    assert is_act_noun("Attack")
    assert not is_act_noun("village")
