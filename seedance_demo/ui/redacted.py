"""A file as it lies on the disk but for one secret in it, streamed in whatever parts are asked for.

A clip says in its own tags which request it was made by. Who keeps it may know that; who is shown
it may not, and a copy without it would have to be made, found again and forgotten.
"""

import mmap
from functools import lru_cache
from pathlib import Path

from starlette.datastructures import Headers
from starlette.responses import FileResponse
from starlette.types import Message, Receive, Scope, Send

BLANK = b"-"
Places = tuple[int, ...]  # where the secret begins, in bytes from the file's first


class Redacted(FileResponse):
    """`places` are those of a secret of `size` bytes. The file keeps its length, so that what is
    said in it of where its frames lie stays true. Who asks for several ranges at once, whose parts
    would come with words between them, gets all of it."""

    def __init__(self, path: Path, places: Places, size: int, headers: dict[str, str]) -> None:
        super().__init__(path, headers=headers)
        self._places, self._size = places, size

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        at: int | None = None

        async def blanked(message: Message) -> None:
            nonlocal at
            if message["type"] == "http.response.start":
                at = _first_byte(message)
            elif at is not None and (body := message.get("body", b"")):
                message = {**message, "body": self._blanked(body, at)}
                at += len(body)
            await send(message)

        # A server that sends files by itself would send this one as it is.
        asked = {**scope, "extensions": {}, "headers": list(filter(_is_plain, scope["headers"]))}
        await super().__call__(asked, receive, blanked)

    def _blanked(self, body: bytes, at: int) -> bytes:
        """A part of the file that begins `at` its byte of this number."""
        changed = bytearray(body)
        for place in self._places:
            first, last = max(place - at, 0), min(place + self._size - at, len(body))
            if first < last:
                changed[first:last] = BLANK * (last - first)
        return bytes(changed)


def _is_plain(header: tuple[bytes, bytes]) -> bool:
    name, value = header
    return name.lower() != b"range" or b"," not in value


def _first_byte(start: Message) -> int | None:
    """The first byte of the file that an answer has; None for an answer without any."""
    if start["status"] not in (200, 206):
        return None
    told = Headers(raw=start["headers"]).get("content-range", "bytes 0-")
    return int(told.removeprefix("bytes ").partition("-")[0])


def places_of(secret: str, path: Path) -> Places:
    """Where a secret stands in a file, which is read once. Raises `OSError`."""
    return _found(secret.encode(), path, path.stat().st_mtime_ns) if secret else ()


@lru_cache(maxsize=1024)
def _found(secret: bytes, path: Path, _written_at: int) -> Places:
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
        places: list[int] = []
        while (at := content.find(secret, places[-1] + 1 if places else 0)) >= 0:
            places.append(at)
        return tuple(places)
