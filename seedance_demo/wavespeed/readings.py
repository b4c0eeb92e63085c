"""Reads by its meaning what each API writes in a form of its own: reasons, addresses, flags, dates.

A value of an unexpected shape is searched, not dropped. `DEEPEST` bounds the search.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urlsplit

DEEPEST, MOST_ADDRESSES, MOST_REASONS = 8, 20, 3
_REASONS = (
    *("message", "error", "detail", "msg", "errors", "reason", "failure_reason", "error_message"),
    *("err", "fault", "faultstring", "description", "title", "text"),
)
_NO_REASON = {"", "success", "succeeded", "ok", "none", "null"}
_VIDEOS = (".mp4", ".mov", ".m4v", ".webm", ".mkv")
_OTHER_MEDIA = (
    *(".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif", ".heic"),
    *(".mp3", ".wav", ".m4a", ".json", ".txt", ".srt", ".vtt", ".m3u8"),
)


def reason(told: object, *, inside: bool = False, depth: int = DEEPEST) -> str:
    """The words in which an answer says what is wrong, wherever they stand; "" when it does not.
    `inside` an error a name nobody knows belongs to what is said: `image: is too small`."""
    if isinstance(told, str):
        words = " ".join(told.split())
        return "" if words.lower().strip(".") in _NO_REASON else words
    if not depth:
        return ""
    if isinstance(told, list):
        said = (reason(each, inside=inside, depth=depth - 1) for each in told)
        return "; ".join(list(dict.fromkeys(filter(None, said)))[:MOST_REASONS])
    return _reason_in(told, inside, depth - 1) if isinstance(told, dict) else ""


def _reason_in(told: dict[Any, Any], inside: bool, depth: int) -> str:
    for name in _REASONS:
        if words := reason(told.get(name), inside=True, depth=depth):
            return words
    if not inside:
        return reason(told.get("data"), depth=depth)
    said = ((name, reason(each, inside=True, depth=depth)) for name, each in told.items())
    return "; ".join([f"{name}: {words}" for name, words in said if words][:MOST_REASONS])


def addresses(outputs: object) -> tuple[str, ...]:
    """Every address below `outputs`, each once, with what looks like a video first. One that
    begins with a slash is to be read at the API's own address."""
    found = sorted(_addresses(outputs, False, DEEPEST), key=lambda each: each[0])
    return tuple(dict.fromkeys(address for _, address in found))[:MOST_ADDRESSES]


def _addresses(value: object, video: bool, depth: int) -> Iterator[tuple[int, str]]:
    """With how far back each stands: what is called a video, then the unknown, then pictures."""
    if isinstance(value, str) and (address := _address(value)):
        yield _place(address, video), address
    if not depth:
        return
    if isinstance(value, list):
        for each in value:
            yield from _addresses(each, video, depth - 1)
    if isinstance(value, dict):
        typed = video or any(str(each).lower().startswith("video") for each in value.values())
        for name, each in value.items():
            yield from _addresses(each, typed or "video" in str(name).lower(), depth - 1)


def _address(text: str) -> str:
    """Without what copying leaves around it; "" when it is none."""
    seen = [at for at, each in enumerate(text) if each.isprintable() and each != " "]
    bare = text[seen[0] : seen[-1] + 1] if seen else ""
    fit = all(each.isprintable() or unicodedata.category(each) == "Cf" for each in bare)
    return bare if fit and re.match(r"(?i)https?://.|/.", bare) else ""


def _place(address: str, video: bool) -> int:
    try:
        path = urlsplit(address).path.lower()
    except ValueError:
        return 1
    if path.endswith(_OTHER_MEDIA):
        return 2
    return 0 if video or path.endswith(_VIDEOS) else 1


def empty(value: object) -> bool:
    """Whether there is nothing in it at all, however deep."""
    if isinstance(value, (list, dict)):
        return all(map(empty, _inside(value)))
    return value is None or (isinstance(value, str) and not value.strip())


def flagged(value: object, depth: int = DEEPEST) -> bool:
    """Whether something is said other than no. What cannot be read is a yes."""
    if isinstance(value, (list, dict)):
        return not depth or any(flagged(each, depth - 1) for each in _inside(value))
    if isinstance(value, str):
        return value.strip().lower() not in ("", "false")
    return value is not None and value != 0  # False is 0 too


def _inside(value: list[Any] | dict[Any, Any]) -> Iterable[Any]:
    return value.values() if isinstance(value, dict) else value


def moment(date: object) -> float | None:
    """Unix time of a date: ISO 8601 with any fraction, with a zone or without one (then it is
    UTC), as Go prints it or as in mails; or a number of seconds, or of a thousandth, a millionth
    or a billionth of one. None when it is no date."""
    text = str(date).strip() if isinstance(date, (str, int, float)) else ""
    try:
        number = float(text)
    except ValueError:
        return _written(text)
    while 1e11 <= number < 1e20:  # as seconds, the year 5138
        number /= 1000
    return number if 1e8 < number < 1e11 else None  # from 1973 on; no NaN, no infinity


def _written(text: str) -> float | None:
    """`2026-04-01 12:34:56.789 +0000 UTC`, `2026-04-01T12:34:56z`, `Wed, 01 Apr 2026 ...`"""
    iso = re.sub(r"(?<=[\d:]) ?(?:UTC|GMT|[zZ])(?: m=.*)?$", "Z", text)
    iso = re.sub(r"(?<=\d) (?=[+-]\d\d:?\d\d)|(?<=[+-]\d{4})Z$| [A-Z]{2,5}$", "", iso)
    for read, form in ((datetime.fromisoformat, iso), (parsedate_to_datetime, text)):
        try:
            told = read(form)
            return (told if told.tzinfo else told.replace(tzinfo=UTC)).timestamp()
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
    return None
