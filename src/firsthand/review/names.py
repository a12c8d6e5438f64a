"""Names: an incident keeps the id it was first given, however its claims are linked since."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from msgspec import Struct, structs

from firsthand.model.accounts import Account
from firsthand.model.claims import Claim
from firsthand.model.ids import make_id
from firsthand.model.incidents import Incident, Related
from firsthand.model.spans import hull, overlap


class Names(Struct, frozen=True, kw_only=True):
    """The id that each incident keeps, by its new one; where names lead that are none any more."""

    kept: Mapping[str, str]
    redirects: Mapping[str, str]


def keep_names(incidents: Sequence[Incident], known: Mapping[str, str]) -> Names:
    """Find the known id that each incident goes on under; `known` leads from claims to ids.

    Where two incidents were one, the one with most of its claims keeps the id. Where one was two,
    the id of most of its claims stays and the other leads to it; the smaller part gets a new one.
    """
    kept: dict[str, str] = {}
    taken: set[str] = set()
    counts = {incident.id: Counter(_list_known(incident, known)) for incident in incidents}
    for incident in sorted(incidents, key=lambda item: _rank(counts[item.id], item.id)):
        for name, _ in counts[incident.id].most_common():
            if name not in taken:
                kept[incident.id] = name
                taken.add(name)
                break
    new = {item.id: kept.get(item.id) or _name_apart(item, taken) for item in incidents}
    homes = {claim: new[incident.id] for incident in incidents for claim in incident.claims}
    redirects = {
        name: home
        for claim, name in sorted(known.items())
        if name not in new.values() and (home := homes.get(claim)) is not None
    }
    return Names(kept=new, redirects=redirects)


def rename_incidents(account: Account, names: Mapping[str, str]) -> Account:
    """Give the incidents of an account their kept ids, wherever they are named."""
    return structs.replace(
        account,
        incidents=tuple(
            structs.replace(
                incident,
                id=names[incident.id],
                related=tuple(_rename(item, names) for item in incident.related),
            )
            for incident in account.incidents
        ),
        claims=tuple(
            structs.replace(claim, incident=_lead(claim.incident, names))
            for claim in account.claims
        ),
        victims=tuple(
            structs.replace(victim, incident=_lead(victim.incident, names))
            for victim in account.victims
        ),
    )


def lead_names(redirects: Mapping[str, str], there: Collection[str]) -> dict[str, str]:
    """Lead every name to the incident it is part of now, over all that came between.

    The name of an incident that is there again, after it was merged, leads nowhere.
    """
    led: dict[str, str] = {}
    for name in redirects:
        passed = {name}
        home = redirects[name]
        while home not in there and home in redirects and home not in passed:
            passed.add(home)
            home = redirects[home]
        if name not in there:
            led[name] = home
    return led


def follow_names(
    before: Sequence[Claim], now: Sequence[Claim], known: Mapping[str, str]
) -> dict[str, str]:
    """Give claims of a new reading the incidents of those that stood in their place.

    So an incident keeps its id where a newer version reads its words a little longer or shorter.
    """
    there = {claim.id for claim in now}
    gone = [claim for claim in before if claim.id not in there and claim.id in known]
    names = dict(known)
    for claim in now:
        own = hull(claim.parts)
        for other in gone if claim.id not in names else ():
            if other.kind == claim.kind and overlap(own, hull(other.parts)):
                names.setdefault(claim.id, known[other.id])
    return names


def _list_known(incident: Incident, known: Mapping[str, str]) -> list[str]:
    return [known[claim] for claim in incident.claims if claim in known]


def _rank(counts: Counter[str], name: str) -> tuple[int, bool, str]:
    """Of two that carry as much of a name, the one that is named so by itself comes first."""
    return (-max(counts.values(), default=0), name not in counts, name)


def _name_apart(incident: Incident, taken: Collection[str]) -> str:
    """Name an incident by itself, and anew if a larger part of it kept that name."""
    if incident.id not in taken:
        return incident.id
    return make_id("i", incident.id, *sorted(incident.claims))


def _lead(name: str | None, names: Mapping[str, str]) -> str | None:
    return None if name is None else names[name]


def _rename(item: Related, names: Mapping[str, str]) -> Related:
    return structs.replace(item, incident=_lead(item.incident, names))
