"""Slots are filled across voices, joined words and clauses without a subject."""

import pytest
from spacy.tokens import Token

from firsthand.read.slots import find_slots, is_gerund_noun, is_passive, with_joined
from firsthand.text.parses import parse_text


def find_token(text: str, word: str) -> Token:
    return next(token for token in parse_text(text) if token.text == word)


@pytest.mark.parametrize(
    ("text", "word", "slot", "fillers"),
    [
        ("Rebels attacked the town.", "attacked", "subj", ["Rebels"]),
        ("The town was attacked by rebels.", "attacked", "obj", ["town"]),
        ("The town was attacked by rebels.", "attacked", "subj", ["rebels"]),
        ("Rebels and soldiers attacked the town.", "attacked", "subj", ["Rebels", "soldiers"]),
        ("Rebels entered and attacked the town.", "attacked", "subj", ["Rebels"]),
        ("Rebels who attacked the town fled.", "attacked", "subj", ["Rebels"]),
        ("The army accused rebels of attacking the town.", "attacking", "subj", ["rebels"]),
        ("An attack by rebels on the town failed.", "attack", "by", ["rebels"]),
        ("An attack by rebels on the town failed.", "attack", "on", ["town"]),
    ],
)
def test_a_slot_is_filled(text: str, word: str, slot: str, fillers: list[str]) -> None:
    assert [token.text for token in find_slots(find_token(text, word))[slot]] == fillers


def test_an_empty_slot_is_left_out() -> None:
    assert "subj" not in find_slots(find_token("The town was attacked.", "attacked"))


def test_a_verb_that_needs_an_object_and_has_none_is_passive() -> None:
    assert is_passive(find_token("Ten sailors were killed and hundreds wounded.", "wounded"))


def test_a_day_is_not_aimed_at() -> None:
    text = "Ten people were killed and dozens wounded on Tuesday when shells fell."
    assert [token.text for token in find_slots(find_token(text, "wounded"))["obj"]] == ["dozens"]


def test_who_follows_quoted_words_says_them() -> None:
    text = "“The garrison will fire,” warned the mayor of Oster."
    assert [token.text for token in find_slots(find_token(text, "warned"))["subj"]] == ["mayor"]


def test_an_ing_form_with_an_article_is_a_noun() -> None:
    assert not is_gerund_noun(find_token("They were shelling the town.", "shelling"))


def test_joined_nouns_come_one_by_one() -> None:
    rebels = find_token("Rebels and soldiers attacked the town.", "Rebels")
    assert [token.text for token in with_joined([rebels])] == ["Rebels", "soldiers"]


@pytest.mark.parametrize(
    ("text", "victims"),
    [
        ("Porters shot at checkpoint", ["Porters"]),
        ("Four shot dead at wedding near Oster", ["Four"]),
        ("Police shot at porters in Oster", ["porters"]),
        ("The soldiers shot at the checkpoint.", ["checkpoint"]),
    ],
)
def test_who_was_shot_in_a_headline_did_not_shoot(text: str, victims: list[str]) -> None:
    slots = find_slots(find_token(text, "shot"))
    assert [token.text for token in slots.get("obj", ()) or slots["at"]] == victims
