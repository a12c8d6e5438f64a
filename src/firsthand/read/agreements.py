"""Agreements: who else a plural verb must be said of, when its tree names one person only."""

from collections.abc import Sequence

from spacy.tokens import Token

from firsthand.read.groups import KIN, is_named_person, is_person_word
from firsthand.read.tallies import is_one_person

_PLURAL = frozenset({"were", "are", "have"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def find_agreeing(verb: Token, found: Sequence[Token]) -> list[Token]:
    """Find whom the tree lost: "a man named A and his son were killed", "Man, woman found dead".

    A plural verb with one person for its subject has another before "and"; a headline, before a
    comma.
    """
    if len(found) == 1 and (first := _find_headed(found[0])) is not None:
        return [first]
    aux = _find_plural(verb)
    subjects = [head for head in found if aux is not None and head.i < aux.i]
    if aux is None or len(subjects) > 1 or any(not is_one_person(head) for head in subjects):
        return []
    if subjects and (before := _find_before(_first(subjects[0]))) is not None:
        return [before]
    kin = _find_kin(aux, subjects[0].i if subjects else aux.sent.start)
    if kin is None:
        return []
    owner = None if subjects else _find_before(_first(kin))
    return [word for word in (owner, kin) if word is not None]


def _find_headed(head: Token) -> Token | None:
    """Find the first of two people whom a headline only parts by a comma."""
    if head.i < head.sent.start + 2 or head.tag_ != "NN" or head.nbor(-1).text != ",":
        return None
    first = head.nbor(-2)
    opens = first.i == head.sent.start and first.tag_ in ("NN", "NNP")
    alike = is_person_word(first) and is_person_word(head) and not is_named_person(first)
    return first if opens and alike else None


def _find_plural(verb: Token) -> Token | None:
    governor = verb.head if verb.dep_ in ("xcomp", "oprd") else verb
    auxiliaries = (child for child in governor.children if child.dep_ in ("aux", "auxpass"))
    return next((word for word in auxiliaries if word.lower_ in _PLURAL), None)


def _first(head: Token) -> Token:
    """Return the first word of a phrase up to its head."""
    lefts = [word for child in head.lefts if child.dep_ != "cc" for word in child.subtree]
    return min((word for word in lefts), key=lambda word: word.i, default=head)


def _find_before(first: Token) -> Token | None:
    """Find the person before the "and" that a phrase follows; "and his son A" is one phrase."""
    # The parser may even end a sentence before the name.
    kin = first.nbor(-1) if first.i > 0 else first
    if _is_kin(kin):
        first = _first(kin)
    doc, place = first.doc, first.i - 1
    if place > first.sent.start and doc[place].text == ",":
        place -= 1
    if place <= first.sent.start or doc[place].lower_ != "and":
        return None
    depth = 0
    for word in reversed(doc[first.sent.start : place]):
        depth += (word.text in (")", "]")) - (word.text in ("(", "["))
        if depth > 0:
            continue
        if word.tag_ in _FINITE or word.text == ";":
            return None
        if is_person_word(word) or is_named_person(word):
            return _climb(word)
    return None


def _climb(word: Token) -> Token:
    """Return whom a phrase is about: in "two boys from one family" the boys."""
    over = word.head.head if word.dep_ == "pobj" else word
    if word.head.lower_ in ("from", "of") and is_person_word(over):
        return over
    return word.head if word.dep_ == "compound" and is_named_person(word.head) else word


def _find_kin(aux: Token, start: int) -> Token | None:
    """Find "and his son", "and their two daughters" between a subject and its verb."""
    for word in reversed(aux.doc[start + 1 : aux.i]):
        if word.tag_ in _FINITE and word.dep_ != "relcl":
            return None
        if _is_kin(word):
            before = _first(word).nbor(-1)
            return word if before.lower_ == "and" else None
    return None


def _is_kin(word: Token) -> bool:
    """Tell "his son" and "their two daughters"."""
    owned = any(child.tag_ == "PRP$" for child in word.lefts)
    return owned and word.pos_ == "NOUN" and word.lemma_.casefold() in KIN
