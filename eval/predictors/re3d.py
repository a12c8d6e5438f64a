"""re3d: entities of defence texts; there groups of people and "we" are organisations."""

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from eval.packs import Record
from eval.texts import load_gazetteer, parse_record
from firsthand.lexicon.countries import load_countries
from firsthand.lexicon.keys import fold_name
from firsthand.model.places import Place
from firsthand.model.spans import Part, overlap
from firsthand.read.actors import Cast, find_actors
from firsthand.read.groups import is_person_word
from firsthand.read.places import find_places

# "Syrians" and "civilians" are organisations there, "Syrian" before a noun a nationality.
_GROUP = "group of people"
_TYPES = {
    "person": "Person",
    "organisation": "Organisation",
    "security force": "Organisation",
    "armed organisation": "Organisation",
    "outlet": "Organisation",
    _GROUP: "Organisation",
}
# Common nouns for buildings and areas are locations there too; by lemma.
_SITES = frozenset(
    """
    city camp hospital building town village restaurant area region district river dam border
    station base territory province valley barrack barracks marketplace market fort facility
    reservoir canal position location bridge school house home compound airport neighborhood
    neighbourhood structure complex headquarters center centre mosque church library hall suburb
    street road square port prison clinic shelter warehouse checkpoint
    """.split()
)
_DIRECTION = re.compile(r"(?:(?:north|south)?-?(?:east|west|north|south)(?:ern)?|central)$", re.I)
_LABELS = {
    "DATE": "Temporal",
    "TIME": "Temporal",
    "CARDINAL": "Quantity",
    "QUANTITY": "Quantity",
    "MONEY": "Money",
    "ORDINAL": "Quantity",
}
_PLURAL = frozenset({"we", "they", "us", "them"})
_SINGULAR = frozenset({"i", "he", "she", "his", "him", "my", "me"})
_ROLES = frozenset(
    "minister president secretary ambassador commander general spokesman spokeswoman leader king"
    " director officer chief emir colonel captain".split()
)
_BODIES = frozenset(
    "community communities parties governments militias groups units nations network tribe enemy"
    " insurgency minorities populations delegation tribunal families teams"
    " government army coalition forces force ministry council parliament group organisation"
    " organization troops police department embassy agency regime opposition partners allies"
    " fighters terrorists militants rebels militia staff team committee unit".split()
)


def predict_re3d(record: Record) -> dict[str, object]:
    """Predict the entities of a text with the pack's types."""
    doc = parse_record(record)
    places = find_places(doc, load_gazetteer(), ())
    known = [(place.start, place.end) for place in places if place.latitude is not None]
    cast = find_actors(doc, "pack", known)
    found: dict[tuple[int, int, str], None] = {}
    for part, kind in (
        *_list_places(doc, _list_named_places(doc, cast, places)),
        *_list_actors(cast),
        *_list_nationalities(doc),
        *_list_words(doc),
        *_list_labels(doc),
    ):
        found.setdefault((*part, kind))
    entities = [{"start": start, "end": end, "type": kind} for start, end, kind in found]
    return {"entities": entities}


def _list_places(doc: Doc, places: list[Part]) -> list[tuple[Part, str]]:
    """List places, states among them even where they act, and those inside other names."""
    taken = [part for part in places if not _is_attribute(doc, part)]
    for entity in doc.ents:
        part = (entity.start_char, entity.end_char)
        free = not any(overlap(part, other) for other in places)
        if entity.label_ in ("GPE", "LOC", "FAC") and free:
            taken.append(part)
    taken.extend(list(_list_sites(doc, taken)))
    taken.extend(list(_list_wider(doc, taken)))
    return [(part, "Location") for part in taken]


def _list_named_places(doc: Doc, cast: Cast, places: Sequence[Place]) -> list[Part]:
    """List the places that are found, the actors that are places, and states inside names."""
    found = [(place.start, place.end) for place in places]
    for mention in cast.mentions:
        part = (mention.start, mention.end)
        kind = cast.types[mention.actor]
        inside = _find_country(doc, part) if kind == "state" else None
        part = inside or part
        if (kind == "place" or inside) and not any(overlap(part, other) for other in found):
            found.append(part)
    return found


def _find_country(doc: Doc, part: Part) -> Part | None:
    words = doc.char_span(*part, alignment_mode="expand")
    return next(
        (
            (token.idx, token.idx + len(token))
            for token in words or ()
            if fold_name(token.text) in load_countries()
        ),
        None,
    )


def _is_attribute(doc: Doc, part: Part) -> bool:
    """Tell whether initials of a state only describe a noun: "a U.S. strike"."""
    words = doc.char_span(*part, alignment_mode="expand")
    if words is None or not words.text.isupper() or len(words.text) > 4:
        return False
    return words.root.dep_ in ("compound", "nmod", "amod")


def _list_sites(doc: Doc, places: list[Part]) -> Iterator[Part]:
    """List buildings and areas, as far as the name that follows: "the city of X"."""
    for token in doc:
        if token.lemma_.casefold() not in _SITES or token.pos_ not in ("NOUN", "PROPN"):
            continue
        start, end = token.left_edge.idx, token.idx + len(token)
        named = doc.text[end : end + 4] == " of " and [p for p in places if p[0] == end + 4]
        yield start, named[0][1] if named else end


def _list_wider(doc: Doc, places: list[Part]) -> Iterator[Part]:
    """List what the pack marks around a name besides: "eastern X", "X, Y"."""
    starts = {part[0]: part for part in places}
    for start, end in places:
        words = doc.char_span(start, end, alignment_mode="expand")
        if words is not None and len(words) > 1 and _DIRECTION.match(words[0].text):
            yield words[1].idx, end
        if words is not None and words.start > 0 and _DIRECTION.match(words[0].nbor(-1).text):
            yield words[0].nbor(-1).idx, end
        outer = starts.get(end + 2) if doc.text[end : end + 2] == ", " else None
        if outer is not None and fold_name(doc.text[slice(*outer)]) in load_countries():
            inner = fold_name(doc.text[start:end])
            if inner not in load_countries():
                yield start, outer[1]


def _list_actors(cast: Cast) -> list[tuple[Part, str]]:
    types = {actor.id: _TYPES.get(actor.type) for actor in cast.actors}
    return [
        ((mention.start, mention.end), kind)
        for mention in cast.mentions
        if (kind := types.get(mention.actor)) is not None
    ]


def _list_nationalities(doc: Doc) -> list[tuple[Part, str]]:
    return [
        ((token.idx, token.idx + len(token)), "Nationality")
        for token in doc
        if token.ent_type_ in ("NORP", "LANGUAGE")
        and token.pos_ in ("ADJ", "PROPN")
        and not token.lower_.endswith("s")
    ]


def _list_words(doc: Doc) -> list[tuple[Part, str]]:
    """List pronouns, roles and nouns for bodies and groups, which the pack marks too."""
    found = []
    for token in doc:
        word = token.lower_
        part = (token.left_edge.idx, token.idx + len(token))
        if word in _SINGULAR and token.pos_ in ("PRON", "DET"):
            found.append(((token.idx, token.idx + len(token)), "Person"))
        elif word in _PLURAL and token.pos_ in ("PRON", "DET"):
            found.append(((token.idx, token.idx + len(token)), "Organisation"))
        elif word in _ROLES and token.pos_ in ("NOUN", "PROPN"):
            found.append((part, "Person"))
        elif _is_body(token):
            found.append((part, "Organisation"))
    return found


def _is_body(token: Token) -> bool:
    if token.lower_ in _BODIES:
        return token.pos_ in ("NOUN", "PROPN")
    return token.tag_ == "NNS" and is_person_word(token)


def _list_labels(doc: Doc) -> list[tuple[Part, str]]:
    return [
        ((entity.start_char, entity.end_char), _LABELS[entity.label_])
        for entity in doc.ents
        if entity.label_ in _LABELS
    ]
