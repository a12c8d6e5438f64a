"""Plain texts say of themselves what their header lines say, and nothing else."""

from firsthand.ingest.plain import read_plain, split_headers


def test_header_lines_before_a_blank_line_are_headers() -> None:
    headers, body = split_headers("Title: Nine killed\nURL: https://a.example/1\n\nShells fell.")
    assert headers == {"title": "Nine killed", "url": "https://a.example/1"}
    assert body == "Shells fell."


def test_a_first_line_that_is_no_header_makes_all_of_it_text() -> None:
    text = "Shells fell.\nTitle: no header\n\nMore."
    assert split_headers(text) == ({}, text)


def test_header_lines_without_a_blank_line_are_text() -> None:
    text = "Title: Nine killed\nShells fell."
    assert split_headers(text) == ({}, text)


def test_an_empty_header_stays_unknown() -> None:
    (draft,) = read_plain(b"Title:\nPublisher: Tavarra Wire\n\nShells fell.")
    assert (draft.title, draft.publisher, draft.published) == (None, "Tavarra Wire", None)
