"""re3d: entities of defence texts; there groups of people and "we" are organisations."""

from spacy.tokens import Doc, Token

from eval.packs import Record
from eval.texts import load_gazetteer, parse_record
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
_SITES = frozenset(
    "city camp hospital building buildings town village restaurant area areas region district"
    " river dam border station base territory province valley barracks marketplace fort facility"
    " reservoir canal position positions location bridge school house home compound airport".split()
)
_STATES = ("nsubj", "nsubjpass", "agent", "poss", "appos")
_LABELS = {
    "DATE": "Temporal",
    "TIME": "Temporal",
    "CARDINAL": "Quantity",
    "QUANTITY": "Quantity",
    "MONEY": "Money",
    "ORDINAL": "Quantity",
}
_PLURAL = frozenset({"we", "they", "our", "their", "us", "them"})
_SINGULAR = frozenset({"i", "he", "she", "his", "him", "my", "me"})
_ROLES = frozenset(
    "minister president secretary ambassador commander general spokesman spokeswoman leader king"
    " director officer chief emir colonel captain".split()
)
_BODIES = frozenset(
    "government army coalition forces force ministry council parliament group organisation"
    " organization troops police department embassy agency regime opposition partners allies"
    " fighters terrorists militants rebels militia staff team committee unit".split()
)


def predict_re3d(record: Record) -> dict[str, object]:
    """Predict the entities of a text with the pack's types."""
    doc = parse_record(record)
    cast = find_actors(doc, "pack")
    found: dict[tuple[int, int, str], None] = {}
    for part, kind in (
        *_list_places(doc),
        *_list_actors(cast),
        *_list_nationalities(doc),
        *_list_words(doc),
        *_list_labels(doc),
    ):
        found.setdefault((*part, kind))
    entities = [{"start": start, "end": end, "type": kind} for start, end, kind in found]
    return {"entities": entities}


def _list_places(doc: Doc) -> list[tuple[Part, str]]:
    places = find_places(doc, load_gazetteer(), ())
    found = [((place.start, place.end), _judge_place(doc, place)) for place in places]
    taken = [part for part, _ in found]
    for entity in doc.ents:
        part = (entity.start_char, entity.end_char)
        if entity.label_ in ("GPE", "LOC", "FAC") and not any(overlap(part, o) for o in taken):
            found.append((part, "Location"))
    for token in doc:
        if token.lower_ in _SITES and token.pos_ in ("NOUN", "PROPN"):
            found.append(((token.left_edge.idx, token.idx + len(token)), "Location"))
    return found


def _judge_place(doc: Doc, place: Place) -> str:
    """Call a state that acts an organisation, as the pack does."""
    span = doc.char_span(place.start, place.end, alignment_mode="expand")
    if span is None or place.precision != "country":
        return "Location"
    root = span.root
    acts = root.dep_ in _STATES or (root.dep_ == "pobj" and root.head.lower_ == "by")
    return "Organisation" if acts or root.dep_ == "conj" else "Location"


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
