"""Objects: whom a verb is done to, as object, passive subject or shared with another verb."""

from spacy.tokens import Token

from firsthand.read.groups import is_named_person, is_person_word
from firsthand.text.clauses import find_subject


def is_people(head: Token) -> bool:
    """Tell whether a word may stand for people: a number, a noun for people, a name."""
    return head.like_num or is_person_word(head) or is_named_person(head) or head.lower_ == "one"


def find_objects(verb: Token) -> list[Token]:
    """Find the objects of a verb, or its passive subjects: a list may hang on it in pieces."""
    objects = [child for child in verb.children if child.dep_ == "dobj"]
    objects = objects or [child for child in verb.children if child.dep_ == "nsubjpass"]
    return [word for word in objects if word == objects[0] or not _is_second_name(objects[0], word)]


def find_counter(participle: Token) -> Token | None:
    """Find the number or "another" that the tree hangs on a participle: "and another injured"."""
    if participle.tag_ != "VBN":
        return None
    counters = (c for c in participle.lefts if c.dep_ == "nummod" or c.lower_ == "another")
    return next(counters, None)


def find_shared_object(verb: Token) -> Token | None:
    """Find the object that a verb shares with the next one: "killing and wounding many"."""
    for child in verb.children:
        if child.dep_ == "conj" and child.i - verb.i <= 3 and child.pos_ == "VERB":
            return next((word for word in child.children if word.dep_ == "dobj"), None)
    return None


def find_passive_subject(verb: Token) -> Token | None:
    """Find who stands before a participle: "31 killed in shelling", "believed to be killed"."""
    if verb.tag_ not in ("VBN", "VBD"):
        return None
    if verb.dep_ in ("acl", "relcl") and verb.tag_ == "VBN":
        return verb.head
    if verb.dep_ == "pcomp" and verb.head.lower_ == "as":
        # "was reported as being killed"
        return find_subject(verb.head.head)
    if verb.dep_ in ("xcomp", "oprd", "acomp", "ccomp", "advcl") and not find_subject(verb):
        return find_governed(verb)
    subject = _find_others(verb) or find_subject(verb)
    if subject is None or any(child.lemma_ == "have" for child in verb.children):
        return subject if subject is not None and _is_passive(verb) else None
    if subject.dep_ == "nsubjpass" or _is_passive(verb):
        return subject
    # A headline drops the auxiliary: "Three killed", "Man shot in Oster".
    return subject if is_people(subject) else None


def find_governed(word: Token) -> Token | None:
    """Find of whom a predicate is said under its verb: "left two men injured", "was found dead"."""
    verb = word.head
    own = next((child for child in (*verb.children, *word.children) if child.dep_ == "dobj"), None)
    if own is not None:
        return own
    return find_subject(verb) if verb.dep_ not in ("xcomp", "oprd") else find_governed(verb)


def _find_others(verb: Token) -> Token | None:
    """Find the others that the tree put into the list before, and those after "between".

    "Including two boys, and several others were hurt", "and between two and four were hurt".
    """
    if verb.dep_ != "conj" or not _is_passive(verb) or verb.head.i > verb.i:
        return None
    if any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children):
        return None
    for child in verb.lefts:
        if child.lower_ in ("between", "from"):
            return next((word for word in child.children if word.dep_ == "pobj"), None)
    between = verb.doc[verb.head.i : verb.i]
    return next((word for word in reversed(between) if word.lower_ == "others"), None)


def _is_passive(verb: Token) -> bool:
    return any(child.dep_ == "auxpass" for child in verb.children)


def _is_second_name(first: Token, word: Token) -> bool:
    """Tell "Jana Orel, a nurse, was hurt" from a list: no "and" stands before the second."""
    if not is_named_person(first) or is_named_person(word):
        return False
    if {"poss", "conj"} <= {child.dep_ for child in word.children}:
        # "Jan Orel, his wife and son"
        return False
    return not any(token.dep_ == "cc" for token in first.doc[first.i : word.i])
