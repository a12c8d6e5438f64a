"""Mails: their words, what their headers say, and each attachment as a report of its own."""

import email
import re
from collections.abc import Iterator
from email import policy
from email.errors import MessageError
from email.message import EmailMessage

from firsthand.errors import UnreadableReport
from firsthand.ingest.archives import ReadMember, name_member
from firsthand.ingest.documents import Draft
from firsthand.ingest.encodings import clean_text
from firsthand.ingest.fragments import read_fragment

# The line that parts the mails of a mailbox (RFC 4155), with its year at the end.
_FROM_LINE = re.compile(rb"^From .*\d{4}.*\r?\n", re.MULTILINE)
# Parts of these kinds belong to how a mail looks, unless they were attached to it.
_LOOKS = frozenset({"image", "audio", "video"})


def read_eml(content: bytes, read_member: ReadMember) -> tuple[Draft | UnreadableReport, ...]:
    """Read one mail; its attachments follow it, each read or refused."""
    try:
        mail = email.message_from_bytes(content, policy=policy.default)
        return (_read_body(mail, content), *_read_attachments(mail, read_member))
    except (MessageError, LookupError, ValueError, TypeError, AttributeError) as error:
        raise UnreadableReport(
            "damaged", "The mail is damaged.", "Save it again, or save its text as .txt."
        ) from error


def read_mbox(content: bytes, read_member: ReadMember) -> tuple[Draft | UnreadableReport, ...]:
    """Read every mail of a mailbox."""
    starts = list(_FROM_LINE.finditer(content))
    if not starts or starts[0].start():
        raise UnreadableReport("damaged", "The mailbox has no mails.", "Save them as .eml.")
    ends = [*(match.start() for match in starts[1:]), len(content)]
    results: list[Draft | UnreadableReport] = []
    for number, (match, end) in enumerate(zip(starts, ends, strict=True), start=1):
        try:
            found = read_eml(content[match.end() : end], read_member)
        except UnreadableReport as refusal:
            found = (refusal,)
        results += [name_member(result, f"mail {number}") for result in found]
    return tuple(results)


def _read_body(mail: EmailMessage, content: bytes) -> Draft | UnreadableReport:
    part = mail.get_body(preferencelist=("plain", "html"))
    if part is None:
        return UnreadableReport("empty", "The mail has no words.", "Read its attachments.")
    words = part.get_content()
    plain = words if isinstance(words, str) else words.decode("utf-8", "replace")
    is_html = part.get_content_subtype() == "html"
    return Draft(
        content=content,
        text=read_fragment(plain) if is_html else clean_text(plain),
        title=_read_header(mail, "Subject"),
        author=_read_header(mail, "From"),
        published=_read_header(mail, "Date"),
        basis="header",
        extractor="mail",
        notes=("It is a mail: its date is when it was sent.",),
    )


def _read_header(mail: EmailMessage, name: str) -> str | None:
    value = mail.get(name)
    words = " ".join(clean_text(str(value)).split()) if value is not None else ""
    return words or None


def _read_attachments(
    mail: EmailMessage, read_member: ReadMember
) -> Iterator[Draft | UnreadableReport]:
    for number, part in enumerate(mail.iter_attachments(), start=1):
        if _is_decoration(part):
            continue
        name = clean_text(part.get_filename() or f"attachment {number}")
        if part.get_content_type() == "message/rfc822":
            payload = part.get_payload(0)
            name, inner = f"{name}.eml", payload.as_bytes()  # type: ignore[union-attr]
        else:
            inner = part.get_payload(decode=True) or b""
        try:
            found = read_member(name, bytes(inner))
        except UnreadableReport as refusal:
            found = (refusal,)
        yield from (name_member(result, name) for result in found)


def _is_decoration(part: EmailMessage) -> bool:
    """Tell whether a part is a font, or a logo that the words of the mail show."""
    kind = part.get_content_maintype()
    return kind == "font" or (kind in _LOOKS and part.get_content_disposition() != "attachment")
