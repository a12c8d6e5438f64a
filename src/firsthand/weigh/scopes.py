"""Scopes: whether a figure is of more than the incident, by when it begins."""

from collections.abc import Mapping, Sequence

from msgspec import structs

from firsthand.model.claims import Claim
from firsthand.model.incidents import Incident
from firsthand.weigh.figures import Figure


def settle_scopes(
    figures: Sequence[Figure], incident: Incident, claims: Mapping[str, Claim]
) -> tuple[Figure, ...]:
    """Take "since Wednesday" for the incident itself where it happened on that Wednesday.

    A scope that also names an area stays: "across the district since Wednesday".
    """
    return tuple(
        structs.replace(figure, scope=None) if _is_own(figure, incident, claims) else figure
        for figure in figures
    )


def _is_own(figure: Figure, incident: Incident, claims: Mapping[str, Claim]) -> bool:
    if figure.scope is None or not figure.scope.casefold().startswith("since "):
        return False
    time = claims[figure.claim].time
    if time is None or time.start is None or incident.time is None or incident.time.start is None:
        return False
    return time.start[:10] == incident.time.start[:10]
