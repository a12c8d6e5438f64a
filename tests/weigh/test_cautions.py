"""What weakens an incident is said beside it."""

from tests.values import make_claim, make_count, make_place, make_report, make_time
from tests.weigh.test_tolls import state

from firsthand.model.incidents import Incident, OriginCount
from firsthand.model.places import Place
from firsthand.model.times import TimeSpan
from firsthand.weigh.cautions import find_cautions
from firsthand.weigh.figures import Figure

TUESDAY = make_time("2019-05-14")
BELMURO = make_place("Belmuro")
REPORTS = {"r-1": make_report("r-1"), "r-2": make_report("r-2", published=None)}


def list_codes(
    *figures: Figure,
    origins: tuple[int, int] = (2, 3),
    time: TimeSpan | None = TUESDAY,
    place: Place | None = BELMURO,
    reports: tuple[str, ...] = ("r-1",),
) -> list[str]:
    incident = Incident(
        id="i-1", title="t", time=time, place=place, acts=(), claims=(), reports=reports
    )
    count = OriginCount(low=origins[0], high=origins[1], unresolved=0)
    return [item.code for item in find_cautions(incident, (), REPORTS, count, figures)]


def test_a_sound_incident_has_no_caution() -> None:
    assert list_codes(state("c-1", 9, 9)) == []


def test_origins_that_are_or_may_be_one_are_told() -> None:
    assert list_codes(origins=(1, 1)) == ["single origin"]
    assert list_codes(origins=(1, 4)) == ["maybe single origin"]


def test_what_is_not_known_of_time_and_place_is_told() -> None:
    assert list_codes(time=None) == ["no date"]
    assert list_codes(place=None) == ["no place"]
    assert list_codes(place=make_place("Camp Adreva", None, None)) == ["place unresolved"]
    assert list_codes(reports=("r-1", "r-2")) == ["no publication date"]


def test_a_figure_that_fell_is_told() -> None:
    fell = (state("c-1", 41, 41, day="2019-05-14"), state("c-2", 14, 14))
    assert list_codes(*fell) == ["falling figure"]
    rose = (state("c-1", 9, 9, day="2019-05-14"), state("c-2", 14, 14))
    assert list_codes(*rose) == []
    single = (state("c-1", 14, 14, day="2019-05-14"), state("c-2", 1, 1, individual=True))
    assert list_codes(*single) == []


def test_figures_that_are_only_alleged_are_told() -> None:
    incident = Incident(
        id="i-1",
        title="t",
        time=make_time("2019-05-14"),
        place=make_place("Belmuro"),
        acts=(),
        claims=(),
        reports=("r-1",),
    )
    claim = make_claim("c-1", stance="alleged", counts=(make_count(9, 9),))
    count = OriginCount(low=2, high=2, unresolved=0)
    (caution,) = find_cautions(incident, (claim,), REPORTS, count, ())
    assert (caution.code, caution.claims) == ("only alleged", ("c-1",))
