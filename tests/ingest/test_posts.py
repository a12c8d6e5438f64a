"""Posts are read as common services export them."""

import json

import pytest

from firsthand.errors import UnreadableReport
from firsthand.ingest.documents import Draft
from firsthand.ingest.posts import read_posts


def read_one(data: object) -> Draft:
    (draft,) = read_posts(json.dumps(data).encode())
    assert isinstance(draft, Draft)
    return draft


def test_a_channel_with_messages_in_pieces() -> None:
    pieces = ["Nine ", {"type": "bold", "text": "dead"}, " in Belmuro"]
    message = {"type": "message", "date": "2019-05-14T10:00:00", "from": "A", "text": pieces}
    draft = read_one({"name": "Harbour News", "messages": [message, {"type": "service"}]})
    assert (draft.text, draft.author, draft.publisher, draft.published) == (
        "Nine dead in Belmuro",
        "A",
        "Harbour News",
        "2019-05-14T10:00:00",
    )


def test_posts_with_their_authors_apart() -> None:
    post = {"id": "1", "author_id": "7", "created_at": "2019-05-14", "text": "Nine dead"}
    draft = read_one({"data": [post], "includes": {"users": [{"id": "7", "username": "wire"}]}})
    assert (draft.text, draft.author) == ("Nine dead", "wire")


def test_a_post_in_html_with_its_account() -> None:
    post = {
        "content": "<p>Nine dead</p>",
        "account": {"acct": "wire"},
        "url": "https://a.example/1",
    }
    draft = read_one([post])
    assert (draft.text, draft.author, draft.uri) == ("Nine dead", "wire", "https://a.example/1")


@pytest.mark.parametrize("content", [b"[]", b"{}", b'{"data": 3}', b"[1, null]", b"{", b"[" * 9999])
def test_json_without_posts_is_refused(content: bytes) -> None:
    with pytest.raises(UnreadableReport):
        read_posts(content)
