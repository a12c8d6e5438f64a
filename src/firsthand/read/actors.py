"""Actors: who a report speaks of, under all the names it gives them."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct, structs
from spacy.tokens import Doc, Token

from firsthand.lexicon.countries import load_countries
from firsthand.lexicon.keys import fold_name
from firsthand.model.actors import Actor, ActorType, Mention, Name
from firsthand.model.ids import make_id
from firsthand.model.indexes import SpanIndex, index_spans
from firsthand.model.spans import Part, contains
from firsthand.read.aliases import Alias, group_names
from firsthand.read.kinds import judge_type
from firsthand.read.mentions import find_names
from firsthand.read.organs import find_organs
from firsthand.read.roles import BODIES, find_roles
from firsthand.read.titles import read_sex
from firsthand.text.names import fold_letters
from firsthand.text.parses import get_text

_SEXES = {"he": "male", "his": "male", "him": "male", "she": "female", "her": "female"}

# "Thousands of X" are X, "residents of X" are not.
_QUANTITIES = frozenset(
    "ten dozen score hundred thousand million number handful majority many some part".split()
)

# Pronouns reach back this many characters; farther away another person may have come between.
REACH = 400

# The length of "the " before a name.
_ARTICLE = 4


class Cast(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The actors of a report and all words that mean them, in the order of the text.

    `holders` tells for the start of a mention where the noun stands that it only belongs to:
    "residents" for X in "residents of X"; `types`, `by_place` and `by_actor` are the same things
    to look up.
    """

    actors: tuple[Actor, ...]
    mentions: tuple[Mention, ...]
    holders: Mapping[int, int] = {}
    types: Mapping[str, ActorType] = {}
    by_place: SpanIndex[Mention]
    by_actor: Mapping[str, tuple[Mention, ...]] = {}


def find_actors(
    doc: Doc, report_id: str, places: Sequence[Part] = (), publisher: str | None = None
) -> Cast:
    """Find the actors of a report with their names, spellings and the pronouns that mean them.

    `places` are words already known to name places, which the model may take for people;
    `publisher` is who "the Observatory" may be that the report names nowhere in full.
    """
    aliases = group_names(doc, find_names(doc, places))
    groups = sorted({alias.group for alias in aliases})
    actors: dict[int, Actor] = {}
    for group in groups:
        actor = _make_actor(report_id, aliases, group)
        # Father and son of one name are two.
        twin = any(other.id == actor.id for other in actors.values())
        own = make_id("a", actor.id, actor.names[0].start) if twin else actor.id
        actors[group] = _name_publisher(doc, structs.replace(actor, id=own), publisher)
    mentions = [
        Mention(
            start=alias.named.start,
            end=alias.named.end,
            actor=actors[alias.group].id,
            reason=alias.reason,
        )
        for alias in aliases
    ]
    mentions.extend(_find_pronouns(doc, aliases, actors))
    mentions.extend(find_roles(doc, tuple(actors[group] for group in groups)))
    organs = tuple(find_organs(doc, tuple(actors[group] for group in groups)))
    mentions.extend(organs)
    mentions.sort(key=lambda item: (item.start, item.end))
    return Cast(
        actors=tuple(actors[group] for group in groups),
        mentions=tuple(mentions),
        holders=dict(_find_holders(doc, mentions)) | {item.start: item.end - 1 for item in organs},
        types={actor.id: actor.type for actor in actors.values()},
        by_place=index_spans(([(item.start, item.end)], item) for item in mentions),
        by_actor=_group_mentions(mentions),
    )


def resolve_span(cast: Cast, start: int, end: int) -> Mention | None:
    """Return whom words mean: a person named in them, else the one name that they come down to."""
    near = cast.by_place.near((start, end))
    inside = [item for item in near if contains((start, end), (item.start, item.end))]
    # "the spokesman of X" and "X's spokesman" are not X.
    own = [item for item in inside if not start <= cast.holders.get(item.start, -1) < end]
    people = [item for item in own if cast.types[item.actor] == "person"]
    found = people or own
    return found[0] if len({item.actor for item in found}) == 1 else None


def find_actor_type(cast: Cast, mention: Mention | None) -> ActorType:
    """Return the type of the actor a mention means."""
    return "unknown" if mention is None else cast.types.get(mention.actor, "unknown")


def _group_mentions(mentions: Sequence[Mention]) -> dict[str, tuple[Mention, ...]]:
    grouped: dict[str, list[Mention]] = {}
    for item in mentions:
        grouped.setdefault(item.actor, []).append(item)
    return {actor: tuple(items) for actor, items in grouped.items()}


def _make_actor(report_id: str, aliases: Sequence[Alias], group: int) -> Actor:
    own = [alias for alias in aliases if alias.group == group]
    best = max(own, key=_rank_name)
    kind = judge_type(best.named.text, "", "")
    types: list[ActorType] = [a.named.type for a in own if a.named.type != "unknown"]
    if kind == "unknown" and types:
        kind = max(sorted(set(types)), key=types.count)
    return Actor(
        id=make_id("a", report_id, fold_letters(best.named.text)),
        name=" ".join(best.named.text.split()),
        type=kind,
        names=tuple(
            Name(
                text=alias.named.text,
                report=report_id,
                start=alias.named.start,
                end=alias.named.end,
                reason=alias.reason,
            )
            for alias in own
        ),
    )


def _name_publisher(doc: Doc, actor: Actor, publisher: str | None) -> Actor:
    """Give the publisher's full name to an actor named by its end: "the Observatory"."""
    short = actor.name.removeprefix("the ").removeprefix("The ")
    if publisher is None or not publisher.endswith(f" {short}"):
        return actor
    start = actor.names[0].start
    before = get_text(doc)[max(start - _ARTICLE, 0) : start + _ARTICLE].casefold()
    if "the " not in before:
        return actor
    kinds = (judge_type(publisher, "", ""), actor.type)
    reason = f"short for the publisher, “{publisher}”"
    return structs.replace(
        actor,
        name=publisher,
        type=next((kind for kind in kinds if kind in BODIES), "organisation"),
        names=tuple(structs.replace(name, reason=reason) for name in actor.names),
    )


def _rank_name(alias: Alias) -> tuple[bool, int, int]:
    """Rank a name for showing: a state by its plain name, others by their fullest one."""
    plain = alias.named.type == "state" and fold_name(alias.named.text) in load_countries()
    return plain, len(alias.named.text.split()), len(alias.named.text)


def _find_holders(doc: Doc, mentions: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    for mention in mentions:
        words = doc.char_span(mention.start, mention.end, alignment_mode="expand")
        holder = None if words is None else _find_holder(words.root)
        if words is not None and holder is not None and holder not in words:
            yield mention.start, holder.idx


def _find_holder(token: Token) -> Token | None:
    """Return the noun that a name only belongs to, or None if the name speaks for itself."""
    head = token.head
    if head.dep_ == "amod" and token.dep_ in ("npadvmod", "advmod", "compound"):
        return head.head  # "the X-aligned regime" is not X
    if token.dep_ in ("poss", "compound", "amod", "nmod", "conj"):
        return head if head.pos_ in ("NOUN", "PROPN") else None
    if token.dep_ != "pobj" or head.dep_ != "prep":
        return None
    noun = head.head
    counts = noun.lemma_.casefold() in _QUANTITIES or noun.pos_ == "NUM"
    return None if noun.pos_ not in ("NOUN", "PROPN", "NUM") or counts else noun


def _find_pronouns(
    doc: Doc, aliases: Sequence[Alias], actors: dict[int, Actor]
) -> Iterator[Mention]:
    """Give "he" and "she" to the only person of fitting sex named shortly before."""
    people = [alias for alias in aliases if actors[alias.group].type == "person"]
    for token in doc:
        sex = _SEXES.get(token.lower_)
        if sex is None or token.pos_ not in ("PRON", "DET"):
            continue
        group = _find_antecedent(doc, token, people, sex)
        if group is not None:
            yield Mention(
                start=token.idx,
                end=token.idx + len(token),
                actor=actors[group].id,
                reason=f"“{token.text}”: {actors[group].name} is the only fitting person before",
            )


def _find_antecedent(doc: Doc, token: Token, people: Sequence[Alias], sex: str) -> int | None:
    near = [
        alias
        for alias in people
        if token.idx - REACH <= alias.named.start < token.idx
        and read_sex(doc, alias.named.span) in (None, sex)
    ]
    if not near:
        return None
    groups = {alias.group for alias in near}
    if len(groups) == 1:
        return near[-1].group
    shown = [alias for alias in near if read_sex(doc, alias.named.span) == sex]
    if len({alias.group for alias in shown}) == 1 and _is_subject(doc, shown[-1].named.span):
        return shown[-1].group
    # Of several, the one who last did something: the subject of the sentence before.
    subjects = [alias for alias in near if _is_subject(doc, alias.named.span)]
    return subjects[-1].group if subjects and subjects[-1] == near[-1] else None


def _is_subject(doc: Doc, span: Part) -> bool:
    words = doc.char_span(*span, alignment_mode="expand")
    return words is not None and words.root.dep_ in ("nsubj", "nsubjpass", "appos")
