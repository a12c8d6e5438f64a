"""Stances: how words are meant, and the words beside them that bear on how to read them."""

import re
from functools import cache
from typing import Literal, TypeAlias

from spacy.tokens import Doc, Span, Token

from firsthand.lexicon.tables import load_table
from firsthand.model.attributions import Stance
from firsthand.model.claims import Flag, FlagKind

Word: TypeAlias = Literal["opinion", "loaded", "tone"]

_HEDGES = frozenset(
    "allegedly reportedly apparently purportedly supposedly possibly probably perhaps maybe".split()
)
_MODALS_FUTURE = frozenset({"will", "'ll", "may", "might", "could", "would"})
_MODALS_DUTY = frozenset({"must", "should", "ought"})
_NEGATIONS = frozenset({"not", "n't", "never", "no", "without", "nobody", "none"})
_CLAUSES = ("ROOT", "ccomp", "advcl", "relcl", "acl", "conj", "parataxis", "xcomp", "pcomp")
# A sentence judges when the signs of an opinion outweigh those of a report by so much.
OPINION = 2

_SAYING = frozenset({"say", "tell", "report", "add", "announce", "write", "state", "note"})
_OPENING = re.compile(r"(?:But|And|So|Yet|Now|Instead|Nor|Of course|In other words)\b")
_SCARE_QUOTE = re.compile(r"[“‘\"](?:[\w-]+ ){0,2}[\w-]+[”’\"]")
_QUOTED_WORDS = re.compile(r"[“\"](?:[^“”\"\s]+\s+){5,}|^[“\"]|[”\"]$")
_FIRST_PERSON = re.compile(r"\b(?:I|we|my|our|us)\b")
_PLEA = re.compile(
    r"\b(?:must|should|ought|need to|has to|have to|it is time|let us|shame|why|how can)\b",
    re.IGNORECASE,
)


def judge_stance(doc: Doc, start: int, end: int) -> tuple[Stance, tuple[Flag, ...]]:
    """Judge how the words at a span are meant by their own clause, with flags for its sentence.

    Opinion words around a fact flag it; they never turn it into an opinion.
    """
    words = doc.char_span(start, end, alignment_mode="expand")
    if words is None:
        return "asserted", ()
    flags = tuple(_find_flags(words.sent, words.root))
    return _judge(words.root), flags


def is_opinion(sentence: Span) -> bool:
    """Tell whether a sentence judges or pleads rather than reports."""
    return measure_opinion(sentence) >= OPINION


def measure_opinion(sentence: Span) -> int:
    """Weigh the signs of opinion in a sentence against the signs that it reports.

    Judging words, pleas, "I", questions and a tone that insists speak for an opinion; numbers,
    speakers named with their words, and events told in the past against it.
    """
    signs = _weigh_words(sentence) + _weigh_form(sentence)
    return max(0, signs - _weigh_report(sentence)) if signs else 0


def _weigh_words(sentence: Span) -> int:
    kinds = [_look_up(token) for token in sentence]
    superlatives = sum(token.tag_ in ("JJS", "RBS") for token in sentence)
    return 2 * kinds.count("opinion") + kinds.count("tone") + superlatives


def _weigh_form(sentence: Span) -> int:
    text = sentence.text.strip()
    signs = 3 * text.endswith("!") + text.endswith("?")
    signs += bool(_FIRST_PERSON.search(text)) + 2 * bool(_PLEA.search(text))
    signs += bool(_OPENING.match(text)) + bool(_SCARE_QUOTE.search(text))
    root = sentence.root
    return signs + (root.tag_ in ("VBZ", "VBP") and root.lemma_ not in _SAYING)


def _weigh_report(sentence: Span) -> int:
    """Weigh the signs of a report: figures, somebody's own words, a speaker, the past."""
    text = sentence.text.strip()
    signs = min(2, sum(token.like_num for token in sentence))
    signs += 2 * (sentence.root.lemma_ in _SAYING) + 2 * bool(_QUOTED_WORDS.search(text))
    return signs + (sentence.root.tag_ == "VBD")


def _judge(root: Token) -> Stance:
    verb = _find_verb(root)
    if any(child.lower_ in _HEDGES for child in (*verb.children, *root.children)):
        return "alleged"
    if _is_conditional(verb):
        return "conditional"
    modal = next((child.lower_ for child in verb.children if child.tag_ == "MD"), None)
    if modal in _MODALS_DUTY:
        return "demanded"
    if _is_negated(root, verb):
        return "denied"
    if modal in _MODALS_FUTURE and not _is_past(verb):
        return "predicted"
    return "asserted"


def _find_verb(root: Token) -> Token:
    for token in (root, *root.ancestors):
        if token.pos_ in ("VERB", "AUX") and token.dep_ in _CLAUSES:
            return token
        if token.dep_ in ("relcl", "ccomp"):
            return token
    return root


def _is_conditional(verb: Token) -> bool:
    return any(
        child.dep_ == "mark" and child.lower_ in ("if", "unless", "whether")
        for child in verb.children
    )


def _is_negated(root: Token, verb: Token) -> bool:
    if any(child.dep_ == "neg" for child in root.children):
        return True
    return root == verb and any(
        child.lower_ in _NEGATIONS and child.dep_ == "neg" for child in verb.children
    )


def _is_past(verb: Token) -> bool:
    """Tell "could have killed", which is no prediction of what is to come."""
    return any(child.lower_ == "have" and child.dep_ == "aux" for child in verb.children)


def _find_flags(sentence: Span, root: Token) -> list[Flag]:
    flags = []
    verb = _find_verb(root)
    for token in sentence:
        kind = _flag(token, verb, root)
        if kind is not None:
            flags.append(Flag(kind=kind, start=token.idx, end=token.idx + len(token)))
    return flags


def _flag(token: Token, verb: Token, root: Token) -> FlagKind | None:
    known = _look_up(token)
    if known in ("opinion", "loaded"):
        return known
    if token.lower_ in _HEDGES:
        return "hedge"
    near = token.head in (verb, root)
    if near and token.dep_ == "neg":
        return "negation"
    if near and token.dep_ == "mark" and token.lower_ in ("if", "unless"):
        return "condition"
    if near and token.tag_ == "MD" and token.lower_ in _MODALS_FUTURE:
        return "future"
    return "demand" if near and token.lower_ in _MODALS_DUTY else None


def _look_up(token: Token) -> Word | None:
    return _load_opinions().get(token.lower_) or _load_opinions().get(token.lemma_.casefold())


@cache
def _load_opinions() -> dict[str, Word]:
    return {row["word"]: row["kind"] for row in load_table("opinions")}  # type: ignore[misc]
