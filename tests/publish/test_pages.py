"""Links lead from every page to the words of every claim."""

from msgspec import structs
from tests.publish.samples import ACCOUNT, CLAIM, REPORT, TEXTS

from firsthand.publish.pages import (
    LONGEST_INLINE,
    is_split,
    link_index,
    link_text,
    name_card,
)

LONG = {REPORT.id: "a" * (LONGEST_INLINE + 1)}


def test_a_short_account_is_one_page() -> None:
    links = link_index(ACCOUNT, TEXTS)
    assert not is_split(TEXTS)
    assert links.to_words(CLAIM.id) == f"#{CLAIM.id}"
    assert links.to_card(CLAIM.id) == f"#{name_card(CLAIM.id)}"


def test_a_long_account_has_a_page_for_each_report() -> None:
    links = link_index(ACCOUNT, LONG)
    assert is_split(LONG)
    assert links.to_words(CLAIM.id) == f"texts/{REPORT.id}.html#{CLAIM.id}"
    assert links.to_report(REPORT.id) == f"texts/{REPORT.id}.html#{REPORT.id}"


def test_a_report_page_links_to_itself_to_its_neighbours_and_back() -> None:
    other = structs.replace(CLAIM, id="c-2", report="r-2")
    account = structs.replace(ACCOUNT, claims=(CLAIM, other))
    links = link_text(account, REPORT.id)
    assert links.to_words(CLAIM.id) == f"#{CLAIM.id}"
    assert links.to_words("c-2") == "./r-2.html#c-2"
    assert links.to_index("reports") == "../index.html#reports"


def test_claims_are_numbered_as_they_stand_in_their_report() -> None:
    start, end = CLAIM.parts[0]
    inner = structs.replace(CLAIM, id="c-2", parts=((start + 5, end),))
    links = link_index(structs.replace(ACCOUNT, claims=(inner, CLAIM)), TEXTS)
    assert links.numbers == {CLAIM.id: 1, "c-2": 2}
