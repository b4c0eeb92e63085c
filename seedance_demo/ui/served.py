"""Copies of files where the page and its programs may fetch them: Gradio's cache.

The file route serves nothing else, so that nobody reads the data folder through it. Where no copy
can be made the file is safe all the same: it lies where it lay.
"""

import logging
import os
import secrets
import shutil
from pathlib import Path
from urllib.parse import quote

from gradio.utils import get_upload_folder

from ..errors import StorageError

log = logging.getLogger(__name__)


class ServedCopies:
    """Where each lies is remembered, and not made twice. It lives for a day."""

    def __init__(self) -> None:
        self._copies: dict[tuple[Path, int], str] = {}

    def copy(self, path: Path) -> str | None:
        """Where the copy of a file lies; None when there is no such file. Raises `StorageError`
        when the temporary folder does not take it."""
        try:
            if not path.is_file():
                return None
            as_it_is = path, path.stat().st_mtime_ns
            if not Path(self._copies.get(as_it_is, "")).is_file():
                self._copies[as_it_is] = _lent(path)
            return self._copies[as_it_is]
        except OSError as error:
            log.warning("no copy of %s could be made: %s", path, error)
            raise StorageError(_not_shown(path, error.strerror or str(error))) from None

    def forget(self, path: Path) -> None:
        """Take the copies of a file away: it is to be seen no more."""
        for known in [each for each in self._copies if each[0] == path]:
            Path(self._copies.pop(known)).unlink(missing_ok=True)


def _lent(path: Path) -> str:
    """The file under a name that nobody guesses; a copy only where no link can be, as on another
    disk. What is served is never written to."""
    folder = Path(get_upload_folder()) / secrets.token_hex(32)
    folder.mkdir(parents=True)
    try:
        os.link(path, folder / path.name)
    except OSError:
        try:
            shutil.copy2(path, folder / path.name)
        except OSError:
            shutil.rmtree(folder, ignore_errors=True)
            raise
    return str(folder / path.name)


def address(copy: str | None) -> str:
    """Where a page finds a copy; relative, because a proxy may add a prefix, change the scheme or
    keep the page's name to itself. Gradio's own addresses are made from what a request says."""
    return f"gradio_api/file={quote(copy)}" if copy else ""


def _not_shown(path: Path, why: str) -> str:
    return (
        f"{path.name} is safe in the folder {path.parent.name} of the data folder, but it cannot "
        f"be shown here: the temporary folder does not take a copy ({why}). Make room there, or "
        "set GRADIO_TEMP_DIR to another folder, and look again."
    )
