"""Duties: help or protection that was promised, owed, refused or not given."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from firsthand.lexicon.acts import load_class
from firsthand.model.acts import Act, Form, Participant
from firsthand.read.participants import name_participant
from firsthand.read.slots import find_slots, is_passive, with_joined

# "is tasked with protecting", "is obliged to protect".
_CHARGED = frozenset({"task", "charge", "entrust", "mandate", "oblige", "require", "bind"})
_MUSTS = frozenset({"must", "should", "shall", "ought"})
_IDLE = {
    "do": frozenset({"nothing"}),
    "stand": frozenset({"by", "idly", "aside"}),
    "sit": frozenset({"by", "idly"}),
    "look": frozenset({"on", "away"}),
    "remain": frozenset({"passive", "inactive", "idle"}),
    "stay": frozenset({"passive", "inactive", "idle"}),
}


def find_duties(doc: Doc) -> Iterator[Act]:
    """Find omissions, refusals, promises and duties to help or protect somebody."""
    for token in doc:
        act = (
            _read_inaction(token)
            or _read_impunity(token)
            or _read_protection(token)
            or _read_right(token)
        )
        if act is not None:
            yield act


def _read_protection(word: Token) -> Act | None:
    """Read a word of help or protection: what is said of it makes it an omission or a duty."""
    if word.pos_ not in ("VERB", "NOUN") or word.lemma_.casefold() not in load_class("protect"):
        return None
    governor = _governor(word)
    lemma = governor.lemma_.casefold()
    for name, kind in (("fail", "failure_to_protect"), ("refuse", "refusal_of_help")):
        if lemma in load_class(name):
            return _make(kind, word, governor, f"{name} to protect")
    if word.pos_ != "VERB":
        return None
    if any(child.dep_ == "neg" for child in word.children) and not _has_must(word):
        return _make("failure_to_act", word, word, "did not protect")
    if lemma in load_class("pledge"):
        return _make("pledge", word, governor, "pledge to protect")
    if lemma in _CHARGED:
        return _make("duty", word, governor, "charged with protecting")
    return _make("duty", word, word, "must protect") if _has_must(word) else None


def _read_inaction(verb: Token) -> Act | None:
    """Read "did nothing", "stood by", "remained passive"."""
    signs = _IDLE.get(verb.lemma_.casefold())
    if signs is None or verb.pos_ not in ("VERB", "AUX"):
        return None
    idle = (child for child in verb.rights if child.lower_ in signs)
    # "stood by its word": who stands by something is not idle.
    if not any(child.dep_ != "prep" or not list(child.rights) for child in idle):
        return None
    return _make("failure_to_act", verb, verb, "inaction")


def _read_impunity(verb: Token) -> Act | None:
    """Read "nobody has been charged", "was never tried", "no officer was punished"."""
    if verb.tag_ != "VBN" or verb.lemma_.casefold() not in load_class("accuse_in_court"):
        return None
    people = find_slots(verb).get("obj", ()) if is_passive(verb) else ()
    nobody = [word for word in people if _is_nobody(word)]
    if not nobody and not (people and any(child.dep_ == "neg" for child in verb.children)):
        return None
    others = tuple(word for word in people if word not in nobody)
    return _act("failure_to_act", (verb, verb), ((), others), "impunity")


def _is_nobody(word: Token) -> bool:
    if word.lower_ in ("nobody", "none"):
        return True
    return any(child.lower_ == "no" for child in word.lefts)


def _read_right(verb: Token) -> Act | None:
    """Read "deserve the right to life", "are entitled to protection"."""
    lemma = verb.lemma_.casefold()
    if lemma not in ("deserve", "entitle") or verb.pos_ != "VERB":
        return None
    slots = find_slots(verb)
    goods = ("right", "protection", "justice")
    held = any(word.lemma_ in goods for word in slots.get("obj", ()))
    if not held and "to" not in slots:
        return None
    people = slots.get("obj" if lemma == "entitle" else "subj", ())
    return _act("right", (verb, verb), ((), people), "right held")


def _governor(word: Token) -> Token:
    """Return the word that says a protection failed, was refused, was promised or is owed."""
    while word.dep_ == "conj" and word.head.pos_ == word.pos_:
        word = word.head
    return word.head.head if word.dep_ in ("pcomp", "pobj") else word.head


def _has_must(verb: Token) -> bool:
    return any(child.lower_ in _MUSTS for child in verb.lefts)


def _make(kind: str, word: Token, teller: Token, pattern: str) -> Act:
    people = find_slots(teller)
    agents = people.get("subj", ()) or people.get("poss", ())
    if teller.lemma_.casefold() in _CHARGED:
        agents = people.get("obj", agents)
    own = find_slots(word)
    targets = own.get("obj", ()) or own.get("to", ()) or own.get("of", ())
    idle = word == teller and word.lemma_.casefold() in _IDLE
    return _act(kind, (teller, word), (agents, () if idle else targets), pattern)


def _act(
    kind: str,
    words: tuple[Token, Token],
    people: tuple[tuple[Token, ...], tuple[Token, ...]],
    pattern: str,
) -> Act:
    """Make the act from its governing and its own word, and from its agents and targets."""
    first, last = sorted(words, key=lambda token: token.i)
    if last.i - first.i > 4:
        first = last = words[0]
    form: Form = "nominal" if words[0].pos_ == "NOUN" else "active"
    return Act(
        type=kind,
        form=form,
        start=first.idx,
        end=last.idx + len(last),
        agents=_name(people[0], agent=True),
        targets=_name(people[1], agent=False),
        pattern=pattern,
    )


def _name(tokens: tuple[Token, ...], *, agent: bool) -> tuple[Participant, ...]:
    named = (name_participant(token, "stated" if agent else None) for token in with_joined(tokens))
    return tuple(participant for participant in named if participant is not None)
