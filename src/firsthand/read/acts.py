"""Acts: what the predicates of a report say was done, by whom, to whom, with what."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from firsthand.errors import BrokenTable
from firsthand.lexicon.acts import ANYTHING, Condition, Frame, load_frames
from firsthand.lexicon.tables import load_table
from firsthand.model.acts import Act, Form, Participant
from firsthand.model.claims import Kind
from firsthand.model.spans import Part
from firsthand.read.participants import name_participant
from firsthand.read.slots import Slots, find_slots, is_passive

_NEGATIONS = frozenset({"no", "nobody", "none", "nothing", "never", "neither", "without", "zero"})


def find_acts(doc: Doc) -> tuple[Act, ...]:
    """Find every predicate of a report that says something a claim of ours is about."""
    acts = (_read_act(token) for token in doc)
    return tuple(act for act in acts if act is not None)


def find_triggers(doc: Doc) -> tuple[Part, ...]:
    """Find all words of violence or harm, whether or not they say an act here."""
    return tuple((token.idx, token.idx + len(token)) for token in doc if _find_frames(token))


def kind_of(act_type: str) -> Kind:
    """Tell what kind of claim an act of this type makes."""
    for row in load_table("act_types"):
        if row["type"] == act_type:
            kind: Kind = row["kind"]  # type: ignore[assignment]  # checked by the table's test
            return kind
    raise BrokenTable(f"lexicon/act_types.tsv has no type {act_type}. Add it, or mend acts.tsv.")


def _read_act(token: Token) -> Act | None:
    frames = _find_frames(token)
    if not frames:
        return None
    slots = find_slots(token)
    frame = next((frame for frame in frames if _holds(frame, slots)), None)
    if frame is None or frame.type is None:
        return None
    people = {role: tuple(_fill(slots, names)) for role, names in frame.roles}
    return Act(
        type=frame.type,
        form=_name_form(token),
        start=token.idx,
        end=token.idx + len(token),
        agents=people.get("agent", ()),
        targets=people.get("target", ()),
        instruments=people.get("instrument", ()),
        negated=_is_negated(token, slots),
        pattern=f"{_name_form(token)} {frame.word}",
    )


def _find_frames(token: Token) -> Sequence[Frame]:
    pos = {"VERB": "verb", "NOUN": "noun", "ADJ": "adjective"}.get(token.pos_)
    if pos is None:
        return ()
    return load_frames().get((token.lemma_.casefold(), pos), ())


def _holds(frame: Frame, slots: Slots) -> bool:
    return all(_meets(condition, slots) for condition in frame.conditions)


def _meets(condition: Condition, slots: Slots) -> bool:
    fillers = [token for slot in condition.slots for token in slots.get(slot, ())]
    met = any(
        ANYTHING in condition.words or token.lemma_.casefold() in condition.words
        for token in fillers
    )
    return met is not condition.absent


def _fill(slots: Slots, names: Sequence[str]) -> Iterator[Participant]:
    fillers = next((slots[name] for name in names if name in slots), ())
    for token in fillers:
        participant = name_participant(token)
        if participant is not None:
            yield participant


def _name_form(token: Token) -> Form:
    if token.pos_ not in ("VERB", "AUX"):
        return "nominal"
    if token.dep_ in ("acl", "amod") or (token.tag_ == "VBG" and token.dep_ in ("advcl", "pcomp")):
        return "participle"
    if is_passive(token):
        return "passive"
    if token.tag_ == "VB" and any(child.lower_ == "to" for child in token.lefts):
        return "infinitive"
    return "active"


def _is_negated(token: Token, slots: Slots) -> bool:
    if any(child.dep_ == "neg" or child.lower_ in _NEGATIONS for child in token.children):
        return True
    nearest = (*slots.get("subj", ()), *slots.get("obj", ()))
    return any(
        head.lower_ in _NEGATIONS or any(child.lower_ == "no" for child in head.lefts)
        for head in nearest
    )
