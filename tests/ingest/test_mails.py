"""A mail gives its words and attachments, each a report."""

from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest
from tests.ingest.files import WORDS, make_docx, make_mail, make_picture

from firsthand.errors import UnreadableReport
from firsthand.ingest.documents import Draft
from firsthand.ingest.formats import read_content
from firsthand.ingest.mails import read_eml, read_mbox


def test_headers_say_title_author_and_date() -> None:
    (draft,) = read_eml(make_mail(), read_content)
    assert isinstance(draft, Draft)
    assert draft.text.strip() == WORDS
    assert (draft.title, draft.published) == (
        "Shelling in Belmuro",
        "Tue, 14 May 2019 18:00:00 +0200",
    )
    assert draft.author is not None
    assert "writer@tavarra.example" in draft.author


def test_attachments_are_reports_of_their_own_and_a_broken_one_is_refused() -> None:
    mail = make_mail(attachments={"statement.docx": make_docx(["We deny it."]), "b.pdf": b"no"})
    body, statement, broken = read_eml(mail, read_content)
    assert isinstance(statement, Draft)
    assert (statement.member, statement.text) == ("statement.docx", "We deny it.")
    assert isinstance(broken, UnreadableReport)
    assert broken.member == "b.pdf"
    assert isinstance(body, Draft)


def test_the_mails_of_a_mailbox_are_read_one_by_one() -> None:
    line = b"From writer@tavarra.example Tue May 14 18:00:00 2019\n"
    content = line + make_mail("Nine died.") + b"\n" + line + make_mail("Ten died.")
    drafts = read_mbox(content, read_content)
    assert [(draft.member, draft.text.strip()) for draft in drafts if isinstance(draft, Draft)] == [
        ("mail 1", "Nine died."),
        ("mail 2", "Ten died."),
    ]


def test_what_is_no_mailbox_is_refused() -> None:
    with pytest.raises(UnreadableReport):
        read_mbox(b"no mail", read_content)


def test_a_mail_of_html_is_read_as_text() -> None:
    content = b"Content-Type: text/html\n\n<p>Nine <b>died</b>.</p><script>x()</script>"
    (draft,) = read_eml(content, read_content)
    assert isinstance(draft, Draft)
    assert draft.text == "Nine died."


def test_an_attached_picture_is_a_report_and_the_logo_of_a_mail_is_none() -> None:
    mail = message_from_bytes(make_mail(), policy=default)
    assert isinstance(mail, EmailMessage)
    for name, disposition in (("market.jpg", "attachment"), ("logo.jpg", "inline")):
        mail.add_attachment(
            make_picture(),
            maintype="image",
            subtype="jpeg",
            filename=name,
            disposition=disposition,
        )
    _, picture = read_eml(mail.as_bytes(), read_content)
    assert isinstance(picture, Draft)
    assert (picture.member, picture.medium) == ("market.jpg", "picture")
