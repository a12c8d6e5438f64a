"""Reports of a case are read with its sites; what cannot be read gives no claims."""

import datetime
from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import select
from tests.keep.conftest import TEXT, WHEN
from tests.values import make_report

from firsthand.keep.cases import Case, change
from firsthand.keep.readings import Fresh, read_kept, save_fresh
from firsthand.keep.sites import keep_sites
from firsthand.model.ids import make_id
from firsthand.model.readings import Reading
from firsthand.model.reports import UNREAD, Caution, Document
from firsthand.settings import Settings, make_settings
from firsthand.store.schema import READINGS

NAME = make_id("r", 1)


def read(case: Case, documents: Sequence[Document]) -> list[Fresh]:
    settings = Settings(cache=make_settings().cache, today=datetime.date(2019, 6, 1))
    return list(read_kept(case, documents, settings, lambda _stage, _done, _all: None))


def make_document(text: str = TEXT, language: str = "en") -> Document:
    report = make_report(NAME)
    fields = {name: getattr(report, name) for name in report.__struct_fields__}
    fields |= {"language": language, "cautions": (Caution(code=UNREAD, text="Not read."),)}
    return Document(report=type(report)(**fields), text=text)


def test_a_text_in_another_language_and_a_picture_give_no_claims(case: Case) -> None:
    for document in (make_document("Neuf morts.", "fr"), make_document("", "en")):
        (fresh,) = read(case, [document])
        assert isinstance(fresh.result, Reading)
        assert (fresh.result.claims, fresh.software) == ((), None)
        assert fresh.result.report.cautions == document.report.cautions


def test_a_text_is_read_with_the_sites_of_the_case(case: Case, tmp_path: Path) -> None:
    table = tmp_path / "sites.csv"
    table.write_text("name,names,latitude,longitude,country,kind\nBelmuro,,12.5,22.5,,town\n")
    keep_sites(case, [table], WHEN)
    (fresh,) = read(case, [make_document()])
    assert isinstance(fresh.result, Reading)
    assert {claim.report for claim in fresh.result.claims} == {NAME}
    assert [place.site for place in fresh.result.places] == ["Belmuro"]
    assert fresh.result.report.cautions == ()
    assert read(case, [make_document()]) == [fresh]


def test_a_reading_is_saved_with_the_versions_that_made_it(case: Case) -> None:
    (fresh,) = read(case, [make_document()])
    assert isinstance(fresh.result, Reading)
    with change(case) as connection:
        save_fresh(connection, fresh, fresh.result, WHEN)
        query = select(READINGS.c.software).where(READINGS.c.report == NAME)
        assert "firsthand" in connection.execute(query).scalar_one()
