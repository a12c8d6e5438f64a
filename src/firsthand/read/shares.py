"""Shares: which counts are parts of another: "31, including 8 women, three of them nurses"."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from msgspec import structs
from spacy.tokens import Doc, Span, Token

from firsthand.model.casualties import Casualties
from firsthand.read.figures import Figure
from firsthand.read.groups import is_named_person, is_person_word
from firsthand.read.tallies import count_phrase
from firsthand.text.numbers import Quantity
from firsthand.text.parses import get_text

_LEAD = re.compile(
    r"\b(?:including|among\s+(?:them|whom|the\s+\w+)|of\s+(?:whom|them)|included|as\s+well\s+as)\b",
    re.IGNORECASE,
)
_INCLUDING = re.compile(r"\b(?:including|among\s+(?:them|whom)|included)\b", re.IGNORECASE)
_AMONG_BEFORE = re.compile(r"(?:\b[Aa]mong|(?:^|[.;,\n“\"]\s*)[Oo]f)\s+(?:the\s+|those\s+)?$")
# The dot of a title or an initial ends nothing.
_NO_END = "".join(
    rf"(?<!\b{word})"
    for word in ("Dr", "Mr", "Ms", "St", "Mrs", "Gen", "Col", "Sgt", "Maj", "Capt", "Prof", "[A-Z]")
)
_SENTENCE_END = re.compile(rf"{_NO_END}[.;\n](?:\s|$)")
# What may stand between the members of a list: commas, "and", ages, "at least".
_BETWEEN = re.compile(
    r"^[\s,]*(?:\(?\d{1,3}\)?[\s,]*)?(?:and|also|as\s+well\s+as|at\s+least|and\s+up\s+to)?[\s,]*$",
    re.IGNORECASE,
)
_FARTHEST = 160
TOLD_AFTER = "part told after a count"
_ANAPHORS = ("of them", "of whom")


def find_shares(
    doc: Doc, quantities: Sequence[Quantity], found: Sequence[Figure]
) -> Iterator[Figure]:
    """Find the parts that are told after a count, which have no word of harm of their own."""
    text = get_text(doc)
    chunks = list(doc.noun_chunks) if _INCLUDING.search(text) else []
    places = [chunk.start_char for chunk in chunks]
    taken = {item.quantity.start for item in found}
    free = [quantity for quantity in quantities if quantity.start not in taken]
    for whole in found:
        if whole.quantity.high in (0, 1):
            continue
        stop = _SENTENCE_END.search(text, whole.end)
        end = len(text) if stop is None else stop.start()
        lead = _find_lead(text, whole, found, end)
        if lead is not None:
            near = chunks[bisect_left(places, lead) : bisect_left(places, end)]
            yield from _read_list(near, quantities, whole, lead)
        yield from _read_shares(doc, free, whole, end)


def _find_lead(text: str, whole: Figure, found: Sequence[Figure], end: int) -> int | None:
    """Find where the list of parts starts, if no other count stands on the way to it."""
    match = _INCLUDING.search(text, whole.end, min(end, whole.end + _FARTHEST))
    if match is None:
        return None
    between = [item for item in found if whole.end <= item.start < match.start()]
    return None if between else match.end()


def _read_list(
    chunks: Sequence[Span], quantities: Sequence[Quantity], whole: Figure, start: int
) -> Iterator[Figure]:
    """Read the members of a list one after another, up to the first word that is none."""
    place = start
    for chunk in chunks:
        text, head = get_text(chunk.doc), chunk.root
        if not _BETWEEN.match(text[place : chunk.start_char]):
            return
        if not (is_person_word(head) or is_named_person(head)) or _starts_clause(head, whole):
            return
        tally = count_phrase(head, quantities)
        place = chunk.end_char
        if tally is None or (tally.quantity.high is None and tally.manner):
            continue
        yield Figure(
            start=tally.quantity.start,
            end=tally.quantity.end,
            outcome=whole.outcome,
            quantity=tally.quantity,
            head=head,
            pattern=tally.manner + TOLD_AFTER,
        )


def _starts_clause(head: Token, whole: Figure) -> bool:
    """Tell the subject of the next clause from a member: "…, and eight others were wounded"."""
    if head.dep_ not in ("nsubj", "nsubjpass") or whole.head is None:
        return False
    return head.head not in (whole.head, whole.head.head)


def _read_shares(
    doc: Doc, quantities: Sequence[Quantity], whole: Figure, end: int
) -> Iterator[Figure]:
    """Read "four of them children" and "five of whom were women"."""
    text = get_text(doc)
    for quantity in quantities:
        if not whole.end <= quantity.start < min(end, whole.end + _FARTHEST):
            continue
        match = re.match(r"\s+of\s+(?:them|whom)\b", text[quantity.end : quantity.end + 12])
        turned = re.search(r"\bof\s+whom\s+$", text[quantity.start - 10 : quantity.start])
        if match is None and turned is None:
            continue
        reached = quantity.end + (match.end() if match else 0)
        yield Figure(
            start=quantity.start,
            end=reached,
            outcome=whole.outcome,
            quantity=quantity,
            head=_find_kind(doc, reached),
            pattern=TOLD_AFTER,
        )


def _find_kind(doc: Doc, offset: int) -> Token | None:
    """Find what the part is said to be: "four of them children", "of whom were soldiers"."""
    rest = doc.char_span(offset, min(offset + 30, len(get_text(doc))), alignment_mode="contract")
    if rest is None:
        return None
    for token in list(rest)[:4]:
        if is_person_word(token):
            return token
        if token.pos_ not in ("AUX", "DET", "ADJ", "NUM", "ADP", "ADV"):
            return None
    return None


def tie_parts(doc: Doc, counts: Sequence[Casualties]) -> Iterator[Casualties]:
    """Tell which counts are parts of an earlier one in their sentence.

    Parts of one list belong to the same whole; only "three of them" may be part of a part.
    """
    text = get_text(doc)
    wholes: list[Casualties] = []
    for count in counts:
        whole = next((other for other in reversed(wholes) if _holds(other, count, text)), None)
        if whole is None or count.text.casefold().endswith(_ANAPHORS):
            wholes.append(count)
        yield count if whole is None else structs.replace(count, part_of=whole.id)


def _holds(whole: Casualties, part: Casualties, text: str) -> bool:
    if whole.outcome != part.outcome or whole.high in (0, 1) or part.high == 0:
        return False
    if part.start - whole.end > _FARTHEST or _SENTENCE_END.search(text, whole.end, part.start):
        return False
    if part.low is not None and whole.high is not None and part.low > whole.high:
        return False
    if part.low is None and (part.high or 0) > (whole.high or whole.low or 0):
        # "At least 11 porters, including three women, and up to 30 people" is an upper bound.
        return False
    among = _AMONG_BEFORE.search(text[max(0, whole.start - 20) : whole.start])
    told = (
        among is not None
        or part.pattern.endswith(TOLD_AFTER)
        or part.text.casefold().endswith(_ANAPHORS)
    )
    return told or _LEAD.search(text, whole.end, part.end) is not None
