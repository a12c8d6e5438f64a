"""Files of many formats, made for tests; everything in them is invented."""

import hashlib
import io
import json
import zipfile
from collections.abc import Mapping
from email.message import EmailMessage

import docx
import openpyxl
from PIL import Image
from reportlab.pdfgen import canvas

WORDS = "At least nine people were killed when shells struck the market in Belmuro on Tuesday."
PAGE = (
    "<html><head><title>Nine dead</title></head><body><article><h1>Nine dead</h1><p>"
    f"{WORDS} Residents and a hospital official said so to the wire.</p></article></body></html>"
)


def make_picture(*, exif: bool = True) -> bytes:
    """Make a picture, with what a camera writes into it or without."""
    told = Image.Exif()
    if exif:
        told[0x010F] = "Coastcam"
        told.get_ifd(0x8769)[0x9003] = "2019:05:14 09:10:11"
        told.get_ifd(0x8825).update({1: "N", 2: (41.0, 12.0, 3.0)})
    file = io.BytesIO()
    Image.new("RGB", (20, 10)).save(file, "JPEG", exif=told)
    return file.getvalue()


def make_pdf(pages: list[list[str]], *, covered: str | None = None) -> bytes:
    """Make a PDF of lines; `covered` words of the last line get a black box."""
    file = io.BytesIO()
    sheet = canvas.Canvas(file, invariant=True)
    for lines in pages:
        for number, line in enumerate(lines):
            sheet.drawString(72, 720 - 14 * number, line)
        if covered is not None:
            before, _, _ = lines[-1].partition(covered)
            left = 72 + sheet.stringWidth(before)
            sheet.rect(left, 717 - 14 * (len(lines) - 1), sheet.stringWidth(covered), 12, fill=1)
        sheet.showPage()
    sheet.save()
    return file.getvalue()


def make_docx(paragraphs: list[str]) -> bytes:
    """Make a Word file of paragraphs."""
    file = docx.Document()
    for paragraph in paragraphs:
        file.add_paragraph(paragraph)
    held = io.BytesIO()
    file.save(held)
    return held.getvalue()


def make_xlsx(rows: list[list[str]], *, hide: int | None = None) -> bytes:
    """Make a workbook of rows; `hide` is the number of a row to hide."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in rows:
        sheet.append(row)
    if hide is not None:
        sheet.row_dimensions[hide].hidden = True
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def make_zip(members: Mapping[str, bytes]) -> bytes:
    """Make an archive of files."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return held.getvalue()


def make_mail(words: str = WORDS, attachments: Mapping[str, bytes] | None = None) -> bytes:
    """Make a mail with attachments."""
    mail = EmailMessage()
    mail["Subject"] = "Shelling in Belmuro"
    mail["From"] = "A. Writer <writer@tavarra.example>"
    mail["Date"] = "Tue, 14 May 2019 18:00:00 +0200"
    mail.set_content(words)
    for name, content in (attachments or {}).items():
        mail.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return mail.as_bytes()


def make_warc(pages: Mapping[str, bytes], *, digest: str | None = None) -> bytes:
    """Make a web archive of HTML pages by address, with their block digests or the one given."""
    records = b""
    for address, page in pages.items():
        block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page
        own = "sha256:" + hashlib.sha256(block).hexdigest()
        head = (
            "WARC/1.0\r\nWARC-Type: response\r\nWARC-Date: 2019-05-15T10:00:00Z\r\n"
            f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{len(records):012d}>\r\n"
            f"WARC-Target-URI: {address}\r\nWARC-Block-Digest: {digest or own}\r\n"
            "Content-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(block)}\r\n\r\n"
        )
        records += head.encode() + block + b"\r\n\r\n"
    return records


def make_wacz(pages: Mapping[str, bytes], *, listed: str | None = None) -> bytes:
    """Make a WACZ of pages; `listed` is the digest its list states instead of the true one."""
    warc = make_warc(pages)
    digest = listed or hashlib.sha256(warc).hexdigest()
    resources = [{"path": "archive/data.warc", "hash": f"sha256:{digest}"}]
    return make_zip(
        {
            "datapackage.json": json.dumps({"resources": resources}).encode(),
            "archive/data.warc": warc,
        }
    )


def make_feed(*, whole: bool = True) -> bytes:
    """Make a feed of one entry, with its whole text or only a summary."""
    content = f"<content:encoded><![CDATA[<p>{WORDS}</p>]]></content:encoded>" if whole else ""
    return (
        '<?xml version="1.0"?><rss version="2.0" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
        "<title>Coast Radio</title><item><title>Nine dead</title>"
        "<link>https://coast.example/1</link><pubDate>Tue, 14 May 2019 18:00:00 GMT</pubDate>"
        f"<description>Nine dead in Belmuro.</description>{content}</item></channel></rss>"
    ).encode()
