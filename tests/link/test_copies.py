"""Copies share most of the shorter text's runs of words; their origin is named with its reason."""

from msgspec import structs
from tests.values import make_report

from firsthand.link.copies import find_copies
from firsthand.model.reports import Credit, Document

WIRE = (
    "At least nine people were killed and dozens were wounded on Tuesday when shells struck the "
    "fish market in the port town of Belmuro, two residents said by telephone on Tuesday evening."
)
OTHER = (
    "Ministers of the coastal nations will meet in Oster next week to speak about the price of "
    "salt, the fishing season and the state of the lighthouse at the northern cape."
)


def make_document(
    name: str, text: str, *, publisher: str, published: str | None = None, credit: str = ""
) -> Document:
    report = make_report(name, publisher=publisher, published=published)
    credits = (Credit(name=credit, start=0, end=1),) if credit else ()
    return Document(report=structs.replace(report, credits=credits), text=text)


def test_reports_that_share_most_words_are_copies() -> None:
    (group,) = find_copies(
        [
            make_document("r-1", WIRE, publisher="Tavarra Wire"),
            make_document("r-2", "A lead of our own. " + WIRE, publisher="The Courier"),
            make_document("r-3", OTHER, publisher="The Lantern"),
        ]
    )
    assert group.reports == ("r-1", "r-2")
    assert group.origin is None
    assert [passage[0] for passage in group.passages] == ["r-1", "r-2"]


def test_the_credited_publisher_is_the_origin() -> None:
    (group,) = find_copies(
        [
            make_document("r-1", WIRE, publisher="The Courier", credit="Tavarra Wire"),
            make_document("r-2", WIRE, publisher="Tavarra Wire", credit="Tavarra Wire"),
        ]
    )
    assert group.origin == "r-2"
    assert "credited" in group.reason


def test_a_credit_may_be_the_initials_of_the_origin() -> None:
    (group,) = find_copies(
        [
            make_document("r-1", WIRE, publisher="The Courier", credit="TPA"),
            make_document("r-2", WIRE, publisher="Tavarra Press Agency"),
        ]
    )
    assert group.origin == "r-2"


def test_the_earliest_is_the_origin_where_nobody_is_credited() -> None:
    (group,) = find_copies(
        [
            make_document("r-1", WIRE, publisher="The Courier", published="2019-05-15"),
            make_document("r-2", WIRE, publisher="Tavarra Wire", published="2019-05-14"),
        ]
    )
    assert group.origin == "r-2"


def test_reports_without_common_words_are_no_copies() -> None:
    documents = [
        make_document("r-1", WIRE, publisher="A"),
        make_document("r-2", OTHER, publisher="B"),
    ]
    assert find_copies(documents) == ()


def test_what_one_publisher_has_on_every_page_makes_no_copies() -> None:
    furniture = "Sign up for our newsletter to get the news of the coast every day at noon. " * 2
    own = ("salt", "rope", "lamp", "tide", "mast", "gull")
    texts = [furniture + " ".join(f"{word}{n}" for n in range(12)) for word in own]
    documents = [
        make_document(f"r-{n}", text, publisher="The Courier") for n, text in enumerate(texts)
    ]
    assert find_copies(documents) == ()


def tell(seed: str, first: int, last: int) -> str:
    return " ".join(f"{seed}{number}" for number in range(first, last))


def test_the_text_that_others_are_cut_from_is_the_origin() -> None:
    whole = tell("w", 0, 120)
    cuts = (tell("w", 0, 60), tell("w", 40, 110))
    (group,) = find_copies(
        [
            make_document("r-1", cuts[0], publisher="The Courier"),
            make_document("r-2", whole, publisher="Tavarra Wire"),
            make_document("r-3", cuts[1], publisher="The Lantern"),
        ]
    )
    assert group.origin == "r-2"
    assert "shorter cuts" in group.reason


def test_a_credit_of_somebody_absent_is_named() -> None:
    (group,) = find_copies(
        [
            make_document("r-1", WIRE, publisher="The Courier", credit="Tavarra Wire"),
            make_document("r-2", WIRE, publisher="The Lantern"),
        ]
    )
    assert group.origin is None
    assert "they credit Tavarra Wire, whose report is not among them" in group.reason


def test_an_hour_tells_who_was_first_only_beside_other_hours() -> None:
    early = make_document("r-1", WIRE, publisher="A", published="2019-05-14T08:05:00+00:00")
    late = make_document("r-2", WIRE, publisher="B", published="2019-05-14T11:20:00+02:00")
    day = make_document("r-2", WIRE, publisher="B", published="2019-05-14")
    (group,) = find_copies([early, late])
    assert group.origin == "r-1"
    (group,) = find_copies([early, day])
    assert group.origin is None


def test_a_text_with_its_lead_and_order_changed_is_a_copy() -> None:
    moved = f"A lead of our own. {tell('w', 60, 120)} {tell('w', 8, 60)}"
    (group,) = find_copies(
        [
            make_document("r-1", tell("w", 0, 120), publisher="A"),
            make_document("r-2", moved, publisher="B"),
        ]
    )
    assert group.reports == ("r-1", "r-2")
    assert {name for name, _, _ in group.passages} == {"r-1", "r-2"}


def test_two_reports_with_the_same_quotation_are_no_copies() -> None:
    quote = "“We ask everybody to stay away until the engineers have left the place,” it said."
    documents = [
        make_document("r-1", f"{tell('a', 0, 60)} {quote}", publisher="A"),
        make_document("r-2", f"{tell('b', 0, 60)} {quote}", publisher="B"),
    ]
    assert find_copies(documents) == ()
