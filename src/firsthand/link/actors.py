"""Actors: the same actor in many reports, by full names and their initials only."""

from collections.abc import Iterator, Sequence

from firsthand.link.groups import join_pairs
from firsthand.model.actors import Actor
from firsthand.model.ids import make_id
from firsthand.model.readings import Reading
from firsthand.text.names import fold_letters

# These are never one across reports: "residents" of one text are not those of another.
UNJOINED = frozenset({"group of people", "document", "unknown"})


def merge_actors(readings: Sequence[Reading]) -> tuple[tuple[Actor, ...], dict[str, str]]:
    """Merge the actors of all reports; gives them with a map from their old ids to the new."""
    actors = {actor.id: actor for reading in readings for actor in reading.actors}
    groups = list(join_pairs(_find_pairs(actors)))
    joined = {name for group in groups for name in group}
    groups += [(name,) for name in sorted(actors) if name not in joined]
    merged = [_merge([actors[name] for name in group]) for group in groups]
    renamed = {
        name: actor.id for group, actor in zip(groups, merged, strict=True) for name in group
    }
    return tuple(sorted(merged, key=lambda actor: (actor.name.casefold(), actor.id))), renamed


def _find_pairs(actors: dict[str, Actor]) -> Iterator[tuple[str, str]]:
    holders: dict[tuple[str, str], str] = {}
    for name in sorted(actors):
        for key in sorted(_list_keys(actors[name])):
            yield holders.setdefault(key, name), name


def _list_keys(actor: Actor) -> set[tuple[str, str]]:
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
        type=best.type,
        names=tuple(
            sorted(
                (name for actor in group for name in actor.names),
                key=lambda name: (name.report, name.start, name.end),
            )
        ),
    )
