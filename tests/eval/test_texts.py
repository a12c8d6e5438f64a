from eval.packs import Record
from eval.texts import find_broken_quotes, join_title, make_text_document, read_report, read_text
from msgspec import structs

TEXT = "Three dockers were killed in Port Selm on 4 May 2031, the harbour office said."


def test_offsets_are_those_of_the_text_as_it_is() -> None:
    reading = read_text(TEXT, "2031-05-05")
    assert reading.claims
    assert reading.report.length == len(TEXT)
    assert find_broken_quotes(TEXT, reading) == ()


def test_a_quote_that_is_not_its_text_is_found() -> None:
    reading = read_text(TEXT, "2031-05-05")
    broken = structs.replace(reading.claims[0], quote="Four dockers")
    assert find_broken_quotes(TEXT, structs.replace(reading, claims=(broken,))) == (broken.id,)


def test_parts_outside_the_text_are_found() -> None:
    reading = read_text(TEXT, "2031-05-05")
    assert len(find_broken_quotes(TEXT[:10], reading)) == len(reading.claims)


def test_a_title_becomes_the_first_line_unless_it_is_there_already() -> None:
    report = Record(id="a", title="Deaths in Port Selm", text=TEXT)
    assert join_title(report) == f"Deaths in Port Selm\n\n{TEXT}"
    assert join_title(structs.replace(report, title="Three dockers were  killed")) == TEXT


def test_a_report_without_words_is_not_read() -> None:
    assert read_report(Record(id="a", title="Deaths in Port Selm", text=" \n")) is None


def test_copies_of_one_text_are_reports_of_their_own() -> None:
    one = make_text_document(TEXT, None, None, "a")
    other = make_text_document(TEXT, None, None, "b")
    assert one.report.id != other.report.id
    assert one.report.text_sha256 == other.report.text_sha256
