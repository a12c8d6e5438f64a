"""A station and a bridge on one day are two incidents; their town is near both."""

from tests.values import make_place

from firsthand.link.events import Event
from firsthand.link.sites import are_at_one_site, are_at_other_sites, find_sites, measure_gap
from firsthand.model.places import Place

MARKET = make_place("Harbour Market", 41.201, -28.403, precision="site")
BRIDGE = make_place("Dyers' Bridge", 41.24, -28.403, precision="site")
TOWN = make_place("Belmuro")


def tell(place: Place | None) -> Event:
    return Event(
        report="r-1",
        published=None,
        claims=("c-1",),
        acts=(),
        counts=frozenset(),
        around=frozenset(),
        time=None,
        place=place,
        main=True,
        time_reason="by hand",
        place_reason="by hand",
    )


def test_groups_at_two_sites_are_kept_apart() -> None:
    market, bridge = find_sites(tell(MARKET)), find_sites(tell(BRIDGE))
    assert (market, bridge) == ({"Harbour Market": MARKET}, {"Dyers' Bridge": BRIDGE})
    assert are_at_other_sites(market, bridge)
    assert not are_at_other_sites(market, market)
    assert find_sites(tell(TOWN)) == find_sites(tell(None)) == {}


def test_one_site_has_one_name() -> None:
    assert are_at_one_site(tell(MARKET), tell(MARKET))
    assert not are_at_one_site(tell(MARKET), tell(BRIDGE))
    assert not are_at_one_site(tell(TOWN), tell(TOWN))
    assert not are_at_one_site(tell(None), tell(MARKET))


def test_gaps_are_in_kilometres_and_nothing_where_unknown() -> None:
    assert 0 < measure_gap(tell(TOWN), tell(MARKET)) < 1
    assert measure_gap(tell(None), tell(MARKET)) == 0.0
    assert measure_gap(tell(make_place("x", None, None)), tell(MARKET)) == 0.0
