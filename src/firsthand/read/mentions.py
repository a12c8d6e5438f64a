"""Mentions: the words of a report that name somebody, with the kind of actor they are."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from msgspec import Struct, structs
from spacy.tokens import Doc, Span, Token

from firsthand.lexicon.countries import load_adjectives, load_capitals, load_countries
from firsthand.lexicon.keys import fold_name
from firsthand.lexicon.tables import load_words
from firsthand.model.actors import ActorType
from firsthand.model.spans import Part
from firsthand.read.kinds import find_naming_type, judge_type, load_types
from firsthand.text.names import is_same_name
from firsthand.text.parses import slice_text

_READ_LABELS = frozenset({"PERSON", "ORG", "GPE", "NORP", "LAW", "FAC", "WORK_OF_ART", "PRODUCT"})
_DOUBTED_LABELS = frozenset({"LOC", "GPE", "FAC", "ORG", "NORP", "PRODUCT", "EVENT"})
_OFFICES = frozenset(
    {"defense", "defence", "foreign", "interior", "state", "deputy", "vice", "prime"}
)
_LEADING = frozenset({"the", "a", "an", "near", "in", "at", "from", "while", "although", "under"})
_WHERE = frozenset({"in", "near", "at", "outside", "inside", "around", "throughout", "across"})
_OF_PLACES = (
    r"(?:residents|people|towns?|city|villages?|outskirts|suburbs|countryside|streets|portions?"
    r"|siege|bombardment|shelling|recapture)\s+of"
)
_SURELY_BEFORE = (
    rf"\b(?:in|inside|throughout|across|{_OF_PLACES}|(?:fell|rained|advanced|marched)\s+on"
    r"|retake|retook|recaptured?|besieged?|besieging|bombard(?:ed|ing)?|overr[au]n|flee|fled|fleeing)"
)
_BEFORE_PLACES = re.compile(
    rf"(?:{_SURELY_BEFORE}|\b(?:near|at|outside|around))\s+$", re.IGNORECASE
)
_BEFORE_LONG_PLACES = re.compile(rf"{_SURELY_BEFORE}\s+$", re.IGNORECASE)
_AFTER_PLACES = re.compile(
    r"\s+(?:was|were|is|are|(?:has|have|had)\s+been)\s+(?:\w+ly\s+)?"
    r"(?:shelled|besieged|bombarded|overrun|recaptured|retaken)\b"
)
# How far before and after a name such words may begin and end.
_WINDOW = 30
_UNSURE = frozenset({"person", "organisation", "unknown"})
# Bodies of a state that reports name by its adjective: "Marenian forces", "the US military".
_BODY_TYPES = frozenset({"security force", "state"})


class Named(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A name at [start, end) with the type its words or its label show."""

    text: str
    start: int
    end: int
    type: ActorType

    @property
    def span(self) -> Part:
        """The characters of the name."""
        return self.start, self.end


def find_names(doc: Doc, known_places: Sequence[Part] = ()) -> tuple[Named, ...]:
    """Find names of persons, states, forces, organisations, outlets and groups, in order."""
    found = list(_read_bodies(doc))
    taken = {position for named in found for position in range(named.start, named.end)}
    entities = (_read_entity(doc, entity) for entity in doc.ents)
    for named in (*entities, *_read_loose(doc)):
        if named is not None and taken.isdisjoint(range(named.start, named.end)):
            found.append(named)
            taken.update(range(named.start, named.end))
    found.extend(_read_again(doc, found, taken))
    found.extend(_read_long_again(doc, found, taken))
    last_names = {named.text.split()[-1] for named in found if _is_full_name(named)}
    known = {slice_text(doc, *part) for part in known_places}
    places = {named.text for named in found if named.text in known or _stands_where(doc, named)}
    # "Lydda" for Camp Lydda is that camp, not a town.
    places -= {named.text.partition(" ")[2] for named in found if named.type == "place"}
    places -= {named.text for named in found if _is_titled(doc, named)}
    corrected = (_correct_type(named, last_names, places) for named in found)
    return tuple(sorted(corrected, key=lambda named: named.span))


def _is_full_name(named: Named) -> bool:
    return named.type == "person" and " " in named.text


def _is_titled(doc: Doc, named: Named) -> bool:
    before = slice_text(doc, max(0, named.start - _WINDOW), named.start).split()
    return bool(before) and before[-1].casefold().rstrip(".") in load_words("person_titles")


def _stands_where(doc: Doc, named: Named) -> bool:
    """Tell whether a name that nothing else explains stands where a place does."""
    if named.type not in _UNSURE or _is_acronym(named.text):
        return False
    before = slice_text(doc, max(0, named.start - _WINDOW), named.start)
    if " " in named.text:
        # Somebody may stand near a person, not in one.
        return named.type != "organisation" and _BEFORE_LONG_PLACES.search(before) is not None
    after = slice_text(doc, named.end, named.end + 2 * _WINDOW)
    return _BEFORE_PLACES.search(before) is not None or _AFTER_PLACES.match(after) is not None


def _correct_type(named: Named, last_names: set[str], places: set[str]) -> Named:
    """Give a name that the model is unsure of the type that the rest of the report shows."""
    if named.type in _UNSURE and named.text in places - last_names:
        return structs.replace(named, type="place")
    if named.type in ("organisation", "place", "group of people") and named.text in last_names:
        return structs.replace(named, type="person")
    return named


def _read_bodies(doc: Doc) -> Iterator[Named]:
    """Read forces and governments named by the adjective or the name of their country."""
    for token in doc:
        if load_types().get(token.lower_) not in _BODY_TYPES or token.pos_ not in (
            "NOUN",
            "PROPN",
        ):
            continue
        start = token.i
        while start > 0 and doc[start - 1].dep_ in ("amod", "compound", "nmod"):
            start -= 1
        while start < token.i and not _is_country(doc[start].text):
            start += 1
        if start < token.i:
            yield _make_named(doc, start, token.i + 1, "ORG")
            continue
        owners = [child for child in token.lefts if child.dep_ == "poss"]
        if owners and _is_country(owners[0].text):
            yield _make_named(doc, owners[0].i, token.i + 1, "ORG")
            continue
        owner = next(
            (word for child in token.rights if child.lower_ == "of" for word in child.rights), None
        )
        if owner is not None and owner.i - token.i < 4 and _is_owner(token, owner):
            yield _make_named(doc, token.i, owner.i + 1, "ORG")


def _is_owner(body: Token, owner: Token) -> bool:
    """Tell whether a body "of" something is that of a state: "the Government of X" always is."""
    named = body.text[0].isupper() and owner.text[0].isupper() and owner.pos_ == "PROPN"
    return _is_country(owner.text) or (named and load_types()[body.lower_] == "state")


def _is_country(words: str) -> bool:
    return words in load_adjectives() or (
        words[0].isupper() and fold_name(words) in load_countries()
    )


def _read_entity(doc: Doc, entity: Span) -> Named | None:
    if entity.label_ not in _READ_LABELS:
        return None
    start, end = entity.start, entity.end
    while start < end and (
        doc[start].is_punct or doc[start].is_space or doc[start].lower_ in _LEADING
    ):
        start += 1
    while start < end and (
        doc[end - 1].is_punct or doc[end - 1].is_space or doc[end - 1].text in ("'s", "’s")
    ):
        end -= 1
    if entity.label_ == "PERSON":
        start = _skip_others(doc, start, end)
    reached = _reach_over_nickname(doc, end)
    if reached > end:
        return _make_named(doc, start, reached, "PERSON")
    words = doc[start:end]
    if start == end or not any(token.pos_ == "PROPN" for token in words) or _is_mere_title(words):
        return None
    if (
        entity.label_ == "NORP"
        and not _is_acronym(words.text)
        and words.root.dep_ in ("amod", "compound", "nmod")
    ):
        return None
    return _make_named(doc, start, end, _judge_label(words, entity.label_))


def _skip_others(doc: Doc, start: int, end: int) -> int:
    """Skip a part of the world or a body that runs into a person's full name: "ABC Ana Orel"."""
    shouted = doc[start:end].text.isupper()
    for length in (2, 1):
        words = doc[start : start + length].text
        other = fold_name(words) in _load_regions() or (_is_acronym(words) and not shouted)
        if other and end - start - length > 1:
            return start + length
    return start


def _reach_over_nickname(doc: Doc, end: int) -> int:
    """Reach to the end of 'Orlan "Tavi" Vesk' where a name was cut at the quotes."""
    rest = doc[end : end + 4]
    if len(rest) < 4 or not (rest[0].is_quote and rest[2].is_quote):
        return end
    return end + 4 if rest[1].pos_ == rest[3].pos_ == "PROPN" else end


@cache
def _load_regions() -> frozenset[str]:
    return frozenset(fold_name(word) for word in load_words("regions"))


def _judge_label(words: Span, label: str) -> str:
    """Correct the model's label by what the words do and look like.

    A capital that acts stands for its state; capitals without points are initials of a body.
    """
    acts = words.root.dep_ in ("nsubj", "nsubjpass", "agent", "poss")
    if label == "GPE" and acts and fold_name(words.text) in load_capitals():
        return "CAPITAL"
    if label == "PERSON" and words.start > 0 and words[0].nbor(-1).lower_ in _WHERE:
        # Nobody is near or in a person: the model does not know the place.
        return "GPE"
    return "ORG" if label in ("NORP", "GPE") and _is_acronym(words.text) else label


def _is_acronym(words: str) -> bool:
    return words.isupper() and words.isalpha() and 3 <= len(words) <= 8


def _is_mere_title(words: Span) -> bool:
    """Tell whether words name nobody: a title alone, or words without a capital letter."""
    titles = load_words("person_titles")
    return all(
        not token.text[0].isupper()
        or token.lower_.rstrip(".") in titles
        or token.lower_ in _OFFICES
        for token in words
    )


def _read_loose(doc: Doc) -> Iterator[Named]:
    """Read runs of proper nouns that the model gave no label: names it does not know."""
    last = 0
    for token in doc:
        if token.i < last or token.pos_ != "PROPN" or token.ent_type_:
            continue
        last = token.i + 1
        while last < len(doc) and doc[last].pos_ == "PROPN" and not doc[last].ent_type_:
            last += 1
        words = doc[token.i : last]
        kind = words.text.casefold() in load_words("place_words")
        if len(words.text) > 2 and not kind and not _is_mere_title(words):
            yield _make_named(doc, token.i, last, "")


def _read_long_again(doc: Doc, found: Sequence[Named], taken: set[int]) -> Iterator[Named]:
    """Read names of several words again where the model did not see them as names."""
    longer: dict[str, dict[str, ActorType]] = {}
    for named in found:
        if " " in named.text and named.text[0].isupper():
            longer.setdefault(named.text.split()[0], {})[named.text] = named.type
    for token in doc:
        for text, kind in longer.get(token.text, {}).items():
            start, end = token.idx, token.idx + len(text)
            alone = taken.isdisjoint(range(start, end)) and not _runs_on(doc, token, end)
            if alone and slice_text(doc, start, end) == text:
                yield Named(text=text, start=start, end=end, type=kind)
                taken.update(range(start, end))


def _runs_on(doc: Doc, first: Token, end: int) -> bool:
    """Tell whether words before or after a name belong to it and make it another name."""
    if first.i > 0 and first.nbor(-1).pos_ == "PROPN":
        return True
    words = doc.char_span(first.idx, end)
    if words is None:
        return True
    return words.end < len(doc) and doc[words.end].pos_ == "PROPN"


def _read_again(doc: Doc, found: Sequence[Named], taken: set[int]) -> Iterator[Named]:
    """Read a person's last name where the model took it for something else."""
    people = {named.text for named in found if named.type == "person" and " " in named.text}
    for entity in doc.ents:
        if entity.label_ not in _DOUBTED_LABELS or len(entity) > 3 or entity.start_char in taken:
            continue
        named = _make_named(doc, entity.start, entity.end, "PERSON")
        if named.type == "person" and any(is_same_name(named.text, name) for name in people):
            yield named
            taken.update(range(named.start, named.end))
    last_names = {name.split()[-1] for name in people}
    bodies = {named.text for named in found if named.type != "person" and _is_acronym(named.text)}
    for token in doc:
        if token.idx in taken:
            continue
        if token.text in bodies:
            yield _make_named(doc, token.i, token.i + 1, "ORG")
        elif token.text in last_names and _is_named_alone(token):
            yield _make_named(doc, token.i, token.i + 1, "PERSON")


def _is_named_alone(token: Token) -> bool:
    """Tell whether a word stands as a name does: somebody acts, and no article comes before."""
    acts = token.dep_ in ("nsubj", "nsubjpass", "poss", "dobj", "pobj")
    return acts and token.pos_ in ("PROPN", "NOUN") and not any(token.lefts) and len(token) > 3


def _make_named(doc: Doc, start: int, end: int, label: str) -> Named:
    first, last = doc[start].idx, doc[end - 1].idx + len(doc[end - 1])
    words = slice_text(doc, first, last)
    before = doc[start - 1].text if start > 0 else ""
    kind = judge_type(words, label, before)
    if kind in _UNSURE and end < len(doc) and start > 0 and doc[start - 1].lower_ == "the":
        # "the X tribe", "the X network" name what they say.
        kind = find_naming_type(doc[end].text) or kind
    return Named(text=words, start=first, end=last, type=kind)
