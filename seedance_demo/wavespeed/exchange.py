"""Sends one API request and reads its answer to the end."""

from collections.abc import Mapping
from typing import Any

import requests
from requests.auth import AuthBase

from ..errors import Unreachable
from .answers import Answer, Refusal, Worked, clock_ahead, plain, read_answer, read_body
from .api_errors import refusal
from .connection import Wire
from .transport import BROKEN, ONCE, Patience, api_session


class _Bearer(AuthBase):
    """As `auth=`, so that a .netrc cannot put another login in its place."""

    def __init__(self, key: str) -> None:
        self._key = key

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        request.headers["Authorization"] = f"Bearer {self._key}"
        return request


class NoAnswer(Exception):
    """The call broke off. `sent` is false when no byte of it can have left this machine."""

    def __init__(self, sent: bool) -> None:
        super().__init__(sent)
        self.sent = sent


class Exchange:
    """Calls to one base URL with one key. `clock_ahead` is how many seconds the provider's clock is
    before ours, by its last answer."""

    def __init__(self, base_url: str, key: str, patience: Patience) -> None:
        self._base, self._key, self._patience = base_url, key, patience
        self.clock_ahead = 0.0

    def ask(
        self, method: str, path: str, seconds: float | None = None, **content: Any
    ) -> Mapping[str, Any]:
        """A call that costs nothing: the body of its answer, or a `ProviderError`."""
        try:
            answer = self.send(method, path, seconds or self._patience.ask, **content)
        except NoAnswer:
            raise unreachable() from None
        match answer:
            case Worked(body):
                return body
            case Refusal(code) if code < 500:
                raise refusal(answer, self._key)
        raise unreachable(plain(answer.message, self._key).rstrip("."))

    def send(self, method: str, path: str, seconds: float, **content: Any) -> Answer:
        """One request on a connection of its own, because a pooled one that died while idle looks
        exactly like a lost answer. `seconds` for its head, and again for its body. Raises
        `NoAnswer`."""
        wire = Wire()
        try:
            with api_session(self._patience.again if method == "GET" else ONCE, wire) as session:
                response = session.request(
                    method,
                    self._base + path,
                    auth=_Bearer(self._key),
                    timeout=(self._patience.connect, seconds),
                    stream=True,
                    **content,
                )
                self.clock_ahead = clock_ahead(response.headers.get("Date"))
                return read_answer(response.status_code, read_body(response, seconds))
        except (*BROKEN, OSError):  # OSError: a bundle of certificates that is not there
            raise NoAnswer(wire.sent) from None


def unreachable(detail: str = "") -> Unreachable:
    """No answer to a question that may be asked again."""
    away = "The provider could not be reached."
    return Unreachable(f"The provider could not be reached: {detail}." if detail else away)
