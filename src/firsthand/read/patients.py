"""Patients: whom a word of harm befell, as the tree of its sentence tells."""

from collections.abc import Iterator

from spacy.tokens import Token

from firsthand.read.agreements import find_agreeing
from firsthand.read.groups import is_named_person, is_person_word
from firsthand.read.members import find_members
from firsthand.read.objects import (
    find_counter,
    find_governed,
    find_objects,
    find_passive_subject,
    find_shared_object,
    is_people,
)
from firsthand.text.clauses import find_subject

_BEARING = frozenset({"suffer", "sustain", "receive", "have", "bear"})
_DYING = frozenset({"die", "succumb", "kill", "perish"})
_FINDING = frozenset(
    [
        *("find", "recover", "discover", "retrieve", "pull", "bury", "identify", "count", "see"),
        *("exhume", "dig", "lie", "dump", "receive", "bring", "collect", "unearth", "arrive"),
        *("remove", "take", "show", "hand", "return", "wash", "float", "remain", "locate"),
    ]
)
_TAKING_LIVES = frozenset({"claim", "take", "lose", "cost", "end"})
_STRIKING = frozenset(
    [
        *("bullet", "gunfire", "shot", "shrapnel", "round", "fire", "gunshot", "projectile"),
        *("fragment", "debris", "shell", "rocket", "missile", "car", "vehicle", "truck", "stone"),
        *("leg", "arm", "head", "chest", "neck", "back", "shoulder", "abdomen", "stomach", "hand"),
        *("foot", "thigh", "hip", "face", "torso", "side", "body", "buttock", "ankle", "knee"),
        *("finger", "eye", "ear", "wrist", "elbow", "hips", "groin", "jaw", "cheek", "pellet"),
    ]
)
_FUGITIVES = frozenset(
    [
        *("suspect", "shooter", "gunman", "attacker", "assailant", "robber", "man", "driver"),
        *("intruder", "thief", "prisoner", "inmate", "he", "she", "bomber", "fighter", "soldier"),
    ]
)
_CONDITIONS = frozenset({"critical", "serious", "stable", "grave", "fair", "good", "guarded"})
_NAMING = frozenset({"identify", "name", "include", "be", "list"})


def is_fatal(token: Token) -> bool:
    """Tell whether the words around a harm say that it killed: "fatally", "dead", "to death"."""
    for child in token.children:
        if child.lower_ in ("fatally", "mortally"):
            return not (
                child.i > 0 and (child.nbor(-1).like_num or child.nbor(-1).lower_ == "them")
            )
        # "shot dead" stands together; in "two dead, five injured" the dead are others.
        if child.lower_ in ("dead", "fatal", "deadly") and child.i > token.i:
            return True
        if child.lower_ == "to" and any(word.lower_ == "death" for word in child.children):
            return True
    return token.i > 0 and token.nbor(-1).lower_ in ("fatally", "mortally")


def find_patients(token: Token, harmed: str) -> Iterator[Token]:
    """Find the heads of those whom a word befell, by the manner its lexicon entry names."""
    finders = {
        "object": _find_object,
        "fatal": _find_object,
        "down": _find_downed,
        "away": _find_passed,
        "battle": _find_fallen,
        "hostage": _find_hostage,
        "struck": _find_struck,
        "sent": _find_sent,
        "fled": _find_displaced,
        "subject": _find_sufferer,
        "of": _find_of,
        "fatal_of": _find_of,
        "count": _find_itself,
        "found": _find_found,
        "lives": _find_lives,
        "borne": _find_bearer,
        "state": _find_stated,
    }
    found = [
        member for head in finders[harmed](token) for member in find_members(_resolve(head, token))
    ]
    yield from found
    if harmed in ("object", "state"):
        for head in find_agreeing(token, found):
            yield from find_members(head)


def _resolve(head: Token, token: Token) -> Token:
    """Return the noun that a relative pronoun stands for."""
    if head.tag_ not in ("WP", "WDT") and not (head.lower_ == "that" and head.tag_ == "IN"):
        return head
    clause = next((verb for verb in (token, *token.ancestors) if verb.dep_ == "relcl"), None)
    return head if clause is None else clause.head


def _find_object(verb: Token) -> Iterator[Token]:
    """Find whom a verb is done to: its object, its passive subject, or the noun it describes."""
    own = find_objects(verb)
    if not own and verb.lemma_ == "shoot" and any(c.lower_ == "at" for c in verb.children):
        return
    if own and own[0].lower_.endswith(("self", "selves")):
        yield find_subject(verb) or own[0]
        return
    if own:
        yield from own
        return
    head = find_shared_object(verb) or find_counter(verb) or find_passive_subject(verb)
    if head is None:
        return
    if head.dep_ == "pobj" and verb.dep_ == "acl":
        # "among those killed was she", "of the 14 people killed, six were soldiers"
        yield from _find_named(head)
    if head.lower_ != "those":
        yield head


def _find_downed(verb: Token) -> Iterator[Token]:
    if any(child.lower_ == "down" for child in verb.children):
        yield from _find_object(verb)


def _find_passed(verb: Token) -> Iterator[Token]:
    if any(child.lower_ == "away" for child in verb.children):
        yield from _find_sufferer(verb)


def _find_fallen(verb: Token) -> Iterator[Token]:
    """Find who fell in battle."""
    places = [word for child in verb.children if child.lower_ == "in" for word in child.children]
    if any(word.lemma_.casefold() in ("combat", "battle", "action", "fighting") for word in places):
        yield from _find_sufferer(verb)


def _find_hostage(noun: Token) -> Iterator[Token]:
    """Find who is taken or held hostage, else the hostages themselves."""
    if noun.head.lemma_ not in ("take", "hold") or noun.tag_ != "NN":
        yield noun
        return
    taken = (word for word in noun.head.children if word.dep_ in ("nsubjpass", "dobj"))
    yield from (word for word in taken if word != noun)


def _find_struck(verb: Token) -> Iterator[Token]:
    """Find who was hit, where the words say by what or where on the body."""
    struck = any(
        word.lemma_.casefold() in _STRIKING
        for child in verb.children
        if child.dep_ in ("prep", "agent")
        for word in child.children
    )
    head = next(iter(find_objects(verb)), None) or find_passive_subject(verb)
    if head is None:
        return
    bullet = any(
        child.dep_ == "nsubj" and child.lemma_.casefold() in _STRIKING for child in verb.children
    )
    if (struck or bullet) and (is_people(head) or head.lower_ in ("he", "she", "him", "her")):
        yield head


def _find_sent(verb: Token) -> Iterator[Token]:
    """Find who was sent to hospital: "a shooting that sent five people to the hospital"."""
    places = [word for child in verb.children if child.lower_ == "to" for word in child.children]
    if any(word.lemma_.casefold() in ("hospital", "infirmary", "morgue") for word in places):
        yield from find_objects(verb)


def _find_displaced(verb: Token) -> Iterator[Token]:
    """Find who fled their homes; whoever flees a scene or with a car is not displaced."""
    subject = find_subject(verb)
    if subject is None or subject.lemma_.casefold() in _FUGITIVES:
        return
    around = {word.lemma_.casefold() for child in verb.children for word in child.subtree}
    if not around & {"scene", "car", "vehicle", "foot", "police", "custody", "officer"}:
        yield subject


def _find_sufferer(verb: Token) -> Iterator[Token]:
    subject = find_subject(verb)
    if subject is not None and subject.dep_ != "expl":
        yield subject
    elif verb.dep_ == "acl" and verb.tag_ == "VBG":
        yield verb.head
    elif verb.dep_ == "xcomp" and (governor := find_governed(verb)) is not None:
        yield governor


def _find_of(noun: Token) -> Iterator[Token]:
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ == "of":
            yield from (word for word in child.children if word.dep_ == "pobj")
            return
        if child.dep_ == "poss" and (is_person_word(child) or is_named_person(child)):
            yield child
            return
    if noun.tag_ in ("NNS", "NNPS") or any(child.dep_ == "nummod" for child in noun.children):
        yield noun


def _find_itself(noun: Token) -> Iterator[Token]:
    yield noun


def _find_found(noun: Token) -> Iterator[Token]:
    """Find whose body was found: those it is of, else the bodies themselves."""
    people = [
        word
        for child in noun.children
        if child.lower_ == "of"
        for word in child.children
        if word.dep_ == "pobj" and is_people(word)
    ]
    if people:
        yield from people
        return
    found = any(word.lemma_ in _FINDING for word in (noun.head, *noun.children))
    dead = any(child.lower_ in ("dead", "lifeless") for child in noun.children)
    counted = any(child.dep_ == "nummod" for child in noun.children)
    if found or dead or counted:
        yield noun


def _find_lives(noun: Token) -> Iterator[Token]:
    """Find whose lives were lost: "claimed 22 lives", "lost his life", "the lives of two men"."""
    taken = noun.head.lemma_ in _TAKING_LIVES or noun.head.lower_ == "of"
    if not taken or (noun.head.lower_ == "of" and noun.head.head.lower_ != "loss"):
        return
    people = [word for child in noun.children if child.lower_ == "of" for word in child.children]
    if people:
        yield from people
    elif any(child.dep_ == "poss" for child in noun.children):
        subject = find_subject(noun.head)
        if noun.head.lemma_ == "lose" and subject is not None:
            yield subject
    elif noun.tag_ == "NNS":
        yield noun


def _find_bearer(noun: Token) -> Iterator[Token]:
    """Find who has a wound: who suffered it, was found with it, is treated for it."""
    if noun.lemma_ == "condition" and not any(c.lower_ in _CONDITIONS for c in noun.children):
        return
    head = noun.head
    if noun.dep_ == "dobj" and head.lemma_ in _BEARING:
        subject = find_subject(head)
        if subject is not None:
            yield subject
        return
    suffered = [w for child in noun.children if child.lower_ == "to" for w in child.children]
    if any(is_people(word) for word in suffered):
        yield from (word for word in suffered if is_people(word))
        return
    if noun.dep_ == "pobj" and head.lower_ in ("with", "for", "from", "in"):
        yield from _find_carrier(head.head)
        return
    counted = noun.tag_ == "NNS" or any(child.dep_ == "nummod" for child in noun.children)
    if counted and noun.lemma_ == "injury" and head.lemma_ not in _BEARING:
        yield noun


def _find_carrier(head: Token) -> Iterator[Token]:
    if head.pos_ not in ("VERB", "AUX"):
        if is_people(head) or head.lower_ in ("he", "she"):
            yield head
        return
    if head.lemma_ in _DYING:
        return
    own = next((word for word in find_objects(head) if is_people(word)), None)
    subject = own or find_subject(head) or find_passive_subject(head)
    if subject is not None and (is_people(subject) or subject.pos_ == "PRON"):
        yield subject


def _find_stated(token: Token) -> Iterator[Token]:
    """Find of whom a state is said: "31 dead", "31 people dead", "was found dead"."""
    if token.tag_ in ("NNS", "NN", "NNP", "NNPS", "JJ") and _is_noun_of_all(token):
        yield from _find_named(token)
    elif token.dep_ in ("amod", "acl") and token.head.pos_ in ("NOUN", "PROPN", "NUM"):
        yield token.head
    elif any(child.dep_ == "nummod" for child in token.children):
        yield token
    elif token.dep_ in ("acomp", "oprd", "xcomp", "attr"):
        subject = find_governed(token)
        if subject is not None:
            yield subject
    elif token.dep_ in ("ROOT", "conj", "ccomp"):
        own = next((child for child in token.children if child.dep_ == "dobj"), None)
        subject = own or find_subject(token) or find_subject(token.head)
        if subject is not None:
            yield subject


def _is_noun_of_all(token: Token) -> bool:
    return any(child.lower_ == "the" for child in token.children) and token.dep_ != "amod"


def _find_named(token: Token) -> Iterator[Token]:
    """Find who is said to be of the dead: "the dead were A and B", "among the dead was C"."""
    verb = token.head
    if token.dep_ == "pobj" and verb.lower_ in ("among", "of"):
        yield from _find_equated(verb)
        return
    if token.dep_ not in ("nsubj", "nsubjpass") or verb.lemma_ not in _NAMING:
        return
    for child in verb.children:
        if child.dep_ in ("attr", "dobj", "oprd"):
            yield child
        elif child.lower_ == "as":
            yield from (word for word in child.children if word.dep_ == "pobj")


def _find_equated(preposition: Token) -> Iterator[Token]:
    """Find who is among them: the subject of "be", or what stands after it when that is turned."""
    verb = preposition.head
    if verb.lower_ == "as":
        # "identified A and B as among the dead"
        yield from find_objects(verb.head)
        return
    if verb.like_num:
        yield verb
    elif verb.lemma_ == "be":
        subject = find_subject(verb)
        after = next((child for child in verb.children if child.dep_ == "attr"), None)
        named = subject if subject is not None and subject.dep_ != "expl" else after
        if named is not None:
            yield named
