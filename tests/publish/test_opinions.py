"""Opinions and loaded words are set apart, in the words of the reports."""

from msgspec import structs
from tests.publish.samples import CLAIM, START, TEXTS

from firsthand.model.claims import Flag
from firsthand.publish.opinions import list_opinions, list_wordings


def test_only_opinions_are_opinions() -> None:
    opinion = structs.replace(CLAIM, id="c-2", stance="opinion")
    assert list_opinions([CLAIM, opinion]) == (opinion,)


def test_loaded_words_are_listed_once_with_all_their_claims() -> None:
    flag = Flag(kind="loaded", start=START, end=START + 4)
    hedge = Flag(kind="hedge", start=0, end=4)
    claims = [structs.replace(CLAIM, id=name, flags=(flag, hedge)) for name in ("c-1", "c-2")]
    (wording,) = list_wordings(claims, TEXTS)
    assert (wording.words, wording.kind, wording.claims) == ("nine", "loaded", ("c-1", "c-2"))
