"""Figures: counts told by the words right before and after a number, where no tree is needed."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct
from spacy.tokens import Doc, Token

from firsthand.model.casualties import Outcome
from firsthand.read.groups import is_no_person, is_person_word
from firsthand.read.tallies import find_counted
from firsthand.text.numbers import Quantity
from firsthand.text.parses import get_text

_STATES: dict[str, Outcome] = {
    **dict.fromkeys(("killed", "dead", "deaths", "fatalities", "bodies", "martyrs"), "killed"),
    **dict.fromkeys(
        ("fatal", "fatally", "massacred", "executed", "murdered", "martyred"), "killed"
    ),
    **dict.fromkeys(("wounded", "injured", "hurt", "injuries", "shot", "stabbed"), "injured"),
    "casualties": "other",
    "missing": "missing",
    "detained": "detained",
    "arrested": "detained",
    "captured": "detained",
    "abducted": "abducted",
    "kidnapped": "abducted",
    "displaced": "displaced",
}
_STEMS: dict[str, Outcome] = {
    **dict.fromkeys(("kill", "exec", "mass", "murd", "slau"), "killed"),
    **dict.fromkeys(("woun", "inju", "hurt"), "injured"),
    **dict.fromkeys(("arre", "deta", "capt"), "detained"),
    **dict.fromkeys(("abdu", "kidn"), "abducted"),
    "disp": "displaced",
}
_WORD = (
    r"(?!(?:and|or|of|in|was|were|have|has|had|by|with|before|after|when|while|as|than|for|from|to"
    r"|at|on|but|died|who|that)\b)[\w'’-]+"
)
_PASSIVE_BEFORE = re.compile(r"\b(?:were|was|been|being|are|is)\b", re.IGNORECASE)
_GROUP = rf"(?P<group>(?:\s+(?:of\s+(?:them|whom|those)|{_WORD})){{0,4}}?)"
_AUX = (
    r"(?:\s+(?:who|that|were|was|are|is|have|has|had|been|being|be|to|reportedly|also|now|later"
    r"|left|critically|seriously|severely|badly|lightly|slightly|reported|said|feared|confirmed"
    r"|believed|known|thought|only|already))*"
)
# "14 killed", "hundreds wounded", "eight of them were critically injured"
_STATED = re.compile(
    rf"^[\"”’']?{_GROUP}{_AUX}\s+(?:of\s+)?(?P<word>{'|'.join(_STATES)})\b"
    r"(?P<fatal>\s+(?:dead|to\s+death|and\s+killed|and\s+died))?"
    r"(?P<joint>\s*(?:and|or|/|and/or)\s*(?:wounded|injured|hurt|injuries|killed)\b)?"
    r"(?!\s+(?:at|his|her|their|a|an|the)\b)",
    re.IGNORECASE,
)
_VERB_BEFORE = re.compile(
    r"\b(?P<word>kill(?:ed|ing|s)|wound(?:ed|ing|s)|injur(?:ed|ing|es)|hurt(?:ing)?|arrest(?:ed|ing)"
    r"|detain(?:ed|ing)|abduct(?:ed|ing)|kidnapp(?:ed|ing)|displac(?:ed|ing)|execut(?:ed|ing)"
    r"|massacr(?:ed|ing)|murder(?:ed|ing)|slaughter(?:ed|ing)|captur(?:ed|ing))\s*:?[^\S\n]+$",
    re.IGNORECASE,
)
_OF_WHOM = (
    r"(?:number|count|tally)\s+(?:of\s+(?:the\s+)?)?"
    r"(?:(?:people|those|civilians|persons|men|women|children)\s+)?"
)
_TOLL_BEFORE = re.compile(
    rf"\b(?:death\s+toll|toll|{_OF_WHOM}(?:dead|deaths|fatalities|killed|victims)"
    rf"|(?P<hurt>{_OF_WHOM}(?:wounded|injured|injuries)))\b(?:(?!\band\b)[^.;\d]){{0,40}}?"
    r"\b(?:to|at|of|is|was|were|reached|stands?|stood|hit|passed)\s+(?:now\s+)?[\"“'‘]?$"
    r"|\btoll\s+(?:from\s+[\d,]+\s+to\s+)?$",
    re.IGNORECASE,
)
# "the number of people killed in the bombing of the station has risen to 52", "brings the number of
# people who have died in the hospital to 22": the toll may stand far before its number.
_DEAD = (
    r"number\s+of\s+(?:the\s+)?(?:dead|deaths|fatalities|(?:people|those|civilians|persons)\s+"
    r"(?:killed|who\s+(?:(?:have|had|were|been)\s+)*(?:died|killed)))\b"
    r"(?:(?!\b(?:number|toll|count)\b)[^.;]){0,140}?"
)
_TOLL_FAR_BEFORE = re.compile(
    rf"\b{_DEAD}\s(?:risen|rose|rises|climbed|grown|grew|increased|gone\s+up|went\s+up)\s+"
    r"(?:from\s+[\d,]+\s+)?to\s+$"
    rf"|\b(?:brings?|brought|bringing|raises?|raised|raising|puts?|putting|takes|took|taking)\s+"
    rf"the\s+{_DEAD}\s(?:to|at)\s+$",
    re.IGNORECASE,
)
_NEAR, _FAR = 80, 240
# "brings to 12 the number of journalists killed"
_TOLL_AFTER = re.compile(
    r"^\s+the\s+(?:(?:death\s+)?toll\b|number\s+of\s+(?:the\s+)?(?:[\w’'-]+\s+){0,3}?"
    r"(?:dead|deaths|killed|fatalities))",
    re.IGNORECASE,
)
_NOUN_AFTER = re.compile(
    r"^\s+(?:of\s+(?:them|whom|those)|(?:[\w'’-]+\s+){0,3}?[\w'’-]*(?:s|people|men|women|children))\b"
)


# "12 civilians, all of them women, were killed", "nine people – including four children – were":
# the tree often takes the bracket for the subject.
_PASSIVE = r"(?:were|have\s+been|had\s+been|are)"
_ANEW = (
    r"\bothers\b|\band\s+(?:at\s+least|up\s+to|more\s+than|about|some|nearly)\s+[\w-]+\s+"
    r"(?:people|persons|civilians)\b"
)
_TITLE = r"\b(?:Dr|Mr|Mrs|Ms|Prof|Gen|Col|Capt|Sgt|St)\."
_INSIDE = rf"(?:(?!\s{_PASSIVE}\s|{_ANEW})(?:{_TITLE}|[^.;\n]))"
_OVER_BRACKET = re.compile(
    rf"^(?P<group>(?:\s+{_WORD}){{1,4}}?)"
    r"(?:\s+(?!including\b)(?:of|from|in|belonging|aged|who|spanning)\b"
    rf"(?:{_TITLE}|[^,.;\n–—]){{0,80}}?)?"
    rf"(?:,\s(?!{_PASSIVE}\s){_INSIDE}{{3,200}}?,|\s[–—-]\s{_INSIDE}{{3,200}}?\s[–—-]"
    rf"|\s+including\s{_INSIDE}{{3,200}}?,?)"
    rf"\s+{_PASSIVE}{_AUX}\s+(?P<word>{'|'.join(_STATES)})\b",
    re.IGNORECASE,
)


class Figure(Struct, frozen=True, kw_only=True):
    """A number with what it says of people: the span, the outcome, the noun counted if any.

    `reach` is where a bracket ends over which the number is read; counts in it are its parts.
    """

    start: int
    end: int
    outcome: Outcome
    quantity: Quantity
    head: Token | None
    pattern: str
    reach: int = 0


def find_figures(doc: Doc, quantities: Sequence[Quantity]) -> Iterator[Figure]:
    """Find the numbers whose neighbours say what happened to as many people."""
    text = get_text(doc)
    for quantity in quantities:
        if quantity.high == 0:
            # Only the tree tells "no deaths" from "no deaths were reported".
            continue
        before = text[max(0, quantity.start - _FAR) : quantity.start]
        after = re.split(r"[.;:\n(]", text[quantity.end : quantity.end + 90])[0]
        found = _read_after(doc, quantity, after) or _read_before(doc, quantity, before, after)
        found = found or _read_over(doc, quantity, text[quantity.end : quantity.end + 400])
        if found is not None:
            yield found


def _read_after(doc: Doc, quantity: Quantity, after: str) -> Figure | None:
    match = _STATED.match(after)
    if match is None:
        return None
    head = find_counted(doc, quantity)
    if match["group"] and not _is_of_people(head, quantity, quantity.end + match.end("group")):
        return None
    if quantity.low == 1 and _is_noun(doc, quantity.end + match.start("word"), match["word"]):
        return None
    passive = _PASSIVE_BEFORE.search(match[0][: match.start("word")])
    # "1 killed, 4 others wounded": what a comma follows takes no object.
    closed = after[match.end() : match.end() + 1] in ("", ",")
    if passive is None and not closed and _does_harm(doc, quantity.end + match.start("word")):
        return None
    grouped = match["group"].strip() and head is not None
    end = head.idx + len(head) if grouped and head is not None else quantity.end
    return Figure(
        start=quantity.start,
        end=max(end, quantity.end),
        outcome=_judge_state(match),
        quantity=quantity,
        head=head,
        pattern=f"number before {_name_word(match)}",
    )


def _name_word(match: re.Match[str]) -> str:
    """Name the word of harm: who was shot may be dead, which is said of no other word."""
    return "shoot" if match["word"].casefold() == "shot" else "word of harm"


def _read_over(doc: Doc, quantity: Quantity, after: str) -> Figure | None:
    """Read a number over the bracket that stands between it and the word of harm."""
    match = _OVER_BRACKET.match(after)
    head = find_counted(doc, quantity)
    if match is None or head is None or not is_person_word(head):
        return None
    if not quantity.end <= head.idx < quantity.end + match.end("group"):
        return None
    return Figure(
        start=quantity.start,
        end=head.idx + len(head),
        outcome=_STATES[match["word"].casefold()],
        quantity=quantity,
        head=head,
        pattern="number before a bracket and a word of harm",
        reach=quantity.end + match.end(),
    )


def _judge_state(match: re.Match[str]) -> Outcome:
    """Name what a number is said to be; "30 killed and wounded" are neither alone."""
    outcome = _STATES[match["word"].casefold()]
    if match["fatal"] or (match["joint"] or "").casefold().endswith("and killed"):
        return "killed"
    shot = match["word"].casefold() in ("shot", "stabbed")
    return "other" if match["joint"] and outcome in ("killed", "injured") and not shot else outcome


def _is_of_people(head: Token | None, quantity: Quantity, end: int) -> bool:
    """Tell whether the words after a number mean people, as far as the words are known."""
    if head is None or head.idx >= end:
        return False
    # In "between 15 and 40 civilians" the preposition belongs to the number.
    outside = head.dep_ == "pobj" and head.head.idx < quantity.start
    if outside and head.head.head.pos_ in ("NOUN", "PROPN"):
        return False
    return head.like_num or is_person_word(head) or head.ent_type_ == "NORP"


def _judge_toll(toll: re.Match[str] | None) -> Outcome:
    hurt = toll is not None and toll.groupdict().get("hurt") is not None
    return "injured" if hurt else "killed"


def _is_noun(doc: Doc, offset: int, word: str) -> bool:
    """Tell "one shot was heard" from "one shot, two stabbed"."""
    if get_text(doc)[offset + len(word) :][:1] in (",", ";", ""):
        return False
    token = doc.char_span(offset, offset + len(word), alignment_mode="expand")
    counted = token is not None and token.root.tag_ in ("NN", "NNS")
    return counted and word.casefold() == "shot"


def _does_harm(doc: Doc, offset: int) -> bool:
    """Tell whether a word of harm is what its subject did: "31 soldiers killed a farmer"."""
    words = doc.char_span(offset, offset + 1, alignment_mode="expand")
    if words is None:
        return True
    verb = words.root
    if verb.tag_ == "VBN" and any(c.dep_ == "auxpass" for c in verb.children):
        return False
    return verb.tag_ in ("VBD", "VBP", "VBN") and any(c.dep_ == "dobj" for c in verb.children)


def _read_before(doc: Doc, quantity: Quantity, before: str, after: str) -> Figure | None:
    near = before[-_NEAR:]
    match = _VERB_BEFORE.search(near)
    toll = _TOLL_BEFORE.search(near) or _TOLL_AFTER.match(after) or _TOLL_FAR_BEFORE.search(before)
    if match is None and toll is None:
        return None
    head = find_counted(doc, quantity)
    if match is not None and head is not None and is_no_person(head):
        return None
    noun = _NOUN_AFTER.match(after)
    reached = noun is not None and head is not None and head.idx < quantity.end + noun.end()
    end = head.idx + len(head) if reached and head is not None else quantity.end
    return Figure(
        start=quantity.start,
        end=max(end, quantity.end),
        outcome=_STEMS[match["word"].casefold()[:4]] if match is not None else _judge_toll(toll),
        quantity=quantity,
        head=head,
        pattern="number of a toll" if match is None else "number after word of harm",
    )
