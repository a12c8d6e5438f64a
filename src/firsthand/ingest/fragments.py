"""Fragments: pieces of HTML inside mails, feeds and posts, as plain text."""

from lxml import etree, html

from firsthand.ingest.encodings import clean_text

# Elements that begin a new line, as browsers show them.
_BLOCKS = frozenset(
    {"p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "table", "blockquote"}
)
_UNSEEN = frozenset({"script", "style", "head", "title", "template", "noscript"})


def read_fragment(source: str) -> str:
    """Return the words of a piece of HTML with its paragraphs; nothing of it is run or fetched."""
    try:
        tree = html.fromstring(f"<div>{source}</div>", parser=html.HTMLParser(huge_tree=True))
    except (etree.LxmlError, ValueError):
        return clean_text(source)
    pieces: list[str] = []
    _gather(tree, pieces)
    lines = [" ".join(line.split()) for line in "".join(pieces).split("\n")]
    text = "\n".join(lines)
    while "\n\n\n" in text:
        text = text.replace("\n\n\n", "\n\n")
    return clean_text(text).strip()


def _gather(tree: html.HtmlElement, pieces: list[str]) -> None:
    """Gather words in their order; a walk with events does not end at deep nesting."""
    for event, element in etree.iterwalk(tree, events=("start", "end", "comment", "pi")):
        if event == "start":
            pieces.append(_break(element))
            if not _is_unseen(element):
                pieces.append((element.text or "").replace("\n", " "))
            continue
        pieces.append("\n\n" if element.tag in _BLOCKS else "")
        if element is not tree and not _is_unseen(element.getparent()):
            pieces.append((element.tail or "").replace("\n", " "))


def _break(element: html.HtmlElement) -> str:
    return "\n\n" if element.tag in _BLOCKS else "\n" if element.tag == "br" else ""


def _is_unseen(element: html.HtmlElement) -> bool:
    return any(
        isinstance(owner.tag, str) and owner.tag in _UNSEEN
        for owner in (element, *element.iterancestors())
    )
