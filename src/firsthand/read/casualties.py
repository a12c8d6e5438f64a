"""Casualties: every count of people said to be harmed, with its bounds, status and group."""

import re
from collections.abc import Iterator, Sequence

from msgspec import structs
from spacy.tokens import Doc, Token

from firsthand.model.casualties import Casualties, Counting, Outcome, Status
from firsthand.model.ids import make_id
from firsthand.model.indexes import index_spans
from firsthand.model.spans import Part, overlap
from firsthand.read.figures import Figure, find_figures
from firsthand.read.groups import find_status, is_person_word
from firsthand.read.members import is_naming
from firsthand.read.outcomes import Harm, find_harms
from firsthand.read.shares import TOLD_AFTER, find_shares, tie_parts
from firsthand.read.tallies import Tally, count_phrase, find_phrase
from firsthand.text.numbers import Quantity, find_quantities
from firsthand.text.parses import get_text, slice_text

_MORE_BEFORE = re.compile(r"\b(?:another|further|additional)\s+$", re.IGNORECASE)
_MORE_INSIDE = re.compile(
    r"^(?:at least |about |some |up to |more than )?(?:another|(?:a |an )?(?:further|additional))\b"
    r"|(?<!or )\b(?:more|further|additional)\b(?!\s+(?:than|or)\b)(?:\s+\w+){0,3}$|\belse$",
    re.IGNORECASE,
)
_MORE_AFTER = re.compile(r"^\s*(?:more|additional)\b(?!\s+than)", re.IGNORECASE)
_CUMULATIVE = re.compile(
    r"\b(?:bring(?:s|ing)|brought|rais(?:es|ed|ing)|rose|risen|rises|climbed|climbs|jumped|grown"
    r"|have now been|has now (?:risen|reached|climbed|passed|killed|claimed)"
    r"|now (?:stands|stood)|updated|so far|in all)\b[^.;,]*$",
    re.IGNORECASE,
)
_SO_FAR = re.compile(r"^[^.;,]{0,40}\b(?:so far|to date)\b", re.IGNORECASE)
_WIDER = re.compile(
    r"\b(?:across|throughout|nationwide"
    r"|(?:since|from)\s+(?:the\s+)?(?:very\s+)?(?:beginning|start|outbreak|outset|first\s+day"
    r"|day\s+(?:the|that))"
    r"|since\s+(?:the\s+)?(?:early\s+|late\s+|last\s+|this\s+)?(?:war|battle|conflict|offensive"
    r"|invasion|uprising|truce|ceasefire|morning|dawn|midnight|yesterday|week|month|year|summer"
    r"|winter|spring|autumn|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:19|20)\d\d)"
    r"|during\s+the\s+(?:war|conflict|offensive|siege|uprising|occupation)"
    r"|(?:since|over|in)\s+the\s+past|so\s+far\s+this|(?<!earlier\s)(?<!later\s)this\s+year(?!['’]))"
    r"\b[^.;]*?(?=,|;|\.|$| (?:have|has|were|was|left|leaves|killed|that|when)\b)"
    # Several events told in one breath are more than the one that a report is about.
    r"|\b(?:\w+\s+)?(?:separate|different)\s+(?:\w+\s+){0,2}?(?:attacks|assaults|strikes|airstrikes"
    r"|raids|bombings|blasts|explosions|shootings|incidents|clashes|ambushes)\b",
    re.IGNORECASE,
)
_ANYBODY = frozenset({"anyone", "anybody"})
_NO_GROUP = frozenset(
    [
        *("death", "body", "corpse", "fatality", "injury", "life", "killing", "homicide", "number"),
        *(
            "dozen",
            "score",
            "hundred",
            "thousand",
            "many",
            "several",
            "other",
            "ten",
            "one",
            "burn",
        ),
        *("dead", "wounded", "injured", "casualty", "toll", "murder", "execution", "wound"),
    ]
)
_NO_KIND = frozenset(
    {"single", "few", "more", "other", "several", "many", "estimated", "additional", "further"}
)
_DEGREES = frozenset(
    [
        *("serious", "seriously", "critically", "critical", "severe", "severely", "badly", "major"),
        *("threatening", "significant", "further", "immediate", "gravely"),
    ]
)
# "killed and, reportedly, badly wounded": so many words may lie between the two.
_ONE_BREATH = 6
_TOLD_ONLY = frozenset({"report", "know", "record", "confirm", "announce", "expect", "note"})


def find_casualties(doc: Doc, report_id: str) -> tuple[Casualties, ...]:
    """Find the counts of a report in the order of its text."""
    quantities = find_quantities(get_text(doc))
    grown = list(_find_in_tree(doc, quantities))
    # The tree is asked first: "four wounded men died" tells of four killed, not of four wounded.
    index = index_spans(([(tree.start, tree.end)], tree) for tree in grown)
    free = [
        item
        for item in quantities
        if not any(_holds(tree, item) for tree in index.near((item.start, item.end)))
    ]
    told = [*grown, *find_figures(doc, free)]
    found = _keep_apart(_bracket(told))
    found = _keep_apart([*found, *find_shares(doc, quantities, found)])
    ordered = sorted(found, key=lambda item: (item.start, item.end, item.outcome))
    counts = [_make_count(doc, report_id, item) for item in ordered]
    return tuple(tie_parts(doc, counts))


def _keep_apart(found: Sequence[Figure]) -> list[Figure]:
    """Keep the first reading of the same words with the same outcome."""
    places = {id(item): place for place, item in enumerate(found)}
    index = index_spans(([(item.start, item.end)], item) for item in found)
    dropped: set[int] = set()
    for item in found:
        before = (o for o in index.near((item.start, item.end)) if places[id(o)] < places[id(item)])
        if any(id(other) not in dropped and _is_same_reading(item, other) for other in before):
            dropped.add(id(item))
    return [item for item in found if id(item) not in dropped]


def _is_same_reading(item: Figure, other: Figure) -> bool:
    if not overlap((item.start, item.end), (other.start, other.end)):
        return False
    return item.outcome == other.outcome or "other" in (item.outcome, other.outcome)


def _holds(item: Figure, quantity: Quantity) -> bool:
    return overlap((item.start, item.end), (quantity.start, quantity.end))


def _bracket(told: Sequence[Figure]) -> list[Figure]:
    """Make what stands in a bracket a part of the number before it, and drop its plain plurals."""
    brackets = [item for item in told if item.reach]
    kept = []
    for item in told:
        inside = any(
            bracket.end < item.start < bracket.reach and bracket.outcome == item.outcome
            for bracket in brackets
        )
        if not inside:
            kept.append(item)
        elif not item.pattern.startswith("plural"):
            kept.append(structs.replace(item, pattern=TOLD_AFTER))
    return kept


def _find_in_tree(doc: Doc, quantities: Sequence[Quantity]) -> Iterator[Figure]:
    harms = list(find_harms(doc))
    joint = _find_joint(harms)
    nouns = {harm.token for harm in harms if harm.token in harm.harmed}
    for harm in harms:
        for head in harm.harmed:
            tally = _count_head(harm, head, quantities)
            if tally is None or not _is_told(harm, tally) or _is_fatal_share(harm, tally):
                continue
            if tally.head != harm.token and tally.head in nouns:
                continue
            for outcome in _name_outcomes(harm, tally, joint=(harm.token.i, head.i) in joint):
                yield _make_figure(harm, tally, outcome)


def _count_head(harm: Harm, head: Token, quantities: Sequence[Quantity]) -> Tally | None:
    """Count those whom a harm befell; "did not kill anyone" tells of nobody."""
    if harm.negated and (head.lower_ in _ANYBODY or any(c.lower_ == "any" for c in head.lefts)):
        start, end = find_phrase(head)
        nobody = Quantity(start=start, end=end, low=0, high=0)
        return Tally(quantity=nobody, head=head, manner="")
    return count_phrase(head, quantities, real=harm.real and not harm.negated)


def _find_joint(harms: Sequence[Harm]) -> set[tuple[int, int]]:
    """Find the harms that are told in one breath of the same people: "killed and wounded 30"."""
    by_head: dict[int, list[Harm]] = {}
    for harm in harms:
        for head in harm.harmed:
            by_head.setdefault(head.i, []).append(harm)
    return {
        (harm.token.i, place)
        for place, group in by_head.items()
        for harm in group
        if any(_is_in_one_breath(harm, other) for other in group)
    }


def _is_in_one_breath(harm: Harm, other: Harm) -> bool:
    """Tell "killed and badly wounded" from two words of harm that stand far apart."""
    near = abs(harm.token.i - other.token.i) <= _ONE_BREATH
    return near and {harm.outcome, other.outcome} == {"killed", "injured"}


def _name_outcomes(harm: Harm, tally: Tally, *, joint: bool) -> tuple[Outcome, ...]:
    """Name what a count tells: "no casualties" nobody killed and nobody hurt, "30 killed and
    wounded" neither outcome alone."""
    if harm.token.lemma_ == "casualty" and tally.quantity.high == 0:
        return ("killed", "injured")
    if joint and not tally.quantity.vague and tally.quantity.high != 0:
        return ("other",)
    return (harm.outcome,)


def _is_told(harm: Harm, tally: Tally) -> bool:
    """Leave out what is no count: nobody is told dead by "no deaths were reported" or "not"."""
    own = tally.head == harm.token
    if tally.manner and (not _is_a_body(tally.head) if own else _is_beside(harm, tally)):
        return False
    if tally.quantity.high == 0:
        if any(child.lower_ in _DEGREES for child in harm.token.subtree):
            # "no serious injuries" says nothing of light ones
            return False
        verbs = (harm.token.head, *harm.token.children)
        return tally.head != harm.token or not any(v.lemma_ in _TOLD_ONLY for v in verbs)
    pointing = tally.manner != "" and harm.token.dep_ == "amod"
    definite = any(child.lower_ in ("the", "that") for child in tally.head.lefts)
    return not harm.negated and not (pointing and (definite or tally.quantity.vague))


def _is_beside(harm: Harm, tally: Tally) -> bool:
    """Tell plain plurals joined to a counted noun: "martyrs, women and children under rubble"."""
    return tally.quantity.vague and harm.pattern.startswith("count")


def _is_fatal_share(harm: Harm, tally: Tally) -> bool:
    """Tell "35 people were shot, eight of them fatally": the eight are counted as killed."""
    text = get_text(tally.head.doc)
    rest = text[tally.quantity.end : tally.quantity.end + 10]
    return harm.outcome == "injured" and rest.split()[:1] in (["fatally"], ["mortally"])


def _is_a_body(head: Token) -> bool:
    if head.tag_ == "NN" and head.lemma_.casefold() in ("body", "corpse"):
        return True
    return any(child.lower_ in ("a", "an", "another") for child in head.lefts) and head.tag_ == "NN"


def _make_figure(harm: Harm, tally: Tally, outcome: Outcome) -> Figure:
    return Figure(
        start=tally.quantity.start,
        end=tally.quantity.end,
        outcome=outcome,
        quantity=tally.quantity,
        head=tally.head,
        pattern=tally.manner + (TOLD_AFTER if is_naming(tally.head) else harm.pattern),
    )


def _make_count(doc: Doc, report_id: str, item: Figure) -> Casualties:
    text = get_text(doc)
    sentence = _sentence(doc, item.start)
    return Casualties(
        id=make_id("n", report_id, item.start, item.end, item.outcome),
        outcome=item.outcome,
        low=item.quantity.low,
        high=item.quantity.high,
        vague=item.quantity.vague,
        approximate=item.quantity.approximate,
        counting=_judge_counting(text, item, sentence),
        status=_judge_status(item.head),
        group=_name_group(item),
        scope=_find_scope(text, sentence),
        text=slice_text(doc, item.start, item.end),
        start=item.start,
        end=item.end,
        pattern=item.pattern,
    )


def _judge_status(head: Token | None) -> Status:
    """Return the status that the words for a group state, also after "were"."""
    if head is None:
        return "unknown"
    if head.like_num and head.head.lemma_ == "be":
        kinds = (child for child in head.head.children if child.dep_ == "attr")
        return next((find_status(kind) for kind in kinds), "unknown")
    return find_status(head)


def _judge_counting(text: str, item: Figure, sentence: Part) -> Counting:
    words = text[item.start : item.end]
    if _MORE_BEFORE.search(text[max(0, item.start - 14) : item.start]):
        return "additional"
    if _MORE_INSIDE.search(words) or _MORE_AFTER.match(text[item.end : item.end + 14]):
        return "additional"
    if item.outcome not in ("killed", "injured"):
        return "total"
    before, after = text[sentence[0] : item.start], text[item.end : sentence[1]]
    if _CUMULATIVE.search(before) or _SO_FAR.match(after):
        return "cumulative"
    return "total"


def _name_group(item: Figure) -> str | None:
    """Return the words for who is counted, without the number and what bounds it."""
    head = item.head
    if head is None or head.idx >= item.end or head.lemma_.casefold() in _NO_GROUP:
        return None
    if head.pos_ != "NOUN" and not (head.pos_ == "PROPN" and is_person_word(head)):
        return None
    words = [
        token.text
        for token in (*head.lefts, head)
        if token == head or (token.dep_ in ("compound", "amod") and _is_kind(token, item))
    ]
    return " ".join(words)


def _is_kind(token: Token, item: Figure) -> bool:
    """Tell a word for the kind of people from one that belongs to their number or age."""
    if token.like_num or token.ent_type_ in ("DATE", "CARDINAL", "ORDINAL"):
        return False
    return token.lower_ not in _NO_KIND and token.idx >= item.start


def _find_scope(text: str, sentence: Part) -> str | None:
    match = _WIDER.search(text[sentence[0] : sentence[1]])
    return None if match is None else match[0].strip()


def _sentence(doc: Doc, offset: int) -> Part:
    words = doc.char_span(offset, offset + 1, alignment_mode="expand")
    if words is None:
        return offset, offset
    return words.root.sent.start_char, words.root.sent.end_char
