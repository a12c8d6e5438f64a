"""What weakens an incident is said beside it."""

from msgspec import structs
from tests.values import make_act, make_claim, make_count, make_place, make_report, make_time
from tests.weigh.test_tolls import REPORTS as PUBLISHED
from tests.weigh.test_tolls import state

from firsthand.model.accounts import Copies
from firsthand.model.incidents import Incident, OriginCount, Sources, Toll
from firsthand.model.places import Place
from firsthand.model.times import WEEKDAY_CONFLICT, TimeSpan
from firsthand.weigh.cautions import count_reports, find_cautions
from firsthand.weigh.figures import Figure
from firsthand.weigh.sieves import Grounds
from firsthand.weigh.tolls import reconcile_tolls

TUESDAY = make_time("2019-05-14")
BELMURO = make_place("Belmuro")
REPORTS = {"r-1": make_report("r-1"), "r-2": make_report("r-2", published=None)}


def make_incident(
    *,
    time: TimeSpan | None = TUESDAY,
    place: Place | None = BELMURO,
    reports: tuple[str, ...] = ("r-1",),
    origins: tuple[int, int] = (2, 3),
    tolls: tuple[Toll, ...] = (),
) -> Incident:
    count = OriginCount(low=origins[0], high=origins[1], unresolved=0)
    return Incident(
        id="i-1",
        title="t",
        time=time,
        place=place,
        acts=(),
        claims=(),
        reports=reports,
        tolls=tolls,
        sources=Sources(reports=1, publishers=1, origins=count),
    )


def list_codes(
    *figures: Figure,
    origins: tuple[int, int] = (2, 3),
    time: TimeSpan | None = TUESDAY,
    place: Place | None = BELMURO,
    reports: tuple[str, ...] = ("r-1",),
) -> list[str]:
    incident = make_incident(time=time, place=place, reports=reports, origins=origins)
    return [item.code for item in find_cautions(incident, (), REPORTS, figures)]


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
    claim = make_claim("c-1", stance="alleged", counts=(make_count(9, 9),))
    (caution,) = find_cautions(make_incident(), (claim,), REPORTS, ())
    assert (caution.code, caution.claims) == ("only alleged", ("c-1",))


def test_a_weekday_that_its_date_does_not_fall_on_is_told() -> None:
    time = structs.replace(
        TUESDAY,
        text="Friday, 14 May 2019",
        reason=f"the text says Friday, {WEEKDAY_CONFLICT} Tuesday",
    )
    claim = structs.replace(make_claim("c-1"), time=time)
    incident = Incident(
        id="i-1", title="t", time=time, place=BELMURO, acts=(), claims=("c-1",), reports=("r-1",)
    )
    cautions = find_cautions(incident, (claim,), REPORTS, ())
    caution = next(one for one in cautions if one.code.startswith("weekday"))
    assert caution.claims == ("c-1",)
    assert "Tuesday" in caution.text


def test_a_figure_that_does_not_add_up_is_told() -> None:
    nine = state("c-1", 9, 9, day="2019-05-14")
    three = state("c-2", 3, 3, counting="additional")
    twelve = state("c-3", 12, 12, counting="cumulative")
    assert list_codes(nine, three, twelve) == []
    fifteen = state("c-3", 15, 15, counting="cumulative")
    (caution,) = find_cautions(make_incident(), (), REPORTS, (nine, three, fifteen))
    assert caution.code == "does not add up"
    assert caution.text == (
        "the hospital gave 9 killed and later 15: with what it says was added it would be 12."
    )


def test_copies_of_a_figure_that_was_taken_back_are_told() -> None:
    copies = Copies(id="k-1", origin="r-1", reports=("r-1", "r-2"), reason="")
    figures = (
        state("c-1", 41, 41, by="the wire"),
        state("c-2", 41, 41, by="a paper", report="r-2"),
        state("c-3", 41, 41, by="the wire", report="r-3", stance="denied"),
        state("c-4", 14, 14),
    )
    tolls = reconcile_tolls(figures, (), Grounds(reports=PUBLISHED, copies=(copies,)))
    claims = (make_claim("c-2", report="r-2"),)
    (caution,) = find_cautions(make_incident(tolls=tolls), claims, REPORTS, ())
    assert (caution.code, caution.claims) == ("retracted in copies", ("c-2",))
    assert caution.text == "One report carries a figure that its origin took back."
    assert count_reports(2) == "2 reports carry"


def test_somebody_injured_who_died_later_is_told() -> None:
    died = structs.replace(
        make_claim("c-1", counts=(make_count(1, 1, text="Dario Vens"),)),
        quote="Dario Vens died of his wounds on Friday",
    )
    late = make_claim(
        "c-2",
        act=make_act("death", targets=("a girl",)),
        counts=(make_count(1, 1, text="a girl"),),
        time=make_time("2019-05-17"),
    )
    at_once = make_claim("c-3", act=make_act("death"), counts=(make_count(9, 9),), time=TUESDAY)
    (caution,) = find_cautions(make_incident(), (died, late, at_once), REPORTS, ())
    assert (caution.code, caution.claims) == ("injured who died", ("c-1", "c-2"))
