"""Victims: persons named or individually described as harmed."""

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from spacy.tokens import Doc, Token

from firsthand.model.actors import Name
from firsthand.model.casualties import Casualties, Outcome
from firsthand.model.ids import make_id
from firsthand.model.spans import Part
from firsthand.model.victims import Victim
from firsthand.read.groups import is_person_word
from firsthand.read.outcomes import find_harms
from firsthand.text.parses import slice_text

_AGE_AFTER = re.compile(r"^\s*(?:,\s*(?:aged\s+)?(\d{1,3})\b|\((\d{1,3})\))(?!,\d)")
_AGE_BEFORE = re.compile(r"\b(\d{1,3})[- ]year[- ]old\b")
_SEX: dict[str, Literal["female", "male"]] = {
    **dict.fromkeys(("woman", "girl", "mother", "wife", "sister", "daughter"), "female"),
    **dict.fromkeys(("man", "boy", "father", "husband", "brother", "son"), "male"),
}
_RELATIONS = frozenset(_SEX) - {"woman", "girl", "man", "boy"} | frozenset(
    ["neighbor", "neighbour", "cousin", "friend", "uncle", "aunt"]
)


def find_victims(doc: Doc, report_id: str, casualties: Sequence[Casualties]) -> tuple[Victim, ...]:
    """Find the persons of a report who are named or described one by one as harmed."""
    found: dict[Part, Victim] = {}
    for harm in find_harms(doc):
        for head in harm.harmed:
            if head == harm.token or not _is_person(head, casualties):
                continue
            victim = _make_victim(doc, report_id, head, harm.outcome)
            found.setdefault((victim.names[0].start, victim.names[0].end), victim)
    return tuple(found[span] for span in sorted(found))


def _is_person(head: Token, casualties: Sequence[Casualties]) -> bool:
    if head.ent_type_ == "PERSON" and head.pos_ == "PROPN":
        return True
    one = any(
        count.low == count.high == 1 and count.start <= head.idx < count.end for count in casualties
    )
    return one and head.tag_ == "NN" and is_person_word(head)


def _make_victim(doc: Doc, report_id: str, head: Token, outcome: Outcome) -> Victim:
    start, end = _find_name(head)
    words = [head, *head.lefts, *(child for child in head.rights if child.dep_ == "appos")]
    lemmas = [token.lemma_.casefold() for token in words]
    return Victim(
        id=make_id("v", report_id, start),
        names=(
            Name(
                text=slice_text(doc, start, end),
                report=report_id,
                start=start,
                end=end,
                reason="named as harmed" if head.pos_ == "PROPN" else "described as harmed",
            ),
        ),
        age=_find_age(doc, start, end),
        sex=next((_SEX[lemma] for lemma in lemmas if lemma in _SEX), None),
        relation=next((lemma for lemma in lemmas if lemma in _RELATIONS), None),
        outcome=outcome,
    )


def _find_name(head: Token) -> Part:
    entity = next((span for span in head.sent.ents if span.start <= head.i < span.end), None)
    if entity is not None and entity.label_ == "PERSON":
        return entity.start_char, entity.end_char
    return min(_left_offsets(head)), head.idx + len(head)


def _left_offsets(head: Token) -> Iterator[int]:
    yield head.idx
    for child in head.lefts:
        if child.dep_ in ("det", "amod", "compound", "nummod", "poss"):
            yield from (token.idx for token in child.subtree)


def _find_age(doc: Doc, start: int, end: int) -> int | None:
    after = _AGE_AFTER.match(slice_text(doc, end, end + 14))
    before = _AGE_BEFORE.search(slice_text(doc, max(0, start - 16), end))
    match = after or before
    return None if match is None else int(next(group for group in match.groups() if group))
