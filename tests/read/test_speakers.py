"""Speakers are found across passives, infinitives, relative clauses and nouns."""

import pytest
from spacy.tokens import Token

from firsthand.read.speakers import (
    cue_span,
    find_agent,
    find_holder,
    find_inverted,
    find_owner,
    find_speaker,
    find_trailing_name,
    name_phrase,
    widen_inverted,
)
from firsthand.text.parses import parse_text


def find_token(text: str, word: str) -> Token:
    return next(token for token in parse_text(text) if token.text == word)


@pytest.mark.parametrize(
    ("text", "cue", "speaker"),
    [
        ("Elders said that it rained.", "said", "Elders"),
        ("Elders met and said that it rained.", "said", "Elders"),
        ("Elders want to say that it rained.", "say", "Elders"),
        ("The elders who said that it rained left.", "said", "elders"),
        ("Elders left after saying that it rained.", "saying", "Elders"),
        ("The raid was condemned by elders.", "condemned", "elders"),
        ("The mayor urged elders to deny the raid.", "deny", "elders"),
        ("A letter saying that it rained came.", "saying", "letter"),
        ("Elders wrote to the ministry, saying that it rained.", "saying", "Elders"),
        ("They closed it, leaving many to wonder whether it rained.", "wonder", "many"),
        (
            "The strike came shortly after 7 a.m., as the first buses of the day were leaving for "
            "the markets of Oster district, the official, Ilmar Dovan of the fire brigade, told "
            "the radio by telephone.",
            "told",
            "official",
        ),
        (
            "Elders dismissed the claim that the army is breaking the law — saying it was old.",
            "saying",
            "Elders",
        ),
    ],
)
def test_a_verb_has_its_speaker(text: str, cue: str, speaker: str) -> None:
    found = find_speaker(find_token(text, cue))
    assert found is not None
    assert found.text == speaker


def test_there_is_no_speaker() -> None:
    assert find_speaker(find_token("It was said that it rained.", "said")) is None
    assert find_agent(find_token("The raid was condemned.", "condemned")) is None


def test_a_speaker_may_follow_the_cue_of_a_quotation() -> None:
    text = "“It rained,” warned the deputy envoy in Kadun, Mira Sollen."
    warned = find_token(text, "warned")
    speaker = find_inverted(warned) or find_speaker(warned)
    assert speaker is not None
    span = widen_inverted(warned, name_phrase(speaker))
    assert text[slice(*span)] == "the deputy envoy in Kadun, Mira Sollen"


def test_a_name_between_commas_belongs_to_the_speaker_before_it() -> None:
    text = "“It rained,” warned the deputy envoy, Mira Sollen, in a letter."
    warned = find_token(text, "warned")
    span = (text.index("the"), text.index("envoy") + 5)
    assert text[slice(*widen_inverted(warned, span))] == "the deputy envoy, Mira Sollen"


@pytest.mark.parametrize(
    ("text", "noun", "owner"),
    [
        ("The mayor's claim was long.", "claim", "mayor"),
        ("A claim by the mayor was long.", "claim", "mayor"),
        ("A message from the mayor came.", "message", "mayor"),
        ("The mayor made a claim.", "claim", "mayor"),
    ],
)
def test_a_noun_has_its_owner(text: str, noun: str, owner: str) -> None:
    found = find_owner(find_token(text, noun))
    assert found is not None
    assert found.text == owner


def test_who_rejects_a_claim_does_not_own_it() -> None:
    assert find_owner(find_token("The mayor rejected the claim.", "claim")) is None


def test_an_adjective_has_its_holder() -> None:
    found = find_holder(find_token("Elders are sure that it rained.", "sure"))
    assert found is not None
    assert found.text == "Elders"
    assert find_holder(find_token("A sure sign came.", "sure")) is None


@pytest.mark.parametrize(
    ("text", "head", "name"),
    [
        ("The mayor of Oster, who fled, spoke.", "mayor", "The mayor of Oster"),
        ("Ilmar Dovan, a farmer, spoke.", "Dovan", "Ilmar Dovan, a farmer"),
        ("An official at the port spoke.", "official", "An official at the port"),
        ("Nurses and doctors spoke.", "Nurses", "Nurses and doctors"),
    ],
)
def test_a_name_goes_as_far_as_it_names(text: str, head: str, name: str) -> None:
    assert text[slice(*name_phrase(find_token(text, head)))] == name


@pytest.mark.parametrize(
    ("text", "word", "cue"),
    [
        ("Elders did not say that it rained.", "say", "did not say"),
        ("Elders were aware that it rained.", "aware", "were aware"),
        ("A claim was made.", "claim", "claim"),
    ],
)
def test_a_cue_holds_its_helping_verbs(text: str, word: str, cue: str) -> None:
    assert text[slice(*cue_span(find_token(text, word)))] == cue


def test_a_relative_clause_speaks_of_the_name_that_can_act() -> None:
    text = "It broke the duties of the United Nations which had pledged to help."
    found = find_speaker(find_token(text, "pledged"))
    assert found is not None
    assert found.text == "Nations"


def test_a_document_is_named_with_its_author() -> None:
    text = "A statement by the Coast Front said that it rained."
    start, end = name_phrase(find_token(text, "statement"))
    assert text[start:end] == "A statement by the Coast Front"


def test_a_name_taken_apart_is_whole() -> None:
    token = find_token("The channel Al-Nasim reported that it rained.", "channel")
    trailing = find_trailing_name(token)
    assert trailing is None or trailing.text == "Nasim"
