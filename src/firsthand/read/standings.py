"""Standings: how a speaker stands to the event, when the text says it."""

import re
from functools import cache

from spacy.tokens import Doc

from firsthand.lexicon.tables import load_table
from firsthand.model.actors import Mention
from firsthand.model.attributions import Standing
from firsthand.read.actors import Cast, find_actor_type
from firsthand.text.parses import get_text, slice_text

_FIRST_HAND = re.compile(
    r"\b(?:I|[Ww]e)\s+(?:\w+\s+)?(?:saw|heard|watched|counted|lay|hid|ran|felt|witnessed)\b"
    r"|\beyewitness|\bwho (?:was|were) (?:there|present|inside|wounded|injured|selling)\b"
    r"|\bwho (?:saw|witnessed|survived)\b"
)
_NOT_THERE = re.compile(
    r"\bwho (?:was|were) not (?:there|present)\b|\bwas abroad\b"
    r"|\b(?:had|have) not been there\b"
)
# Who somebody is, is said where they are named first.
_MOST_MENTIONS = 20
_UNNAMED = re.compile(
    r"\b(?:sources?|reports?|asked not to be (?:named|identified)|on condition of anonymity"
    r"|unnamed)\b",
    re.IGNORECASE,
)


def judge_standing(
    doc: Doc, start: int, end: int, mention: Mention | None, cast: Cast
) -> tuple[Standing | None, bool | None]:
    """Judge a speaker's standing by the words that describe them; both are None if none do.

    First hand is true only if the text says that the speaker was there.
    """
    words = _describe(doc, start, end, mention, cast)
    standing = _find_standing(words)
    if standing is None and find_actor_type(cast, mention) == "outlet":
        standing = "outlet"
    if standing is None and _UNNAMED.search(words):
        standing = "unnamed"
    return standing, _judge_firsthand(doc, start, end, words, standing)


def _describe(doc: Doc, start: int, end: int, mention: Mention | None, cast: Cast) -> str:
    """Return the words of a speaker and those beside each of their names."""
    words = [slice_text(doc, start, end)]
    if mention is not None:
        for item in cast.by_actor[mention.actor][:_MOST_MENTIONS]:
            if item.end - item.start < 4:
                continue
            span = doc.char_span(item.start, item.end, alignment_mode="expand")
            if span is None:
                continue
            words += [child.text for child in span.root.lefts if child.dep_ == "compound"]
            for child in span.root.children:
                if child.dep_ == "appos":
                    words.append(child.text)
            if span.root.dep_ == "appos":
                words.append(span.root.head.text)
    return " ".join(words)


def _find_standing(words: str) -> Standing | None:
    heads = re.findall(r"[\w]+", words.casefold())
    for word in heads:
        found = _load_standings().get(word) or _load_standings().get(word.removesuffix("s"))
        if found is not None:
            return found
    return None


def _judge_firsthand(
    doc: Doc, start: int, end: int, words: str, standing: Standing | None
) -> bool | None:
    sentence = doc.char_span(start, end, alignment_mode="expand")
    if sentence is None:
        return None
    around = get_text(doc)[sentence.sent.start_char : sentence.sent.end_char]
    if _NOT_THERE.search(around):
        return False
    if re.search(r"\b(?:eye)?witness(?:es)?\b", words, re.IGNORECASE) or _FIRST_HAND.search(around):
        return True
    return True if standing == "victim" else None


@cache
def _load_standings() -> dict[str, Standing]:
    return {row["word"]: row["standing"] for row in load_table("standings")}  # type: ignore[misc]
