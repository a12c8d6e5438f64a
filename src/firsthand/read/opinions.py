"""Opinions: whether words judge, plead or muse in their writer's own voice, or report.

The signs are added up. Each weighs one, two or three points by hand, by how seldom a plain report
shows it; no weight was fitted to anybody's data. A testimony tells the past in the first person,
so neither "I" nor a word for what was suffered is a sign of opinion.
"""

import re
from functools import cache
from typing import Literal, TypeAlias

from spacy.tokens import Span, Token

from firsthand.lexicon.tables import load_table

Word: TypeAlias = Literal["opinion", "loaded", "slant", "tone"]

# Words judge when the signs of an opinion outweigh those of a report by so much.
OPINION = 3

_JUDGING = ("opinion", "loaded", "slant")
_SAYING = frozenset(
    """
    say tell report add announce write state note argue claim explain warn insist declare ask call
    urge describe reply find show admit complain tweet estimate predict
    """.split()
)
_MUSING = frozenset("think believe suspect doubt hope fear wonder wish suppose".split())
_FIGURES = frozenset({"DATE", "TIME", "MONEY", "CARDINAL", "PERCENT"})
_NAMED = frozenset({"PERSON", "ORG", "GPE"})
_QUOTED = re.compile(r"[“\"](?:[^“”\"\s]+\s+){4,}|^\s*[“\"‘]|[”\"]\s*$")

# Who tells what befell them: "I had never seen so much blood".
_WITNESS = re.compile(r"\b(?:I|my|me|us)\b|\b[Ww]e\b")

# What the form of the words adds: its pattern, and its weight.
_FORMS = (
    # An appeal: "must", "it is time", "let us".
    (
        re.compile(r"\b(?:must|should|ought|needs? to|ha[sv]e to|let us|let[’']s)\b", re.I),
        3,
    ),
    (re.compile(r"!"), 4),
    (re.compile(r"\?\W*$"), 1),
    # Words that turn an argument: a report starts with somebody or something.
    (
        re.compile(
            r"^\W*(?:But|And|Yet|So|Or|Of course|Indeed|Instead|Still|Thus|Nor|Hence|Now|Then"
            r"|In fact|After all|In other words|Worse|Despite|Even|To be sure|Not|Rather"
            r"|Nevertheless|Nonetheless|However|Perhaps|Maybe|While|Although|Such|If)\b"
        ),
        2,
    ),
    # A guess of the writer's own.
    (re.compile(r"\b(?:seem|appear|perhaps|maybe|probably|apparently|likely)\w*", re.I), 2),
    (re.compile(r"\b(?:may|might|could|would|can)\b", re.I), 1),
    # What is weighed against something else: "not a plan but a hope".
    (re.compile(r"\bnot\b.*\bbut\b|\b(?:rather than|instead of)\b|\b(?:more|less)\b.*\bthan\b"), 1),
    # One or two words in quotation marks keep their distance.
    (re.compile(r"[“‘\"](?:[\w-]+ ){0,2}[\w-]+[,.]?[”’\"]"), 1),
    # A writer with their readers.
    (re.compile(r"\b(?:we|our|us|you|your)\b", re.I), 1),
)


def is_opinion(words: Span) -> bool:
    """Tell whether words judge or plead rather than report."""
    return measure_opinion(words) >= OPINION


def measure_opinion(words: Span) -> int:
    """Weigh the signs of opinion in a sentence or text against the signs that it reports.

    Judging words, appeals, guesses, turns of an argument and describing words speak for an opinion;
    figures, names, speakers, quoted words, and events told in the past against it.
    """
    signs = _weigh_words(words) + _weigh_forms(words.text) + _weigh_clauses(words)
    return max(0, signs - _weigh_report(words))


def look_up(token: Token) -> Word | None:
    """Return how the list of words has a token, by its form or its lemma."""
    return _load_opinions().get(token.lower_) or _load_opinions().get(token.lemma_.casefold())


def _weigh_words(words: Span) -> int:
    """Weigh the vocabulary: judgements, superlatives, the share of words that describe."""
    kinds = list({token.lemma_: look_up(token) for token in words}.values())
    judging = sum(kind in _JUDGING for kind in kinds)
    describing = sum(token.pos_ in ("ADJ", "ADV") for token in words)
    superlative = any(token.tag_ in ("JJS", "RBS") for token in words)
    weight = 2 * min(3, judging) + min(4, kinds.count("tone")) + 2 * superlative
    return weight + 10 * describing // max(1, len(words))


def _weigh_forms(text: str) -> int:
    return sum(weight for pattern, weight in _FORMS if pattern.search(text))


def _weigh_clauses(words: Span) -> int:
    """Weigh how its clauses are built: what is said to be so, denials, orders to the reader."""
    roots = [token for token in words if token.dep_ == "ROOT"]
    present = [root for root in roots if root.tag_ in ("VBZ", "VBP")]
    signs = bool(present) + any(root.lemma_ == "be" for root in present)
    signs += any(token.dep_ in ("acomp", "attr") for token in words)
    signs += any(token.dep_ == "conj" and token.pos_ in ("ADJ", "ADV") for token in words)
    signs += any(token.dep_ == "neg" or token.lower_ in ("no", "nothing") for token in words)
    return signs + 2 * any(_tells_to(root) or _muses(root) for root in roots)


def _tells_to(root: Token) -> bool:
    return root.tag_ == "VB" and not any(
        child.dep_ in ("nsubj", "nsubjpass", "aux") for child in root.children
    )


def _muses(root: Token) -> bool:
    """Tell "I think": what is remembered or seen is no opinion."""
    return root.lemma_ in _MUSING and any(child.lower_ in ("i", "we") for child in root.lefts)


def _weigh_report(words: Span) -> int:
    """Weigh the signs of a report: figures, names, somebody's own words, a speaker, the past."""
    roots = [token for token in words if token.dep_ == "ROOT"]
    kinds = [entity.label_ for entity in words.ents]
    signs = min(2, sum(token.like_num for token in words))
    signs += min(2, sum(kind in _FIGURES for kind in kinds))
    signs += min(3, sum(kind in _NAMED for kind in kinds))
    signs += 3 * any(root.lemma_ in _SAYING for root in roots) + 2 * ("ccording to" in words.text)
    signs += 4 * bool(_QUOTED.search(words.text.strip()))
    past = all(_tells_past(root) for root in roots)
    return signs + 2 * past + 2 * (past and bool(_WITNESS.search(words.text)))


def _tells_past(root: Token) -> bool:
    return any(
        word.tag_ == "VBD" and word.dep_ in ("ROOT", "aux", "auxpass")
        for word in (root, *root.lefts)
    )


@cache
def _load_opinions() -> dict[str, Word]:
    return {row["word"]: row["kind"] for row in load_table("opinions")}  # type: ignore[misc]
