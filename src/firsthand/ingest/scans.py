"""Scans: the words of a picture, read by tesseract where it is installed."""

import io
import shutil
import subprocess
from collections.abc import Callable

from PIL.Image import Image

# A page takes a few seconds; what takes longer is no page.
LONGEST = 60.0


def read_scan(render: Callable[[], Image]) -> str | None:
    """Return the words of a picture, or None where tesseract is not installed or fails.

    The picture is only made when it can be read.
    """
    program = shutil.which("tesseract")
    if program is None:
        return None
    picture = io.BytesIO()
    render().convert("L").save(picture, "PNG")
    try:
        run = subprocess.run(
            [program, "-", "-", "-l", "eng", "--psm", "3"],
            input=picture.getvalue(),
            capture_output=True,
            timeout=LONGEST,
            check=True,
            env={"OMP_THREAD_LIMIT": "1"},
        )
    except (subprocess.SubprocessError, OSError):
        return None
    return run.stdout.decode("utf-8", "replace").replace("\f", "\n")
