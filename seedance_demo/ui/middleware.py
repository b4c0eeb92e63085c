"""ASGI middleware: blocks unused Gradio routes, refuses uploads when the disk is full."""

from pathlib import Path

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from ..jobs.storage import MIN_FREE_BYTES, has_space

CLOSED = (
    "/deep_link",  # writes a session's fields to a file that whoever has the link can read
    "/file=http",  # fetches any public address for anybody
    "/proxy=",
)
FULL = "This machine's disk is nearly full, so no pictures are taken in at the moment."


class RouteFilter:
    """`data_dir` lies on the disk that must not fill up."""

    def __init__(self, app: ASGIApp, data_dir: Path, floor: int = MIN_FREE_BYTES) -> None:
        self._app, self._data_dir, self._floor = app, data_dir, floor

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = scope.get("path", "")
        answer: ASGIApp = self._app
        if any(closed in path for closed in CLOSED):
            answer = PlainTextResponse("This page does not offer that.", 404)
        elif path.rstrip("/").endswith("/upload") and not has_space(self._data_dir, self._floor):
            answer = PlainTextResponse(FULL, 507)
        await answer(scope, receive, send)
