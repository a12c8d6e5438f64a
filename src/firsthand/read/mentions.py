"""Mentions: the words of a report that name somebody, with the kind of actor they are."""

import re
from collections.abc import Iterator, Sequence

from msgspec import structs
from spacy.tokens import Doc, Span

from firsthand.lexicon.countries import load_adjectives, load_capitals
from firsthand.lexicon.keys import fold_name
from firsthand.lexicon.tables import load_words
from firsthand.model.spans import Part
from firsthand.read.bodies import read_bodies
from firsthand.read.edges import find_edges, is_leading, skip_others
from firsthand.read.kinds import UNSURE, Named, is_acronym, is_company, is_ship, make_named
from firsthand.read.repeats import read_again, read_known
from firsthand.text.parses import slice_text

_READ_LABELS = frozenset({"PERSON", "ORG", "GPE", "NORP", "LAW", "FAC", "WORK_OF_ART", "PRODUCT"})
_OFFICES = frozenset(
    """
    defense defence foreign interior state deputy vice prime special senior high presidential chief
    assistant acting former press lead staff first
    """.split()
)
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


def find_names(doc: Doc, known_places: Sequence[Part] = ()) -> tuple[Named, ...]:
    """Find names of persons, states, forces, organisations, outlets and groups, in order."""
    found = list(read_bodies(doc))
    taken = {position for named in found for position in range(named.start, named.end)}
    found.extend(read_known(doc, taken))
    entities = (_read_entity(doc, entity) for entity in doc.ents)
    for named in (*entities, *_read_loose(doc)):
        if named is not None and taken.isdisjoint(range(named.start, named.end)):
            found.append(named)
            taken.update(range(named.start, named.end))
    found.extend(read_again(doc, found, taken))
    last_names = {named.text.split()[-1] for named in found if _is_full_name(named)}
    known = {slice_text(doc, *part) for part in known_places} - load_adjectives().keys()
    places = {named.text for named in found if named.text in known or _stands_where(doc, named)}
    # "Lydda" for Camp Lydda is that camp, not a town.
    places -= {named.text.partition(" ")[2] for named in found if named.type == "place"}
    places |= {named.text.rpartition(" ")[0] for named in found if named.type == "place"}
    places -= {named.text for named in found if _is_titled(doc, named)}
    last_names |= set(_list_beginnings(found))
    # A ship is nobody, also by its bare name.
    ships = {named.text.partition(" ")[2] for named in found if is_ship(named.text)}
    companies = {named.text.rpartition(" ")[0] for named in found if is_company(named.text)}
    corrected = (_correct_type(named, last_names, places, ships, companies) for named in found)
    return tuple(sorted(corrected, key=lambda named: named.span))


def _is_full_name(named: Named) -> bool:
    return named.type == "person" and " " in named.text


def _list_beginnings(found: Sequence[Named]) -> Iterator[str]:
    """List beginnings of long names, which a report may go on with: "Abu X" for Abu X al-Y."""
    for named in found:
        words = named.text.split()
        if named.type == "person" and len(words) > 2:
            yield " ".join(words[:2])


def _is_titled(doc: Doc, named: Named) -> bool:
    before = slice_text(doc, max(0, named.start - _WINDOW), named.start).split()
    return bool(before) and before[-1].casefold().rstrip(".") in load_words("person_titles")


def _stands_where(doc: Doc, named: Named) -> bool:
    """Tell whether a name that nothing else explains stands where a place does."""
    if named.type not in UNSURE or is_acronym(named.text):
        return False
    before = slice_text(doc, max(0, named.start - _WINDOW), named.start)
    if " " in named.text:
        # Somebody may stand near a person, not in one.
        return named.type != "organisation" and _BEFORE_LONG_PLACES.search(before) is not None
    after = slice_text(doc, named.end, named.end + 2 * _WINDOW)
    if _BEFORE_PLACES.search(before) is not None or _AFTER_PLACES.match(after) is not None:
        return True
    return _is_beside_place(doc, named)


def _is_beside_place(doc: Doc, named: Named) -> bool:
    """Tell whether a name is listed after a place that something happens to or at."""
    words = doc.char_span(named.start, named.end, alignment_mode="expand")
    if words is None or words.root.dep_ != "conj":
        return False
    head = words.root.head
    return head.ent_type_ == "GPE" and head.dep_ in ("pobj", "dobj")


def _correct_type(
    named: Named, last_names: set[str], places: set[str], ships: set[str], companies: set[str]
) -> Named:
    """Give a name that the model is unsure of the type that the rest of the report shows."""
    doubted = named.type in UNSURE or named.type == "group of people"
    if named.text in companies - last_names and named.type in UNSURE:
        return structs.replace(named, type="organisation")
    if named.text in ships - last_names:
        return structs.replace(named, type="unknown")
    if doubted and named.text in places - last_names:
        return structs.replace(named, type="place")
    if named.type in ("organisation", "place", "group of people") and named.text in last_names:
        return structs.replace(named, type="person")
    return named


def _read_entity(doc: Doc, entity: Span) -> Named | None:
    if entity.label_ not in _READ_LABELS:
        return None
    start, end = find_edges(entity)
    if end > entity.end:
        return make_named(doc, start, end, "PERSON")  # over a nickname
    words = doc[start:end]
    if start == end or not any(token.pos_ == "PROPN" for token in words) or _is_nobody(words):
        return None
    if entity.label_ == "NORP" and _is_adjective(words):
        return None
    return make_named(doc, start, end, _judge_label(words, entity.label_))


def _is_adjective(people: Span) -> bool:
    """Tell whether a word for a people only describes another word: "the X-backed militia"."""
    if is_acronym(people.text):
        return False
    after = people.doc[people.end : people.end + 1].text
    return people.root.dep_ in ("amod", "compound", "nmod", "npadvmod") or after in ("-", "–")


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
    return "ORG" if label in ("NORP", "GPE") and is_acronym(words.text) else label


def _is_nobody(words: Span) -> bool:
    """Tell whether words are no name of anybody: a title, a rule, a thing, a word in capitals."""
    if words.text.casefold() in load_words("no_actors"):
        return True
    if words.text.casefold() in load_words("norms", "wording") or _is_mere_title(words):
        return True
    first = words[0]
    doubted = len(words) == 1 and first.is_sent_start and first.ent_type_ in ("", "ORG")
    return bool(doubted) and any(other.text == first.lower_ for other in words.doc)


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
        if token.i < last or token.pos_ != "PROPN" or token.ent_type_ or is_leading(token):
            continue
        last = token.i + 1
        while last < len(doc) and doc[last].pos_ == "PROPN" and not doc[last].ent_type_:
            last += 1
        first = skip_others(doc, token.i, last)
        words = doc[first:last]
        kind = words.text.casefold() in load_words("place_words")
        if len(words.text) > 2 and not kind and not _is_nobody(words):
            yield make_named(doc, first, last, "")
