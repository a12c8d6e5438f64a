"""A figure "since Wednesday" is that of a Wednesday's incident; one of a district is not."""

from msgspec import structs
from tests.values import make_claim, make_time
from tests.weigh.test_tolls import state

from firsthand.model.incidents import Incident
from firsthand.weigh.scopes import settle_scopes

INCIDENT = Incident(
    id="i-1",
    title="t",
    time=make_time("2019-05-14"),
    place=None,
    acts=(),
    claims=("c-1",),
    reports=("r-1",),
)


def settle(scope: str, since: str) -> str | None:
    claim = make_claim("c-1", time=make_time(since))
    figure = state("c-1", 6, 6, scope=scope)
    (settled,) = settle_scopes([figure], INCIDENT, {"c-1": claim})
    return settled.scope


def test_since_the_day_of_the_incident_is_the_incident() -> None:
    assert settle("since Tuesday morning", "2019-05-14") is None


def test_since_an_earlier_day_or_across_an_area_is_wider() -> None:
    assert settle("since Sunday", "2019-05-12") == "since Sunday"
    wide = "across the district since Tuesday"
    assert settle(wide, "2019-05-14") == wide


def test_without_a_time_a_scope_stays() -> None:
    undated = structs.replace(INCIDENT, time=None)
    figure = state("c-1", 6, 6, scope="since Tuesday")
    assert settle_scopes([figure], undated, {"c-1": make_claim("c-1")}) == (figure,)
