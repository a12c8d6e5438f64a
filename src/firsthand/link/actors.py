"""Actors: the same actor in many reports, by full names, their spellings and initials only."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from msgspec import structs

from firsthand.link.groups import join_pairs
from firsthand.link.spellings import find_likeness, find_spellings
from firsthand.model.actors import Actor, ActorType, Name
from firsthand.model.ids import make_id
from firsthand.model.readings import Reading
from firsthand.text.names import fold_letters

# Initials that name a body as surely as two words do have at least so many letters.
_SHORTEST_INITIALS = 3
# These are never one across reports: "residents" of one text are not those of another.
UNJOINED = frozenset({"group of people", "document", "unknown"})

# The type of an actor with a folded name.
Key = tuple[ActorType, str]


def merge_actors(readings: Sequence[Reading]) -> tuple[tuple[Actor, ...], dict[str, str]]:
    """Merge the actors of all reports; gives them with a map from their old ids to the new."""
    actors = {actor.id: actor for reading in readings for actor in reading.actors}
    equal = list(_find_pairs(actors))
    groups = [
        part
        for group in join_pairs([*equal, *_find_spelt(actors)])
        for part in _split_group(group, actors, equal)
    ]
    joined = {name for group in groups for name in group}
    groups += [(name,) for name in sorted(actors) if name not in joined]
    merged = [_merge([actors[name] for name in group]) for group in groups]
    renamed = {
        name: actor.id for group, actor in zip(groups, merged, strict=True) for name in group
    }
    return tuple(sorted(merged, key=lambda actor: (actor.name.casefold(), actor.id))), renamed


def _find_pairs(actors: dict[str, Actor]) -> Iterator[tuple[str, str]]:
    holders: dict[Key, str] = {}
    keys = {name: _list_keys(actor) for name, actor in actors.items()}
    types: dict[str, set[ActorType]] = defaultdict(set)
    for kind, folded in (key for own in keys.values() for key in own):
        types[folded].add(kind)
    for name in sorted(actors):
        for key in sorted(keys[name] or _lend_keys(actors[name], types)):
            yield holders.setdefault(key, name), name


def _find_spelt(actors: dict[str, Actor]) -> Iterator[tuple[str, str]]:
    """Find people whose full names are spellings of one over the whole case."""
    holders: dict[str, list[str]] = defaultdict(list)
    for key in sorted(actors):
        if actors[key].type == "person":
            for name in sorted({name.text for name in actors[key].names}):
                holders[name].append(key)
    for one, other in find_spellings(holders):
        yield holders[one][0], holders[other][0]


def _split_group(
    group: tuple[str, ...], actors: dict[str, Actor], equal: Sequence[tuple[str, str]]
) -> Iterator[tuple[str, ...]]:
    """Split a group of people that one report tells apart: by equal names, else one by one."""
    if not _are_told_apart(group, actors):
        yield group
        return
    for part in join_pairs(pair for pair in equal if pair[0] in group):
        if not _are_told_apart(part, actors):
            yield part


def _are_told_apart(group: Sequence[str], actors: dict[str, Actor]) -> bool:
    """Tell whether a report speaks of two of these people: father and son, two brothers."""
    people = [actors[name] for name in group if actors[name].type == "person"]
    reports = [report for person in people for report in {name.report for name in person.names}]
    return len(set(reports)) < len(reports)


def _lend_keys(actor: Actor, types: Mapping[str, set[ActorType]]) -> set[Key]:
    """Give a full name of unknown type the only type that other reports show for it."""
    names = {name.text for name in actor.names} if actor.type == "unknown" else set()
    sure = (n for n in names if " " in n or (n.isupper() and len(n) >= _SHORTEST_INITIALS))
    folded = {fold_letters(name).removeprefix("the ") for name in sure}
    return {(kind, name) for name in folded for kind in types[name] if len(types[name]) == 1}


def _list_keys(actor: Actor) -> set[Key]:
    """List the names under which an actor is known elsewhere: full ones, never a bare surname."""
    if actor.type in UNJOINED:
        return set()
    names = {fold_letters(actor.name)} | {fold_letters(name.text) for name in actor.names}
    names = {name.removeprefix("the ") for name in names}
    if actor.type == "person":
        names = {name for name in names if " " in name}
    return {(actor.type, name) for name in names if len(name) > 1}


def _merge(group: Sequence[Actor]) -> Actor:
    if len(group) == 1:
        return group[0]
    best = max(group, key=lambda actor: (len(actor.name.split()), len(actor.name), actor.name))
    return Actor(
        id=make_id("a", *sorted(actor.id for actor in group)),
        name=best.name,
        type=next((actor.type for actor in (best, *group) if actor.type != "unknown"), "unknown"),
        names=tuple(
            sorted(
                (_say_why(name, best.name) for actor in group for name in actor.names),
                key=lambda name: (name.report, name.start, name.end),
            )
        ),
    )


def _say_why(name: Name, best: str) -> Name:
    """Say why a full name of one report belongs to that of another."""
    likeness = find_likeness(name.text, best)
    if name.reason != "full name" or likeness in (None, "same name"):
        return name
    return structs.replace(name, reason=f"{likeness} as “{best}”")
