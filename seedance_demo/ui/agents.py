"""The tools for agents, over the Model Context Protocol: `make_clip`, `look_at_clip`, nothing else.

Gradio's own server would offer every event of the page, and call them over loopback, where nobody
can tell who asks. These two are called by the request itself, which came in by the front door.
"""

import logging
import time
from collections.abc import Awaitable, Callable, Iterable
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any

from mcp import types
from mcp.server.lowlevel import Server
from mcp.server.streamable_http_manager import StreamableHTTPSessionManager
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from ..catalog import ANIMATIC, MAX_IMAGES, USUAL_DURATIONS, Model
from ..errors import BadBrief, SeedanceError
from ..money import dollars
from ..orders.brief import PROMPT_LIMIT
from ..orders.quotes import Quotes
from .door.body_limits import SAID_BY_AGENTS
from .handlers.agents import AgentHandlers, Tell, Told

log = logging.getLogger(__name__)
ROUTE = "/gradio_api/mcp"  # where Gradio has its own
FAILED = "Something went wrong here. Look at the job, if there is one, before you try again."
ABOUT = "Clips by ByteDance's Seedance 2.0, and free animatics of the same brief."
MAKE = """Make a video clip with sound from a prompt and up to {pictures} pictures.

It answers within 45 seconds, always with the job's id. While the phase is neither completed nor
failed, call look_at_clip with that job: another make_clip may be charged again.

Models, and what a clip costs by the published prices:
{models}

What is paid is charged to the WaveSpeedAI key in the header X-WaveSpeed-Key, or to this page's own
where it may be spent. Tell the user the price first. Above most_usd nothing is charged, and the
answer is the price."""
LOOK = """Wait for a clip: answers when it is there or failed, or after 45 seconds with how it
stands. It costs nothing."""

Fields = dict[str, Any]  # by name, in the words of JSON Schema


def _field(kind: str, about: str, **more: Any) -> Fields:
    return {"type": kind, "description": about, **more}


MAKE_FIELDS = {
    "prompt": _field(
        "string", f"Scene, action, camera, light, sound. At most {PROMPT_LIMIT} characters."
    ),
    "pictures": _field(
        "array",
        "JPEG, PNG or WebP, as https addresses or data: URIs; the first is the first frame.",
        items={"type": "string"},
        maxItems=MAX_IMAGES,
        default=[],
    ),
    "seconds": _field("integer", "Length of the clip.", default=USUAL_DURATIONS[0]),
    "model": _field("string", "The id of a model.", default=ANIMATIC),
    "most_usd": _field("number", "The most that this call may cost, in US dollars.", default=0),
    "only_plan": _field(
        "boolean",
        "Make nothing: answer with the plan of shots that the prompt comes to in an animatic.",
        default=False,
    ),
    "plan": _field("object", "Of an animatic: such a plan, changed, instead of the prompt's."),
}
LOOK_FIELDS = {"job": _field("string", "The job that make_clip answered.")}
TOOLS: dict[str, Fields] = {"make_clip": MAKE_FIELDS, "look_at_clip": LOOK_FIELDS}
NEEDED = "prompt", "job"


class AgentServer:
    """An ASGI app for `routes`, to be served while `running`. Sessions are not kept: each call
    stands for itself, and any later one may look at its job."""

    def __init__(self, handlers: AgentHandlers, quotes: Quotes) -> None:
        _keep_strangers_words_out_of_the_log()
        self._quotes = quotes
        self._handlers: dict[str, Callable[..., Awaitable[Told]]] = {
            "make_clip": handlers.make_clip,
            "look_at_clip": handlers.look_at_clip,
        }
        self._server: Server[Any, Any] = Server("seedance-demo", instructions=ABOUT)
        self._server.list_tools()(self._tools)  # type: ignore[no-untyped-call]
        # What is sent is read as any program's is, with sentences.
        self._server.call_tool(validate_input=False)(self._call)
        self._sessions = StreamableHTTPSessionManager(
            self._server, stateless=True, max_request_body_size=SAID_BY_AGENTS
        )
        self.route = f"{ROUTE}/"
        self.routes = [Route(path, self, methods=["POST"]) for path in (ROUTE, self.route)]

    def running(self) -> AbstractAsyncContextManager[None]:
        """As long as the page is served."""
        return self._sessions.run()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self._sessions.handle_request(scope, receive, send)

    async def _tools(self) -> list[types.Tool]:
        models = map(self._model, self._quotes.offered(""))
        make = MAKE.format(pictures=MAX_IMAGES, models="\n".join(models))
        only_reads = types.ToolAnnotations(readOnlyHint=True)
        return [
            types.Tool(name="make_clip", description=make, inputSchema=_schema(MAKE_FIELDS)),
            types.Tool(
                name="look_at_clip",
                description=LOOK,
                inputSchema=_schema(LOOK_FIELDS),
                annotations=only_reads,
            ),
        ]

    def _model(self, model: Model) -> str:
        contract = self._quotes.contract(model.id)
        bodies = [{"duration": each} for each in contract.durations if each in USUAL_DURATIONS]
        prices = [
            f"{dollars(contract.price(body))} for {body['duration']} s"
            for body in bodies
            if contract.has_price(body)
        ]
        facts = ["free"] if model.free else prices
        if contract.durations:
            facts.append(f"lengths of {min(contract.durations)} to {max(contract.durations)} s")
        if contract.needs_picture:
            facts.append("needs a picture")
        return f"- {model.id} ({', '.join(facts)}): {model.about}"

    async def _call(self, name: str, given: dict[str, Any]) -> Told | types.CallToolResult:
        try:
            call = self._handlers.get(name)
            if call is None:
                raise BadBrief("tool", f"There is no tool {name[:40]!r}, only {_listed(TOOLS)}.")
            _check(TOOLS[name], given)
            return await call(self._server.request_context.request, self._tell(), **given)
        except SeedanceError as error:
            return _refusal(str(error))
        except Exception:
            log.exception("a call of %s", name)
            return _refusal(FAILED)

    def _tell(self) -> Tell:
        """Tells an agent that asked for it how it goes: in words, and by the seconds that passed,
        because nobody knows how many there will be."""
        context = self._server.request_context
        token = context.meta.progressToken if context.meta else None
        begun = time.monotonic()

        async def tell(words: str) -> None:
            if token is not None:
                await context.session.send_progress_notification(
                    token,
                    time.monotonic() - begun,
                    message=words,
                    related_request_id=str(context.request_id),
                )

        return tell


def _keep_strangers_words_out_of_the_log() -> None:
    """The package writes what it does not understand into it, however long, partly as root."""
    logging.getLogger("mcp").setLevel(logging.ERROR)
    logging.getLogger().addFilter(lambda record: "mcp" not in Path(record.pathname).parts)


def _schema(fields: Fields) -> Fields:
    needed = [name for name, field in fields.items() if name in NEEDED]
    return {
        "type": "object",
        "properties": fields,
        "required": needed,
        "additionalProperties": False,
    }


def _check(fields: Fields, given: Fields) -> None:
    """Raises `BadBrief` for an argument that there is not: it may have meant anything."""
    if unknown := sorted(given.keys() - fields.keys()):
        raise BadBrief("tool", f"There is no {unknown[0][:40]!r} here, only {_listed(fields)}.")
    if missing := [name for name in fields if name in NEEDED and name not in given]:
        raise BadBrief("tool", f"This needs {_listed(missing)}.")


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names)


def _refusal(sentence: str) -> types.CallToolResult:
    said = types.TextContent(type="text", text=sentence)
    return types.CallToolResult(content=[said], isError=True)
