"""Casualties: every count of people said to be harmed, with its bounds, status and group."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct, structs
from spacy.tokens import Doc, Token

from firsthand.model.casualties import Casualties, Counting, Outcome
from firsthand.model.ids import make_id
from firsthand.model.spans import Part, overlap
from firsthand.read.outcomes import Harm, find_harms, find_status, is_person_word
from firsthand.text.numbers import Quantity, find_quantities
from firsthand.text.parses import get_text, slice_text

_STATE = {
    "killed": "killed",
    "dead": "killed",
    "wounded": "injured",
    "injured": "injured",
    "hurt": "injured",
    "missing": "missing",
    "detained": "detained",
    "arrested": "detained",
    "displaced": "displaced",
    "deaths": "killed",
    "fatalities": "killed",
    "injuries": "injured",
    "bodies": "killed",
    "martyrs": "killed",
}
_GROUP = r"(?:\s+(?:of\s+(?:them|whom|those)|(?!and\b|or\b|of\b|in\b|was\b|were\b)[\w'’-]+)){0,4}?"
_AUX = (
    r"(?:\s+(?:who|that|were|was|are|is|have|has|had|been|being|reportedly|also|now|left|critically"
    r"|seriously|severely|reported|said|to|be|feared|confirmed|be))*"
)
# "14 killed", "hundreds wounded", "eight of them were critically injured", "31 dissidents … killed"
_STATED = re.compile(rf"^{_GROUP}{_AUX}\s+(?P<word>{'|'.join(_STATE)})\b", re.IGNORECASE)
_VERB_BEFORE = re.compile(
    r"\b(?P<word>kill(?:ed|ing|s)|wound(?:ed|ing|s)|injur(?:ed|ing|es)|hurt(?:ing)?|arrest(?:ed|ing)"
    r"|detain(?:ed|ing)|abduct(?:ed|ing)|kidnapp(?:ed|ing)|displac(?:ed|ing)|execut(?:ed|ing)"
    r"|massacr(?:ed|ing)|murder(?:ed|ing))\s+$",
    re.IGNORECASE,
)
_STEMS: dict[str, Outcome] = {
    "kill": "killed",
    "exec": "killed",
    "mass": "killed",
    "murd": "killed",
    "woun": "injured",
    "inju": "injured",
    "hurt": "injured",
    "arre": "detained",
    "deta": "detained",
    "abdu": "abducted",
    "kidn": "abducted",
    "disp": "displaced",
}
_TOLL_BEFORE = re.compile(
    r"\b(?:death\s+toll|toll|number\s+of\s+(?:dead|deaths|people\s+killed|victims))\b[^.;]{0,40}?"
    r"\b(?:to|at|of|is|was|reached|stands?|stood|hit)\s+$",
    re.IGNORECASE,
)
_MORE = re.compile(r"^(?:another|a further|an additional)\b", re.IGNORECASE)
_MORE_AFTER = re.compile(r"^\s*(?:more|other|others|additional)\b", re.IGNORECASE)
_CUMULATIVE = re.compile(
    r"\b(?:bring(?:s|ing)|brought|raising|raised|rose|risen|climbed|have now been|has now"
    r"|so far|in all)\b",
    re.IGNORECASE,
)
_WIDER = re.compile(
    r"\b(?:across|throughout|nationwide|since\s+(?:the\s+)?(?:beginning|start)"
    r"|(?:since|over|in)\s+the\s+past|so\s+far\s+this)\b[^.;]*?(?=,|;|\.|$| have| has| were| was)",
    re.IGNORECASE,
)
_INCLUDING = re.compile(
    r"(?:,?\s*(?:including|among (?:them|whom)|of (?:whom|them))\b[^.;]*)$",
    re.IGNORECASE,
)


class _Found(Struct, frozen=True, kw_only=True):
    """A count before it is told which part of which other it is."""

    start: int
    end: int
    outcome: Outcome
    quantity: Quantity
    head: Token | None
    pattern: str


def find_casualties(doc: Doc, report_id: str) -> tuple[Casualties, ...]:
    """Find the counts of a report in the order of its text."""
    quantities = find_quantities(get_text(doc))
    found = [*_find_in_tree(doc, quantities), *_find_in_line(doc, quantities)]
    apart: list[_Found] = []
    for item in found:
        if not any(
            overlap((item.start, item.end), (other.start, other.end))
            and item.outcome == other.outcome
            for other in apart
        ):
            apart.append(item)
    ordered = sorted(apart, key=lambda item: (item.start, item.end, item.outcome))
    counts = [_make_count(doc, report_id, item) for item in ordered]
    return tuple(_tie_parts(doc, counts))


def _find_in_tree(doc: Doc, quantities: Sequence[Quantity]) -> Iterator[_Found]:
    for harm in find_harms(doc):
        for head in harm.harmed:
            item = _count_head(doc, harm, head, quantities)
            if item is not None:
                yield item


def _count_head(doc: Doc, harm: Harm, head: Token, quantities: Sequence[Quantity]) -> _Found | None:
    """Count whom a harm befell: by the number in their phrase, else one if it is one person."""
    span = _phrase(head)
    for quantity in quantities:
        if span[0] <= quantity.start <= head.idx and _belongs(doc, quantity, head):
            end = max(quantity.end, head.idx + len(head)) if head != harm.token else quantity.end
            if head == harm.token:
                end = head.idx + len(head)
            return _Found(
                start=quantity.start,
                end=end,
                outcome=harm.outcome,
                quantity=quantity,
                head=head,
                pattern=harm.pattern,
            )
    if not _is_one_person(head) or head == harm.token:
        return None
    start = span[0]
    one = Quantity(start=start, end=head.idx + len(head), low=1, high=1)
    return _Found(
        start=start,
        end=one.end,
        outcome=harm.outcome,
        quantity=one,
        head=head,
        pattern=f"one person, {harm.pattern}",
    )


def _belongs(doc: Doc, quantity: Quantity, head: Token) -> bool:
    """Tell whether a quantity counts this head and not another noun on the way to it."""
    if quantity.start <= head.idx < quantity.end:
        return True
    words = doc.char_span(quantity.end, head.idx + len(head), alignment_mode="expand")
    if words is None:
        return False
    nouns = [token for token in words if token.pos_ == "NOUN" and token != head]
    return all(
        token.dep_ == "compound" or token.lower_ in ("total",) for token in nouns
    ) and not any(token.text in (";", "(", ")") for token in words)


def _is_one_person(head: Token) -> bool:
    if head.tag_ == "NNP":
        return head.ent_type_ == "PERSON"
    if head.tag_ != "NN" or not is_person_word(head):
        return False
    if head.lower_ in ("police", "family", "couple", "people", "youth", "other"):
        return False
    return any(
        child.dep_ in ("det", "poss") and child.lower_ not in ("no", "any", "every", "each")
        for child in head.children
    )


def _phrase(head: Token) -> Part:
    """Return the words of a phrase before and at its head."""
    lefts = [
        token
        for child in head.lefts
        if child.dep_ not in ("punct", "cc")
        for token in child.subtree
    ]
    return min((token.idx for token in lefts), default=head.idx), head.idx + len(head)


def _find_in_line(doc: Doc, quantities: Sequence[Quantity]) -> Iterator[_Found]:
    """Find counts by the words right before and after a number, where the tree went wrong."""
    text = get_text(doc)
    for quantity in quantities:
        before = text[max(0, quantity.start - 80) : quantity.start]
        after = re.split(r"[.;:\n]", text[quantity.end : quantity.end + 90])[0]
        found = _read_after(after) or _read_before(before, after)
        if found is None:
            continue
        outcome, length, pattern = found
        yield _Found(
            start=quantity.start,
            end=quantity.end + length,
            outcome=outcome,
            quantity=quantity,
            head=_find_group(doc, quantity),
            pattern=pattern,
        )


def _read_after(after: str) -> tuple[Outcome, int, str] | None:
    match = _STATED.match(after)
    if match is None:
        return None
    outcome: Outcome = _STATE[match["word"].casefold()]  # type: ignore[assignment]
    return outcome, match.end(), "number before word of harm"


def _read_before(before: str, after: str) -> tuple[Outcome, int, str] | None:
    match = _VERB_BEFORE.search(before)
    group = re.match(
        r"\s+(?:[\w'’-]+\s+){0,3}?(?:people|others?|civilians?|men|women|children|\w+s)\b", after
    )
    length = group.end() if group is not None else 0
    if match is not None:
        return _STEMS[match["word"].casefold()[:4]], length, "number after word of harm"
    if _TOLL_BEFORE.search(before):
        return "killed", length, "number of a toll"
    return None


def _find_group(doc: Doc, quantity: Quantity) -> Token | None:
    words = doc.char_span(quantity.start, quantity.end, alignment_mode="expand")
    if words is None:
        return None
    head: Token = words.root
    return head.head if head.dep_ == "nummod" else head


def _make_count(doc: Doc, report_id: str, item: _Found) -> Casualties:
    text = get_text(doc)
    sentence = _sentence(doc, item.start)
    words = slice_text(doc, item.start, item.end)
    return Casualties(
        id=make_id("n", report_id, item.start, item.end, item.outcome),
        outcome=item.outcome,
        low=item.quantity.low,
        high=item.quantity.high,
        vague=item.quantity.vague,
        approximate=item.quantity.approximate,
        counting=_judge_counting(text, item, sentence),
        status="unknown" if item.head is None else find_status(item.head),
        group=_name_group(doc, item),
        scope=_find_scope(text, sentence),
        text=words,
        start=item.start,
        end=item.end,
        pattern=item.pattern,
    )


def _judge_counting(text: str, item: _Found, sentence: Part) -> Counting:
    lead = text[max(0, item.start - 12) : item.start]
    if _MORE_AFTER.match(text[item.quantity.end : item.quantity.end + 12]) or re.search(
        r"\b(?:another|further|additional)\s+$", lead, re.IGNORECASE
    ):
        return "additional"
    if _MORE.match(text[item.start : item.end]):
        return "additional"
    if _CUMULATIVE.search(text[sentence[0] : item.end + 30]) and item.outcome == "killed":
        return "cumulative"
    return "total"


def _name_group(doc: Doc, item: _Found) -> str | None:
    head = item.head
    if head is None or head.pos_ not in ("NOUN", "PROPN") or head.idx >= item.end:
        return None
    words = slice_text(doc, item.quantity.end, head.idx + len(head)).strip()
    return words or None


def _find_scope(text: str, sentence: Part) -> str | None:
    match = _WIDER.search(text[sentence[0] : sentence[1]])
    return None if match is None else match[0].strip()


def _sentence(doc: Doc, offset: int) -> Part:
    words = doc.char_span(offset, offset + 1, alignment_mode="expand")
    if words is None:
        return offset, offset
    return words.root.sent.start_char, words.root.sent.end_char


def _tie_parts(doc: Doc, counts: Sequence[Casualties]) -> Iterator[Casualties]:
    """Tell which counts are parts of an earlier one: "31, including 8 women; three of them …"."""
    text = get_text(doc)
    for index, count in enumerate(counts):
        whole = next(
            (
                other
                for other in reversed(counts[:index])
                if other.outcome == count.outcome
                and other.part_of is None
                and _INCLUDING.search(text[other.end : count.end])
                and count.start - other.end < 160
                and "." not in text[other.end : count.start].replace("St.", "")
            ),
            None,
        )
        yield count if whole is None else structs.replace(count, part_of=whole.id)
