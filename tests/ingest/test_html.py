"""Pages give their article, and only what they state explicitly of themselves."""

import pytest

from firsthand.errors import UnreadableReport
from firsthand.ingest.html import read_html

ARTICLE = (
    "<article><h1>Nine dead</h1><p>At least nine people were killed when shells struck the "
    "market in the port town, residents and a hospital official said on Tuesday.</p></article>"
)


def make_page(head: str, body: str = ARTICLE) -> bytes:
    return f"<html><head>{head}</head><body>{body}</body></html>".encode()


def test_explicit_metadata_is_taken() -> None:
    (draft,) = read_html(
        make_page(
            '<meta property="og:site_name" content="Coast Radio">'
            '<meta property="article:published_time" content="2019-05-14">'
            '<meta name="author" content="A. Writer">'
            '<link rel="canonical" href="https://coast.example/1">'
        )
    )
    assert (draft.publisher, draft.published, draft.author, draft.uri) == (
        "Coast Radio",
        "2019-05-14",
        "A. Writer",
        "https://coast.example/1",
    )
    assert "nine people were killed" in draft.text


def test_linked_data_is_explicit_metadata() -> None:
    (draft,) = read_html(
        make_page(
            '<script type="application/ld+json">{"@graph": [{"datePublished": "2019-05-14", '
            '"author": [{"name": "A. Writer"}], "publisher": {"name": "Coast Radio"}}]}</script>'
        )
    )
    assert (draft.publisher, draft.published, draft.author) == (
        "Coast Radio",
        "2019-05-14",
        "A. Writer",
    )


def test_a_copyright_line_is_no_date() -> None:
    (draft,) = read_html(make_page("", ARTICLE + "<footer>Copyright 2015</footer>"))
    assert (draft.published, draft.publisher, draft.author) == (None, None, None)


@pytest.mark.parametrize("content", [b"<html><body></body></html>", b"<html></html>", b"<"])
def test_a_page_without_an_article_is_refused(content: bytes) -> None:
    with pytest.raises(UnreadableReport) as caught:
        read_html(content)
    assert caught.value.code == "no_article"


def test_a_page_with_a_menu_but_no_article_is_refused() -> None:
    page = b"<html><body><nav><a href='/'>Home</a></nav><p>Read more</p></body></html>"
    with pytest.raises(UnreadableReport, match="No article"):
        read_html(page)
