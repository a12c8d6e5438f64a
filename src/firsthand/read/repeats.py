"""Repeats: names that are known, or stand elsewhere in a report, found where no label is."""

from collections.abc import Iterator, Mapping, Sequence

from spacy.tokens import Doc, Token

from firsthand.lexicon.bodies import load_long_names
from firsthand.model.actors import ActorType
from firsthand.read.kinds import Named, is_acronym, make_named
from firsthand.text.names import is_same_name
from firsthand.text.parses import slice_text

_DOUBTED_LABELS = frozenset({"LOC", "GPE", "FAC", "ORG", "NORP", "PRODUCT", "EVENT"})
# Names by their first words.
_Longer = Mapping[str, Mapping[str, ActorType]]


def read_known(doc: Doc, taken: set[int]) -> Iterator[Named]:
    """Read names of several words of bodies that are known beforehand."""
    yield from _read_long(doc, load_long_names(), taken)


def read_again(doc: Doc, found: Sequence[Named], taken: set[int]) -> Iterator[Named]:
    """Read names again where the model took them for something else, or saw no name."""
    short = list(_read_short(doc, found, taken))
    yield from short
    longer: dict[str, dict[str, ActorType]] = {}
    for named in (*found, *short):
        if " " in named.text and named.text[0].isupper():
            longer.setdefault(named.text.split()[0], {})[named.text] = named.type
    yield from _read_long(doc, longer, taken)


def _read_long(doc: Doc, longer: _Longer, taken: set[int]) -> Iterator[Named]:
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


def _read_short(doc: Doc, found: Sequence[Named], taken: set[int]) -> Iterator[Named]:
    """Read a person's last name where the model took it for something else."""
    people = {named.text for named in found if named.type == "person" and " " in named.text}
    for entity in doc.ents:
        if entity.label_ not in _DOUBTED_LABELS or len(entity) > 3 or entity.start_char in taken:
            continue
        named = make_named(doc, entity.start, entity.end, "PERSON")
        if named.type == "person" and any(is_same_name(named.text, name) for name in people):
            yield named
            taken.update(range(named.start, named.end))
    last_names = {name.split()[-1] for name in people}
    bodies = {named.text for named in found if named.type != "person" and is_acronym(named.text)}
    for token in doc:
        if token.idx in taken:
            continue
        if token.text in bodies:
            yield make_named(doc, token.i, token.i + 1, "ORG")
        elif token.text in last_names and _is_named_alone(token):
            yield make_named(doc, token.i, token.i + 1, "PERSON")


def _is_named_alone(token: Token) -> bool:
    """Tell whether a word stands as a name does: somebody acts, and no article comes before."""
    acts = token.dep_ in ("nsubj", "nsubjpass", "poss", "dobj", "pobj")
    return acts and token.pos_ in ("PROPN", "NOUN") and not any(token.lefts) and len(token) > 3
