"""Names: an incident keeps the id it was first given, however its claims are linked since."""

from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec import Struct, structs

from firsthand.model.accounts import Account
from firsthand.model.claims import Claim
from firsthand.model.incidents import Incident, Related
from firsthand.model.spans import hull, overlap


class Names(Struct, frozen=True, kw_only=True):
    """The id that each incident keeps, by its new one; where names lead that are none any more."""

    kept: Mapping[str, str]
    redirects: Mapping[str, str]


def keep_names(incidents: Sequence[Incident], known: Mapping[str, str]) -> Names:
    """Find the known id that each incident goes on under; `known` leads from claims to ids.

    Where two incidents were one, the one with most of its claims keeps the id. Where one was two,
    the id of most of its claims stays and the other leads to it.
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
    new = {incident.id: kept.get(incident.id, incident.id) for incident in incidents}
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


def _rank(counts: Counter[str], name: str) -> tuple[int, str]:
    return (-max(counts.values(), default=0), name)


def _lead(name: str | None, names: Mapping[str, str]) -> str | None:
    return None if name is None else names[name]


def _rename(item: Related, names: Mapping[str, str]) -> Related:
    return structs.replace(item, incident=_lead(item.incident, names))
