"""Contents: the words that a cue says are said."""

import re
from collections.abc import Iterable, Sequence

from spacy.tokens import Doc, Span, Token

from firsthand.model.attributions import Manner
from firsthand.model.spans import Part, join_parts, overlap
from firsthand.text.clauses import tokens_to_parts
from firsthand.text.parses import get_text
from firsthand.text.quotations import Quotation

_CLAUSES = ("ccomp", "parataxis")
_TO_CLAUSES = frozenset(
    """
    threaten promise vow pledge claim order ask urge tell call demand refuse want hope expect
    plan agree intend decide say deny accuse admit recommend warn report allege believe think
    instruct command appeal swear advise propose wish prefer suspect
    """.split()
)
# What is meant, not said, by these nouns: "said the man" has a speaker after it, no object.
_OBJECT_KINDS = frozenset({"deny", "react", "claim", "warn", "demand", "expect", "say", "think"})
_CLAUSE_HEADS = ("VERB", "AUX", "NOUN", "ADJ", "PROPN", "NUM")
_OBJECT_VERBS = frozenset(
    """
    report announce confirm reveal describe deny reject dismiss dispute refute claim allege
    condemn denounce criticize criticise predict acknowledge admit demand expect fear recommend
    propose request warn estimate suggest indicate welcome deplore disclose foresee show note
    praise defend regret want suspect doubt recall recount mention
    """.split()
)
_ABOUT = frozenset({"of", "for", "about", "against", "that", "on"})
_FAR = 80


def find_clause_content(cue: Token, kind: str) -> tuple[Part, ...]:
    """Return the words a cue governs: a clause, an infinitive, a noun phrase, "of doing"."""
    inner = _find_clause(cue) or _find_object(cue, kind) or _find_about(cue, kind)
    if inner is None or _is_request_for_silence(inner):
        return ()
    return _words_of(inner, without=cue)


def _find_clause(cue: Token) -> Token | None:
    for child in cue.children:
        if child.dep_ in _CLAUSES and child.pos_ in _CLAUSE_HEADS:
            return child
    for child in cue.children:
        if child.dep_ in ("xcomp", "advcl") and cue.lemma_ in _TO_CLAUSES and _is_inner(child, cue):
            return child
    return None


def _find_object(cue: Token, kind: str) -> Token | None:
    if cue.lemma_ not in _OBJECT_VERBS or kind not in _OBJECT_KINDS:
        return None
    return next((child for child in cue.children if child.dep_ in ("dobj", "attr")), None)


def _find_about(cue: Token, kind: str) -> Token | None:
    if kind not in ("claim", "warn", "demand", "expect"):
        return None
    for child in cue.children:
        if child.dep_ == "prep" and child.lower_ in _ABOUT:
            for word in child.children:
                if word.dep_ in ("pcomp", "pobj"):
                    return word
    return None


def _is_request_for_silence(head: Token) -> bool:
    """Tell "asked not to be named" from a demand about what happened."""
    return head.lemma_ in ("name", "identify", "quote") and any(
        child.dep_ == "neg" for child in head.children
    )


def find_head_content(cue: Token) -> tuple[Part, ...]:
    """Return the clause a cue is put into, or after: "The road, he said, was closed"."""
    head = cue.head
    if cue.dep_ in ("parataxis", "ccomp", "advcl") and head != cue and head.pos_ in ("VERB", "AUX"):
        own = {token.i for token in cue.subtree}
        if cue.dep_ == "parataxis" or _stands_after_comma(cue, head):
            return tokens_to_parts([token for token in head.subtree if token.i not in own])
    return ()


def find_quoted_content(doc: Doc, span: Part, quotations: Sequence[Quotation]) -> tuple[Part, ...]:
    """Return the quotations right before and right after the words of a saying."""
    text = get_text(doc)
    before = [
        item for item in quotations if item.end <= span[0] and _is_near(text[item.end : span[0]])
    ]
    after = [
        item
        for item in quotations
        if item.start >= span[1] and _is_near(text[span[1] : item.start])
    ]
    parts = [(item.start, item.end) for item in (*before[-1:], *after[:1])]
    return tuple(parts)


def widen_to_quotations(
    parts: Iterable[Part], quotations: Sequence[Quotation], blocked: Sequence[Part], text: str
) -> tuple[Part, ...]:
    """Widen contents over the whole of a quotation they begin in: it may go on for sentences."""
    widened = list(parts)
    for item in quotations:
        quoted = (item.start, item.end)
        if any(overlap(part, quoted) for part in widened) and not any(
            overlap(block, quoted) for block in blocked
        ):
            widened.append(quoted)
    return join_parts(widened, text)


def judge_manner(parts: Sequence[Part], quotations: Sequence[Quotation]) -> Manner:
    """Tell whether contents are quoted wholly, in part, or not at all."""
    total = sum(end - start for start, end in parts)
    quoted = sum(
        max(0, min(end, item.end) - max(start, item.start))
        for start, end in parts
        for item in quotations
    )
    if quoted == 0:
        return "indirect"
    return "direct" if quoted >= total * 0.9 else "mixed"


def cut_out(parts: Sequence[Part], holes: Sequence[Part], text: str) -> tuple[Part, ...]:
    """Return parts without the words of a speaker and a cue."""
    kept = list(parts)
    for hole in holes:
        cut: list[Part] = []
        for start, end in kept:
            if not overlap((start, end), hole):
                cut.append((start, end))
                continue
            cut += [(start, hole[0]), (hole[1], end)]
        kept = cut
    return tuple(
        part for part in join_parts(kept, text) if text[part[0] : part[1]].strip(" ,;:—–-.\"“”'\n")
    )


def sentence_content(sentence: Span, holes: Sequence[Part]) -> tuple[Part, ...]:
    """Return the words of a sentence without some of them."""
    text = get_text(sentence.doc)
    end = sentence.start_char + len(sentence.text.rstrip())
    return cut_out([(sentence.start_char, end)], holes, text)


def _words_of(head: Token, *, without: Token) -> tuple[Part, ...]:
    tokens = [token for token in head.subtree if token != without]
    while tokens and tokens[0].dep_ == "mark" and tokens[0].lower_ == "that":
        tokens = tokens[1:]
    return tokens_to_parts(tokens)


def _is_inner(child: Token, cue: Token) -> bool:
    return child.i > cue.i and any(
        token.lower_ in ("to", "of", "having") or token.tag_ == "VBG"
        for token in (child, *child.lefts)
    )


def _stands_after_comma(cue: Token, head: Token) -> bool:
    left = min(token.i for token in cue.subtree)
    return cue.i > head.i and left > 0 and cue.doc[left - 1].text == ","


def _is_near(between: str) -> bool:
    """Tell whether only marks and blanks, or a short aside, stand between words and a quotation."""
    if re.search(r"\n\s*\n", between) or len(between) > _FAR:
        return False
    return (
        re.fullmatch(r"[\s,:;—–\-\"“”'’‘]*(?:(?:that|as|to|in|on|at|by|with)\b[^.!?\n]*)?", between)
        is not None
    )
