"""Web pages: the article's text, and only what the page says explicitly of itself."""

import json
from collections.abc import Iterator

import trafilatura
from lxml import etree, html

from firsthand.errors import UnreadableReport
from firsthand.ingest.documents import Draft
from firsthand.ingest.encodings import clean_text

# Where pages state a thing of themselves, the most explicit first. Visible text, copyright lines
# and addresses are not among them: dates guessed from those are wrong too often.
TITLE = ("//meta[@property='og:title']/@content", "//article//h1", "//h1", "//title")
AUTHOR = ("//meta[@name='author']/@content", "//meta[@property='article:author']/@content")
PUBLISHER = ("//meta[@property='og:site_name']/@content", "//meta[@name='publisher']/@content")
PUBLISHED = (
    "//meta[@property='article:published_time']/@content",
    "//meta[@name='date' or @name='pubdate' or @name='publish-date']/@content",
    "//meta[@name='DC.date' or @name='dc.date' or @name='DC.date.issued']/@content",
    "//meta[@itemprop='datePublished']/@content",
    "//time[@itemprop='datePublished' or @pubdate]/@datetime",
)
ADDRESS = ("//link[@rel='canonical']/@href", "//meta[@property='og:url']/@content")


# A line of an article has at least this many words; entries of a menu have fewer.
SHORTEST_PROSE = 6


def read_html(content: bytes) -> tuple[Draft, ...]:
    """Read the article of a page; raises UnreadableReport when there is none."""
    tree = _parse(content)
    text = trafilatura.extract(content, include_comments=False, include_tables=True)
    if tree is None or text is None or not _has_prose(text):
        raise UnreadableReport(
            "no_article", "No article was found in the page.", "Save its text as .txt."
        )
    linked = _read_linked_data(tree)
    draft = Draft(
        content=content,
        text=clean_text(text),
        title=_find(tree, TITLE),
        author=_find(tree, AUTHOR) or linked.get("author"),
        publisher=_find(tree, PUBLISHER) or linked.get("publisher"),
        published=_find(tree, PUBLISHED) or linked.get("datePublished"),
        basis="metadata",
        uri=_find(tree, ADDRESS),
        extractor=f"trafilatura {trafilatura.__version__}",
    )
    return (draft,)


def _has_prose(text: str) -> bool:
    """Tell an article from what is left of a page without one: menus have short lines only."""
    return any(len(line.split()) >= SHORTEST_PROSE for line in text.splitlines())


def _parse(content: bytes) -> html.HtmlElement | None:
    try:
        return trafilatura.load_html(content)
    except (etree.LxmlError, ValueError):
        return None


def _find(tree: html.HtmlElement, paths: tuple[str, ...]) -> str | None:
    """Return the first non-empty value at one of the paths."""
    for path in paths:
        for found in tree.xpath(path):
            value = found if isinstance(found, str) else found.text_content()
            words = " ".join(clean_text(str(value)).split())
            if words:
                return words
    return None


def _read_linked_data(tree: html.HtmlElement) -> dict[str, str]:
    """Read publication date, author and publisher from JSON-LD, the first that states them."""
    stated: dict[str, str] = {}
    for item in _walk_linked_data(tree):
        for key in ("datePublished", "author", "publisher"):
            value = item.get(key)
            if isinstance(value, list) and value:
                value = value[0]
            if isinstance(value, dict):
                value = value.get("name")
            if isinstance(value, str) and value.strip():
                stated.setdefault(key, " ".join(clean_text(value).split()))
    return stated


def _walk_linked_data(tree: html.HtmlElement) -> Iterator[dict[str, object]]:
    for script in tree.xpath("//script[@type='application/ld+json']"):
        try:
            data = json.loads(script.text_content())
        except ValueError:
            continue
        queue: list[object] = [data]
        while queue:
            item = queue.pop(0)
            if isinstance(item, list):
                queue.extend(item)
            if isinstance(item, dict):
                yield item
                queue.append(item.get("@graph"))
