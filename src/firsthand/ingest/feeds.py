"""Feeds: one report for each entry of an RSS or Atom feed."""

import io
import json

import feedparser

from firsthand.errors import UnreadableReport
from firsthand.ingest.documents import Draft
from firsthand.ingest.encodings import clean_text
from firsthand.ingest.fragments import read_fragment


def read_feed(content: bytes) -> tuple[Draft | UnreadableReport, ...]:
    """Read a feed; raises UnreadableReport for XML that is none."""
    # As a stream: bytes or a string would be taken for an address or a file's name.
    feed = feedparser.parse(io.BytesIO(content), sanitize_html=False, resolve_relative_uris=False)
    if not feed.get("version") or not feed.entries:
        raise UnreadableReport(
            "no_feed", "The file is no feed with entries.", "Give RSS or Atom, or its pages."
        )
    publisher = _clean(feed.feed.get("title"))
    return tuple(_make_draft(entry, publisher) for entry in feed.entries)


def _make_draft(
    entry: feedparser.FeedParserDict, publisher: str | None
) -> Draft | UnreadableReport:
    whole = [item.get("value", "") for item in entry.get("content", ())]
    words = read_fragment("\n".join(whole) or entry.get("summary", ""))
    title = _clean(read_fragment(entry.get("title", "")))
    if not words and not title:
        return UnreadableReport("empty", "The entry has no words.", "Read the page it leads to.")
    kept = {
        key: entry.get(key) for key in ("id", "title", "link", "author", "published", "summary")
    }
    content = json.dumps([kept, whole], ensure_ascii=False, sort_keys=True)
    return Draft(
        content=content.encode("utf-8", "surrogatepass"),
        text=words or title or "",
        title=title,
        author=_clean(entry.get("author")),
        publisher=publisher,
        published=_clean(entry.get("published")),
        basis="metadata",
        uri=_clean(entry.get("link")),
        extractor=f"feedparser {feedparser.__version__}",
        notes=() if whole else ("Only the feed's summary was read, not the page it leads to.",),
    )


def _clean(value: str | None) -> str | None:
    return " ".join(clean_text(value).split()) or None if value else None
