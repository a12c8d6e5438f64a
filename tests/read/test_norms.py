"""Tests of norms: the rules, statuses and designations a report invokes."""

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from firsthand.lexicon.tables import load_table
from firsthand.model.norms import Norm
from firsthand.read.norms import find_norms
from firsthand.text.parses import parse_text


@cache
def read(text: str) -> Doc:
    return parse_text(text)


def find(text: str) -> list[Norm]:
    return list(find_norms(read(text)))


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("They cited the Fourth Geneva Convention.", "instrument", "Geneva Convention IV"),
        ("They cited the Geneva Conventions.", "instrument", "Geneva Conventions"),
        ("Families spoke of Additional Protocol II.", "instrument", "Additional Protocol II"),
        (
            "UN Security Council Resolution 4711 was read out.",
            "instrument",
            "UN Security Council resolution 4711",
        ),
        ("The villagers are protected persons.", "status", "protected persons"),
        ("Marenia recognised the families as refugees.", "status", "refugee status"),
        ("They spoke of “Responsibility to Protect”.", "doctrine", "Responsibility to Protect"),
        ("The principle of non-refoulement was named.", "duty", "non-refoulement"),
        ("The ICC opened a file.", "tribunal", "International Criminal Court"),
        ("They speak of a security agreement.", "agreement", "security agreement"),
        ("Lawyers spoke of crimes against humanity.", "breach", "crimes against humanity"),
    ],
)
def test_a_norm_gets_its_kind_with_its_name(text: str, kind: str, name: str) -> None:
    (norm,) = find(text)
    assert (norm.kind, norm.name) == (kind, name)


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("The shelling was in violation of the Fourth Geneva Convention.", "breached"),
        ("Marenia violated the security agreement.", "breached"),
        ("Soldiers must respect the principle of distinction.", "owed"),
        ("Kadun denied them refugee status.", "denied"),
        ("The ministry granted them refugee status.", "applied"),
        ("The army denied committing war crimes.", "denied"),
        ("The army committed war crimes.", "breached"),
    ],
)
def test_grammar_tells_how_a_norm_is_invoked(text: str, relation: str) -> None:
    (norm,) = find(text)
    assert norm.relation == relation


def test_the_longest_wording_wins() -> None:
    (norm,) = find("They named the violation of international humanitarian law.")
    assert norm.text == "violation of international humanitarian law"


def test_people_who_flee_are_no_legal_status() -> None:
    assert find("Refugees fled from Oster.") == []


def test_an_abbreviation_counts_in_capitals_only() -> None:
    assert find("They sat on a sofa in Kadun.") == []


def test_the_words_stand_at_their_offsets() -> None:
    text = "İn Oster the “Geneva Conventions” were cited."
    (norm,) = find(text)
    assert text[norm.start : norm.end] == norm.text == "Geneva Conventions"


def test_every_wording_is_listed_once() -> None:
    wordings = [row["wording"].casefold() for row in load_table("norms")]
    assert len(wordings) == len(set(wordings))


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=60))
def test_no_text_breaks_the_finder(text: str) -> None:
    for norm in find_norms(parse_text(text)):
        assert text[norm.start : norm.end] == norm.text


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("We would risk violating the security agreement.", "invoked"),
        ("The army never violated the security agreement.", "denied"),
        ("Marenia has an obligation to investigate.", "owed"),
        ("The front was removed from the terrorist list.", "denied"),
        ("The governor declared a state of emergency.", "applied"),
        ("The raid broke the ceasefire agreement.", "breached"),
        ("The ministry denied that the villagers are protected persons.", "denied"),
    ],
)
def test_what_is_feared_denied_or_lifted_is_not_breached(text: str, relation: str) -> None:
    (norm,) = find(text)
    assert norm.relation == relation
