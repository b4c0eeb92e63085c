"""When a shot of a JSON prompt is: `{"start": 0, "end": 2}`, `{"time": "0-2s"}`, `"0-2s": ...`"""

import re
from dataclasses import dataclass
from typing import Any

from .json_keys import label_of

_TIME = r"(?:(?:00:)?[0-9]{1,2}:)?[0-9]{1,3}(?:\.[0-9]{1,3})?"
_UNIT = r" ?(?:seconds?|secs?|s|秒)?"
_SPAN = re.compile(rf"({_TIME}){_UNIT} ?(?:-|‐|‑|–|—|~|to|至|到) ?({_TIME}){_UNIT}")
_ONE = re.compile(rf"({_TIME}){_UNIT}")
_STARTS = re.compile(r"(?:start|begin|from)(?: ?(?:time|seconds?|secs?|s))?")
_STOPS = re.compile(r"(?:end|stop|to)(?: ?(?:time|seconds?|secs?|s))?")
_LASTS = re.compile(r"(?:duration|length|seconds|时长)(?: ?(?:in )?(?:seconds?|secs?|s))?")
_WHEN = re.compile(r"(?:time ?(?:stamp|code|range|span)?|timing|when|duration|时间|时间码|时长)")


@dataclass(frozen=True)
class Span:
    """Seconds; None where it is not told."""

    start: float | None = None
    stop: float | None = None
    length: float | None = None

    @property
    def is_told(self) -> bool:
        return self != Span()

    @property
    def seconds(self) -> float | None:
        """How long it is, told as a length or as two times."""
        if self.start is not None and self.stop is not None:
            return self.stop - self.start
        return self.length


def span_of(name: str, item: Any) -> Span:
    """The time of a shot with that name as its key, by its name or by the keys in it."""
    if span := _between(name):
        return span
    if not isinstance(item, dict):
        return Span()
    keys = {label_of(key): value for key, value in item.items()}
    for key, value in keys.items():
        if _WHEN.fullmatch(key) and isinstance(value, str) and (span := _between(value)):
            return span
    start, stop, length = (_named(keys, names) for names in (_STARTS, _STOPS, _LASTS))
    if start is None and stop is None:
        return Span(length=length or None)
    if stop is None and start is not None and length:
        stop = start + length
    return Span(start, stop) if stop is None or stop > (start or 0) else Span(length=length)


def _between(text: str) -> Span | None:
    match = _SPAN.fullmatch(text.strip().strip("[]()"))
    if not match:
        return None
    start, stop = _seconds(match[1]), _seconds(match[2])
    return Span(start, stop) if stop > start else None


def _named(keys: dict[str, Any], names: re.Pattern[str]) -> float | None:
    for key, value in keys.items():
        if names.fullmatch(key):
            if isinstance(value, (int, float)) and not isinstance(value, bool) and 0 <= value < 1e4:
                return float(value)
            if isinstance(value, str) and (match := _ONE.fullmatch(value.strip())):
                return _seconds(match[1])
    return None


def _seconds(time: str) -> float:
    seconds = 0.0
    for part in time.split(":"):
        seconds = 60 * seconds + float(part)
    return seconds
