"""Posts: saved social media in JSON, as exports and interfaces of common services write them."""

import json
from collections.abc import Iterator
from typing import Any

from firsthand.errors import UnreadableReport
from firsthand.ingest.documents import Draft
from firsthand.ingest.encodings import clean_text, decode_bytes
from firsthand.ingest.fragments import read_fragment

# A JSON object as it comes; everything taken out of it is checked to be a string.
Item = dict[str, Any]


def read_posts(content: bytes) -> tuple[Draft | UnreadableReport, ...]:
    """Read a Telegram export, posts of X or Mastodon, or any list of objects with a text.

    Raises UnreadableReport for JSON that holds no posts.
    """
    text, note = decode_bytes(content)
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UnreadableReport(
            "damaged", "The file is no JSON.", "Save it again; one object a line is .jsonl."
        ) from error
    notes = () if note is None else (note,)
    drafts = tuple(draft for post in _list_posts(data) for draft in _make_draft(post, notes))
    if not drafts:
        raise UnreadableReport(
            "no_posts", "No posts with words were found in it.", "Save their text as .txt or .csv."
        )
    return drafts


def _list_posts(data: object) -> Iterator[tuple[Item, str | None]]:
    """List the posts with the name of the channel they stand in, if the file says it."""
    if isinstance(data, list):
        yield from ((item, None) for item in data if isinstance(item, dict))
    elif isinstance(data, dict):
        held = next(
            (data[key] for key in ("messages", "data", "statuses", "posts") if key in data), data
        )
        items = held if isinstance(held, list) else [held]
        users = _name_users(data.get("includes"))
        for item in items:
            if isinstance(item, dict):
                named = {"author": users.get(str(item.get("author_id")))} if users else {}
                yield {**item, **named}, _take(data, "name")


def _name_users(includes: object) -> dict[str, str]:
    users = includes.get("users") if isinstance(includes, dict) else None
    return {
        str(user.get("id")): str(user.get("username") or user.get("name"))
        for user in users or ()
        if isinstance(user, dict)
    }


def _make_draft(post: tuple[Item, str | None], notes: tuple[str, ...]) -> Iterator[Draft]:
    item, channel = post
    words = _read_words(item)
    if not words:
        return
    account = item.get("account") if isinstance(item.get("account"), dict) else {}
    # The same key in every account: a post is named after its own words and date.
    content = json.dumps(item, ensure_ascii=False, sort_keys=True)
    yield Draft(
        content=content.encode("utf-8", "surrogatepass"),
        text=words,
        author=_take(item, "from", "author", "username")
        or _take(account or {}, "acct", "username"),
        publisher=channel,
        published=_take(item, "date", "created_at", "published", "timestamp"),
        basis="metadata",
        uri=_take(item, "url", "link"),
        extractor="posts in JSON",
        notes=notes,
    )


def _read_words(item: Item) -> str:
    """Read the words of a post: plain, as HTML, or in pieces as Telegram stores links."""
    if isinstance(item.get("content"), str):
        return read_fragment(item["content"])
    words = item.get("text") or item.get("full_text") or item.get("message")
    if isinstance(words, list):
        pieces = [piece.get("text", "") if isinstance(piece, dict) else piece for piece in words]
        words = "".join(piece for piece in pieces if isinstance(piece, str))
    return clean_text(words).strip() if isinstance(words, str) else ""


def _take(item: Item, *keys: str) -> str | None:
    for key in keys:
        value = item.get(key)
        if isinstance(value, str) and value.strip():
            return " ".join(clean_text(value).split())
    return None
