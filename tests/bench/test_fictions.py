"""Readings made from others keep their grammar, and are the same at every run."""

from bench.fictions import make_readings
from tests.values import make_act, make_claim, make_place, make_reading, make_report, make_time

BASE = (
    make_reading(
        make_report(),
        make_claim(
            "c-1", act=make_act(), time=make_time("2019-05-14"), place=make_place("Belmuro")
        ),
        places=(make_place("Belmuro"),),
    ),
)


def test_as_many_readings_are_made_as_asked_for_each_with_its_own_ids() -> None:
    made = make_readings(BASE, 7)
    assert len({reading.report.id for reading in made}) == 7
    assert len({reading.claims[0].id for reading in made}) == 7
    assert all(claim.report == item.report.id for item in made for claim in item.claims)


def test_they_are_the_same_at_every_run() -> None:
    assert make_readings(BASE, 5) == make_readings(BASE, 5)


def test_days_and_places_are_others_and_keep_their_order() -> None:
    (reading,) = make_readings(BASE, 1)
    time, published = reading.claims[0].time, reading.report.published
    assert time is not None
    assert time.start is not None
    assert published is not None
    assert time.start < published
    assert reading.claims[0].place == reading.places[0]
