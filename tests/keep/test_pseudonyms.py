"""Nobody outside can guess from an id what is behind it."""

from tests.values import make_claim, make_count, make_reading, make_report

from firsthand.keep.cases import Case
from firsthand.keep.pseudonyms import key_document, key_reading, load_secret
from firsthand.model.ids import make_claim_id, make_id
from firsthand.model.readings import Reading
from firsthand.model.reports import Document

REPORT, CLAIM, COUNT = make_id("r", 1), make_id("c", 2), make_id("n", 4)


def make_found() -> Reading:
    claim = make_claim(CLAIM, report=REPORT, counts=(make_count(9, 9, name=COUNT),))
    return make_reading(make_report(REPORT), claim)


def test_every_case_has_a_secret_of_its_own(case: Case) -> None:
    with case.engine.connect() as connection:
        assert len(load_secret(connection)) == 32


def test_a_report_is_named_anew_with_the_file_of_its_text() -> None:
    document = Document(report=make_report(REPORT), text="")
    keyed = key_document(document, b"secret").report
    assert keyed.id != REPORT
    assert keyed.id[:2] == "r-"
    assert keyed.text_file == f"texts/{keyed.id}.txt"
    assert key_document(document, b"other").report.id != keyed.id
    assert key_document(document, b"") == document


def test_what_was_found_is_named_anew_and_its_report_stays() -> None:
    reading = key_reading(make_found(), b"secret")
    (claim,) = reading.claims
    assert (claim.report, reading.report.id) == (REPORT, REPORT)
    assert claim.id not in (CLAIM, make_claim_id(REPORT, claim.parts, claim.kind))
    assert claim.casualties[0].id != COUNT
    assert claim.quote == make_found().claims[0].quote


def test_ids_that_belong_together_still_do() -> None:
    once, again = key_reading(make_found(), b"secret"), key_reading(make_found(), b"secret")
    assert once == again
    assert key_reading(make_found(), b"") == make_found()
