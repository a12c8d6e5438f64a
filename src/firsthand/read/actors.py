"""Actors: who a report speaks of, under all the names it gives them."""

from collections.abc import Iterator, Sequence

from msgspec import Struct
from spacy.tokens import Doc, Token

from firsthand.model.actors import Actor, ActorType, Mention, Name
from firsthand.model.ids import make_id
from firsthand.model.spans import Part, contains
from firsthand.read.aliases import Alias, group_names
from firsthand.read.mentions import find_names, judge_type
from firsthand.read.roles import find_roles
from firsthand.text.names import fold_letters
from firsthand.text.parses import slice_text

_SEXES = {"he": "male", "his": "male", "him": "male", "she": "female", "her": "female"}
_MALE = frozenset({"mr", "king", "prince", "sir", "father", "brother", "husband", "son"})
_FEMALE = frozenset({"mrs", "ms", "miss", "queen", "lady", "mother", "sister", "wife", "daughter"})

# Pronouns reach back this many characters; farther away another person may have come between.
REACH = 400


class Cast(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The actors of a report and all words that mean them, in the order of the text."""

    actors: tuple[Actor, ...]
    mentions: tuple[Mention, ...]


def find_actors(doc: Doc, report_id: str) -> Cast:
    """Find the actors of a report with their names, spellings and the pronouns that mean them."""
    aliases = group_names(doc, find_names(doc))
    groups = sorted({alias.group for alias in aliases})
    actors = {group: _make_actor(report_id, aliases, group) for group in groups}
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
    return Cast(
        actors=tuple(actors[group] for group in groups),
        mentions=tuple(sorted(mentions, key=lambda item: (item.start, item.end))),
    )


def resolve_span(cast: Cast, start: int, end: int) -> Mention | None:
    """Return whom words mean: a person named in them, else the first name at their head."""
    types = {actor.id: actor.type for actor in cast.actors}
    inside = [item for item in cast.mentions if contains((start, end), (item.start, item.end))]
    people = [item for item in inside if types[item.actor] == "person"]
    if people and len({item.actor for item in people}) == 1:
        return people[0]
    if not inside or people:
        return None
    last = inside[-1]
    # "the spokesman of X" is not X: the name must reach to the end of the words.
    if last.end >= end - 1 and (
        last.start <= start + 4 or (len(inside) == 1 and last.end - last.start > (end - start) / 2)
    ):
        return last
    return None


def find_actor_type(cast: Cast, mention: Mention | None) -> ActorType:
    """Return the type of the actor a mention means."""
    if mention is None:
        return "unknown"
    return next((actor.type for actor in cast.actors if actor.id == mention.actor), "unknown")


def _make_actor(report_id: str, aliases: Sequence[Alias], group: int) -> Actor:
    own = [alias for alias in aliases if alias.group == group]
    best = max(own, key=lambda alias: (len(alias.named.text.split()), len(alias.named.text)))
    types: list[ActorType] = [a.named.type for a in own if a.named.type != "unknown"]
    kind = (
        max(sorted(set(types)), key=types.count) if types else judge_type(best.named.text, "", "")
    )
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
        and _find_sex(doc, alias.named.span) in (None, sex)
    ]
    if not near:
        return None
    groups = {alias.group for alias in near}
    if len(groups) == 1:
        return near[-1].group
    # Of several, the one who last did something: the subject of the sentence before.
    subjects = [alias for alias in near if _is_subject(doc, alias.named.span)]
    return subjects[-1].group if subjects and subjects[-1] == near[-1] else None


def _find_sex(doc: Doc, span: Part) -> str | None:
    before = slice_text(doc, max(0, span[0] - 12), span[0]).casefold().replace(".", " ").split()
    title = before[-1] if before else ""
    if title in _MALE:
        return "male"
    return "female" if title in _FEMALE else None


def _is_subject(doc: Doc, span: Part) -> bool:
    words = doc.char_span(*span, alignment_mode="expand")
    return words is not None and words.root.dep_ in ("nsubj", "nsubjpass", "appos")
