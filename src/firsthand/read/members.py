"""Members: who stands together in one phrase, as "a woman, her husband and their children"."""

from collections.abc import Iterator

from spacy.tokens import Token

from firsthand.read.groups import KIN, is_named_person, is_person_word

_PEOPLE_POS = ("NOUN", "PROPN", "NUM", "PRON", "ADJ")


def find_members(head: Token) -> Iterator[Token]:
    """Find the heads of everybody whom a phrase joins, the first one included."""
    yield head
    yield from _find_joined(head, {head})


def is_naming(token: Token) -> bool:
    """Tell whether a word stands in the list that names those counted before it.

    "Two brothers, Adam and Emil", "12 people: five men and seven women".
    """
    chain = [token, *(word for word in token.ancestors)]
    for word in chain:
        if word.dep_ == "appos":
            # "A, his wife" goes on in the list that A is in.
            named = _is_counted_plural(word.head, word)
            if named or not _is_their_kin(word):
                return named
        elif word.dep_ not in ("conj", "compound"):
            return False
    return False


def _is_counted_plural(token: Token, appositive: Token) -> bool:
    """Tell "12 people: five men" and "her children, A and B" from "Police: boy killed"."""
    if token.tag_ not in ("NNS", "NNPS") or token.lower_ == "police":
        return False
    colon = any(word.text == ":" for word in token.doc[token.i : appositive.i])
    listed = is_named_person(appositive) and any(
        child.dep_ in ("appos", "conj") for child in appositive.children
    )
    if colon and not listed and not any(child.dep_ == "nummod" for child in token.children):
        return False
    return is_person_word(token) and not is_named_person(token)


def _find_joined(head: Token, seen: set[Token]) -> Iterator[Token]:
    for child in head.rights:
        if child in seen:
            continue
        seen.add(child)
        if child.dep_ == "conj" and child.pos_ in _PEOPLE_POS:
            if _describes(head, child):
                continue
            if _stands_for_people(child):
                yield child
            yield from _find_joined(child, seen)
        elif child.dep_ == "appos":
            if _is_another(head, child) or is_naming(child):
                yield child
            yield from _find_joined(child, seen)
    yield from _find_companions(head, seen)


def _stands_for_people(token: Token) -> bool:
    """Tell whether a joined word may mean people: a clause's subject or a place does not."""
    if token.pos_ == "PROPN":
        return is_named_person(token) or is_person_word(token) or token.ent_type_ in ("NORP", "")
    return token.ent_type_ not in ("DATE", "TIME", "MONEY", "PERCENT")


def _describes(head: Token, joined: Token) -> bool:
    """Tell the second half of a description: "Jan Orel, a neighbour and close friend"."""
    new = any(child.dep_ in ("det", "poss", "nummod") for child in joined.lefts)
    if joined.tag_ != "NN" or new:
        return False
    if head.dep_ == "appos":
        return head.tag_ == "NN" and is_named_person(head.head) and not _is_their_kin(head)
    told = (word for word in head.rights if word.dep_ == "appos" and word.i < joined.i)
    plain = any(word.tag_ == "NN" and not _is_their_kin(word) for word in told)
    return plain and is_named_person(head)


def _is_another(head: Token, appositive: Token) -> bool:
    """Tell another person from a second name for the same one.

    Two names in a row are two people; "her husband" is one more where the list goes on.
    """
    if is_named_person(head) and is_named_person(appositive):
        return not _is_in_bracket(head, appositive)
    if not _is_their_kin(appositive):
        return False
    # "Jan Orel, his wife and son": no comma parts his wife from the rest.
    following = appositive.nbor(1).lower_ == "and" if appositive.i + 1 < len(head.doc) else False
    beside = head.lemma_.casefold() in KIN or (is_named_person(head) and following)
    listed = [*appositive.children, *(head.rights if beside else ())]
    return any(word.dep_ in ("conj", "cc") and word.i > appositive.i for word in listed)


def _is_in_bracket(head: Token, appositive: Token) -> bool:
    """Tell "A (known as B)" from "A (31), B": in the second the bracket is closed."""
    marks = [word.text for word in head.doc[head.i : appositive.i] if word.text in "()"]
    return marks[-1:] == ["("]


def _find_companions(head: Token, seen: set[Token]) -> Iterator[Token]:
    """Find who was harmed "along with", "alongside" or "with his" the first one."""
    if head.dep_ not in ("nsubjpass", "nsubj", "dobj"):
        return
    near = [*head.head.children, *head.children]
    leads = [word for word in near if word.lower_ in ("along", "together")]
    for child in (*near, *(word for lead in leads for word in lead.children)):
        if child.i <= head.i or child.lower_ not in ("with", "alongside"):
            continue
        joined = child.lower_ == "alongside" or child.nbor(-1).lower_ in ("along", "together")
        for word in child.children:
            if word.dep_ == "pobj" and word not in seen and (joined or _is_their_kin(word)):
                seen.add(word)
                yield word
                yield from _find_joined(word, seen)


def _is_their_kin(token: Token) -> bool:
    owned = any(child.tag_ == "PRP$" for child in token.children)
    return owned and token.lemma_.casefold() in KIN
