"""Bombs: small files that would fill memory, disk or time; each is made here, none is stored."""

import base64
import gzip
import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping

from tests.ingest.files import make_docx, make_mail, make_xlsx, make_zip

# What a bomb unpacks to where it is one of size; it must be far more than a parser may hold.
LARGE = 300_000_000
PIECE = bytes(1 << 20)
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
LAUGHING = f'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY l0 "ha">{LAUGHS}]>'
QUADRATIC = f'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "{"a" * 100_000}">]>'
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
WORD = "word/document.xml"
SHEET = "xl/worksheets/sheet1.xml"


def make_bombs() -> Mapping[str, tuple[str, Callable[[], bytes]]]:
    """Return how each bomb is made, and the name of the file it comes as."""
    return {**_zips(), **_sheets(), **_feeds(), **_webs(), **_pages(), **_others()}


def swell(packed: str = "deflate") -> bytes:
    """Make an archive of one file that is nothing but zeros."""
    method = {"deflate": zipfile.ZIP_DEFLATED, "bz2": zipfile.ZIP_BZIP2, "lzma": zipfile.ZIP_LZMA}
    return _zip_zeros("a.txt", method[packed])


def overlap(count: int) -> bytes:
    """Make an archive whose entries all lead to the same packed bytes."""
    packed = zlib.compressobj(9, zlib.DEFLATED, -15)
    body = packed.compress(bytes(1_000_000)) + packed.flush()
    crc = zlib.crc32(bytes(1_000_000))
    sizes = (crc, len(body), 1_000_000)
    local = b"PK\3\4" + struct.pack("<HHHHHIIIHH", 20, 0, 8, 0, 33, *sizes, 5, 0) + b"a.txt" + body
    entry = b"PK\1\2" + struct.pack("<HHHHHHIIIHHHHHII", 20, 20, 0, 8, 0, 33, *sizes, 5, *[0] * 6)
    listed = (entry + b"a.txt") * count
    end = struct.pack("<HHHHIIH", 0, 0, count, count, len(listed), len(local), 0)
    return local + listed + b"PK\5\6" + end


def lie(size: int) -> bytes:
    """Make an archive that states another size for its file than it has."""
    content = swell()
    place = content.rindex(b"PK\1\2") + 24
    return content[:place] + struct.pack("<I", size) + content[place + 4 :]


def nest(depth: int, inner: bytes = b"words") -> bytes:
    """Make archives in archives."""
    for number in range(depth):
        inner = make_zip({f"{number}.zip" if number or inner != b"words" else "a.txt": inner})
    return inner


def replace_member(archive: bytes, name: str, content: bytes) -> bytes:
    """Put other bytes in the place of a file of an archive."""
    members = {}
    with zipfile.ZipFile(io.BytesIO(archive)) as held:
        members = {entry: held.read(entry) for entry in held.namelist()}
    return make_zip({**members, name: content})


def make_pdf_of(*objects: bytes) -> bytes:
    """Make a PDF out of objects as they are given; the first is its root."""
    body, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        body += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(objects) + 1
    head = b"xref\n0 %d\n0000000000 65535 f \n" % count
    tail = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (count, len(body))
    return body + head + table + tail


def _zips() -> dict[str, tuple[str, Callable[[], bytes]]]:
    small = make_zip({f"{n}.txt": b"" for n in range(3)})
    return {
        "zeros": ("a.zip", swell),
        "zeros in bz2": ("a.zip", lambda: swell("bz2")),
        "zeros in lzma": ("a.zip", lambda: swell("lzma")),
        "entries that overlap": ("a.zip", lambda: overlap(300)),
        "many entries that overlap": ("a.zip", lambda: overlap(9_000)),
        "a size that lies": ("a.zip", lambda: lie(10)),
        "a size that boasts": ("a.zip", lambda: lie(4_000_000_000)),
        "archives in archives": ("a.zip", lambda: nest(12)),
        "zeros in archives in archives": ("a.zip", lambda: nest(3, swell())),
        "many archives of zeros": (
            "a.zip",
            lambda: make_zip(dict.fromkeys([f"{n}.zip" for n in range(9)], swell())),
        ),
        "entries without number": (
            "a.zip",
            lambda: make_zip({f"{n}.txt": b"" for n in range(20_000)}),
        ),
        "an archive without its end": ("a.zip", lambda: small[:-10]),
        "zeros in a mail": ("a.eml", lambda: make_mail(attachments={"a.zip": swell()})),
        "zeros in a web archive": ("a.wacz", lambda: _zip_zeros("archive/a.warc")),
        "a gzip of zeros in an archive": (
            "a.zip",
            lambda: make_zip({"a.warc.gz": _gzip_zeros()}),
        ),
    }


def _sheets() -> dict[str, tuple[str, Callable[[], bytes]]]:
    docx, xlsx = make_docx(["words"]), make_xlsx([["words"]])

    def put(archive: bytes, name: str, content: str) -> Callable[[], bytes]:
        return lambda: replace_member(archive, name, content.encode())

    deep = "<a>" * 300_000
    wide = '<worksheet><dimension ref="A1:XFD1048576"/><sheetData><row r="1048576">'
    far = f'{wide}<c r="XFD1048576" t="str"><v>a</v></c></row></sheetData></worksheet>'
    return {
        "laughs in a document": ("a.docx", put(docx, WORD, f"{LAUGHING}<r>&l11;</r>")),
        "one long word often": ("a.docx", put(docx, WORD, f"{QUADRATIC}<r>{'&a;' * 9_999}</r>")),
        "a document from outside": ("a.docx", put(docx, WORD, f"{OUTSIDE}<r>&a;</r>")),
        "a deep document": ("a.docx", put(docx, WORD, deep)),
        "blanks in a document": ("a.docx", lambda: replace_member(docx, WORD, b" " * LARGE)),
        "blanks beside a document": (
            "a.docx",
            lambda: replace_member(docx, "word/comments.xml", b" " * LARGE),
        ),
        "laughs in a sheet": ("a.xlsx", put(xlsx, SHEET, f"{LAUGHING}<r>&l11;</r>")),
        "a deep sheet": ("a.xlsx", put(xlsx, SHEET, deep)),
        "blanks in a sheet": ("a.xlsx", lambda: replace_member(xlsx, SHEET, b" " * LARGE)),
        "laughs in shared words": ("a.xlsx", put(xlsx, "xl/sharedStrings.xml", LAUGHING + "<r/>")),
        "a sheet without borders": ("a.xlsx", put(xlsx, SHEET, far)),
    }


def _feeds() -> dict[str, tuple[str, Callable[[], bytes]]]:
    item = "<rss><channel><item><title>{}</title></item></channel></rss>"
    return {
        "laughs in a feed": ("a.rss", lambda: (LAUGHING + item.format("&l11;")).encode()),
        "one long word in a feed": (
            "a.atom",
            lambda: (QUADRATIC + item.format("&a;" * 9_999)).encode(),
        ),
        "a feed from outside": ("a.xml", lambda: (OUTSIDE + item.format("&a;")).encode()),
        "a deep feed": ("a.rss", lambda: b"<a>" * 300_000),
        "a deep page": ("a.html", lambda: b"<div>" * 300_000),
        "deep posts": ("a.json", lambda: b"[" * 1_000_000),
        "a number without end": ("a.json", lambda: b"[" + b"9" * 3_000_000 + b"]"),
        "deep lines": ("a.jsonl", lambda: b"[" * 1_000_000),
    }


def _webs() -> dict[str, tuple[str, Callable[[], bytes]]]:
    def record(body: bytes, length: int, headers: bytes = b"") -> bytes:
        web = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n%b\r\n" % headers + body
        return (
            (
                b"WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
                b"WARC-Date: 2019-06-01T10:00:00Z\r\nWARC-Target-URI: https://harbour.example/\r\n"
                b"Content-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n"
                % (length or len(web))
            )
            + web
            + b"\r\n\r\n"
        )

    zipped = b"Content-Encoding: gzip\r\n"
    return {
        "a web archive of zeros": ("a.warc.gz", _gzip_zeros),
        "a page of zeros": ("a.warc", lambda: record(_gzip_zeros(), 0, zipped)),
        "a page of zeros, zipped twice": (
            "a.warc.gz",
            lambda: gzip.compress(record(_gzip_zeros(), 0, zipped)),
        ),
        "a record that boasts": ("a.warc", lambda: record(b"a", 4_000_000_000)),
        "mails in mails": ("a.eml", lambda: _nest_mails(2_000)),
        "a mail in parts": ("a.eml", lambda: _part_mail(60_000)),
    }


def _pages() -> dict[str, tuple[str, Callable[[], bytes]]]:
    root, page = b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Page/Parent 2 0 R"
    one = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
    view = page + b"/MediaBox[0 0 9 9]/Contents 4 0 R>>"

    def stream(content: bytes, filters: bytes = b"/FlateDecode") -> bytes:
        head = b"<</Length %d/Filter[%b]>>stream\n" % (len(content), filters)
        return head + content + b"\nendstream"

    twice = b"/FlateDecode/FlateDecode"
    many = b"<</Type/Pages/Kids[" + b"3 0 R " * 100_000 + b"]/Count 100000>>"
    return {
        "pages that are their own parents": (
            "a.pdf",
            lambda: make_pdf_of(root, b"<</Type/Pages/Parent 2 0 R/Kids[2 0 R]/Count 9>>"),
        ),
        "a page whose parent is its child": (
            "a.pdf",
            lambda: make_pdf_of(root, one, b"<</Type/Page/Parent 3 0 R/Kids[2 0 R]>>"),
        ),
        "a hundred thousand pages": ("a.pdf", lambda: make_pdf_of(root, many, page + b">>")),
        "a page of zeros in a PDF": (
            "a.pdf",
            lambda: make_pdf_of(root, one, view, stream(_deflate_zeros())),
        ),
        "zeros packed twice": (
            "a.pdf",
            lambda: make_pdf_of(root, one, view, stream(zlib.compress(_deflate_zeros()), twice)),
        ),
        "a deep PDF": ("a.pdf", lambda: make_pdf_of(root, b"[" * 500_000)),
        "a page without borders": (
            "a.pdf",
            lambda: make_pdf_of(root, one, page + b"/MediaBox[0 0 9999999 9999999]>>"),
        ),
    }


def _others() -> dict[str, tuple[str, Callable[[], bytes]]]:
    return {
        "a picture of many points": ("a.png", lambda: _make_png(60_000, 60_000)),
        "a picture of most points": ("a.png", lambda: _make_png(2**31 - 1, 2**31 - 1)),
        "a picture of zeros": ("a.png", lambda: _make_png(9_000, 9_000, words=_deflate_zeros())),
        "one long cell": ("a.csv", lambda: b'text\n"' + b"a" * 50_000_000),
    }


def _zip_zeros(name: str, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", method) as archive, archive.open(name, "w") as file:
        for _ in range(LARGE // len(PIECE)):
            file.write(PIECE)
    return target.getvalue()


def _deflate_zeros() -> bytes:
    packed = zlib.compressobj(9)
    pieces = [packed.compress(PIECE) for _ in range(LARGE // len(PIECE))]
    return b"".join([*pieces, packed.flush()])


def _gzip_zeros() -> bytes:
    packed = zlib.compressobj(9, zlib.DEFLATED, 31)
    pieces = [packed.compress(PIECE) for _ in range(LARGE // len(PIECE))]
    return b"".join([*pieces, packed.flush()])


def _nest_mails(depth: int) -> bytes:
    head = b"Content-Type: message/rfc822\r\n\r\n"
    return head * depth + b"Content-Type: text/plain\r\n\r\nwords"


def _part_mail(count: int) -> bytes:
    part = b"--b\r\nContent-Type: text/plain\r\n\r\n" + base64.b64encode(b"words") + b"\r\n"
    return b'Content-Type: multipart/mixed; boundary="b"\r\n\r\n' + part * count + b"--b--"


def _make_png(width: int, height: int, *, words: bytes = b"") -> bytes:
    """Make the head of a picture with its size, and maybe words beside it."""
    pieces = [(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))]
    pieces += [(b"zTXt", b"Comment\0\0" + words)] if words else []
    pieces += [(b"IDAT", zlib.compress(bytes(100_000))), (b"IEND", b"")]
    body = b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in pieces
    )
    return b"\x89PNG\r\n\x1a\n" + body
