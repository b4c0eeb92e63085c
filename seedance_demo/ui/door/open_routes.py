"""ASGI middleware: lets through what the page and its programs use, and nothing else of Gradio.

The rest are doors that nobody here needs: they read whole bodies into memory, write fields of a
session to files, or fetch any public address for anybody.
"""

import re

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from .routes import route_of

_PAGE = (
    r"|config|favicon\.ico|robots\.txt|manifest\.json|pwa_icon(/\d+)?|theme\.css"
    r"|login(/huggingface|/callback)?|logout|(assets|static|svelte|examples|downloads|languages)/.+"
    r"|clip/[^/]+"
)
_GRADIO_API = (
    r"info|openapi\.json|app_id|user|token|login_check|startup-events|theme\.css"
    r"|upload|upload_progress|file=(?!https?:).+|heartbeat/.+|queue/(join|data)|cancel|reset"
    r"|(run|api|call)/.+|mcp(/.*)?"
)
_OPEN = re.compile(rf"/({_PAGE}|gradio_api/({_GRADIO_API}))/?", re.IGNORECASE)


class OpenRoutes:
    """What is closed answers 404, whatever it is sent."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        closed = scope["type"] == "http" and not _OPEN.fullmatch(route_of(scope))
        answer = PlainTextResponse("This page does not offer that.", 404) if closed else self._app
        await answer(scope, receive, send)
