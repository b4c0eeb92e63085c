"""The page without a browser: its own components and events, run by Gradio in this process.

What a browser would do is done here in a few lines: it keeps the components' values, takes each
event's inputs from them, writes the answers back, and goes on to the events that follow from that.
Inputs are checked, handlers called and answers prepared as for a real page.
"""

import json
import re
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unittest.mock import patch
from urllib.parse import unquote

import fastapi
import gradio as gr
from gradio.block_function import BlockFunction
from gradio.processing_utils import save_file_to_cache
from gradio.queueing import create_validator_fn, process_validation_response
from gradio.state_holder import SessionState
from gradio.utils import get_upload_folder

from seedance_demo.accounts import home
from seedance_demo.accounts.guard import Guard
from seedance_demo.config.settings import Settings
from seedance_demo.jobs.runner import JobRunner
from seedance_demo.jobs.timing import Timing
from seedance_demo.ledger import Job, Ledger
from seedance_demo.orders.quotes import Quotes
from seedance_demo.ui.blocks import build_page
from seedance_demo.ui.handlers.agents import AgentHandlers
from seedance_demo.ui.handlers.all_clips import AllClips
from seedance_demo.ui.shared_clips import SharedClips

from ..faults.life import QUICK, awaited, no_local_api

VISITOR = "a" * 32


def page_for(
    settings: Settings,
    *,
    public: bool = False,
    local: Any = no_local_api,
    timing: Timing = QUICK,
) -> "Headless":
    """The page of an app with these settings."""
    ledger = Ledger(settings.ledger)
    runner = JobRunner(settings, ledger, local, timing)
    guard = Guard(settings, ledger, public=public)
    with patch("gradio.routes.App.create_app"):  # nothing is served; its routes take 0.3 s to make
        built = build_page(runner, guard, Quotes(settings, timing.http))
    page = Headless(built.page, runner, public=public)
    page.agents, page.shared, page.all_clips = built.agents, built.shared, built.all_clips
    return page


class Headless:
    """A tab. Components are called by their element id or by the name under which events take them;
    `known` has all these names."""

    agents: AgentHandlers
    shared: SharedClips
    all_clips: AllClips

    def __init__(self, demo: gr.Blocks, runner: JobRunner, *, public: bool = False) -> None:
        self.demo, self.runner, self.ledger = demo, runner, runner.ledger
        self._public = public
        self._state = SessionState(demo)  # what Gradio keeps of a tab
        self.session, self.headers = secrets.token_hex(6), {"host": "127.0.0.1:7860"}
        self.address = "127.0.0.1"
        components = demo.config["components"]
        self._props = {each["id"]: dict(each["props"]) for each in components}
        for each in components:
            if each["type"] == "textbox":  # a browser has a text in it
                self._props[each["id"]]["value"] = each["props"].get("value") or ""
        self.known = {props.get("elem_id"): at for at, props in self._props.items()}
        for fn in self._functions():
            for name, block in zip(fn.input_keyword_names, fn.inputs, strict=True):
                self.known.setdefault(name, block._id)
        self.complaints: dict[str, str] = {}  # of the last validator, by the input's name
        self.stays = False  # while its job rests; else it looks away then, as a rest takes minutes

    def arrive(
        self, draft: object = None, visitor: str = VISITOR, like: object = None
    ) -> "Headless":
        """Load the page, as `draft.js` and `tab.js` do it."""
        self["arrival"] = {"visitor": visitor, "draft": draft, "like": like}
        self.fire("", "load")
        self.fire("follow", "click")
        return self

    def __getitem__(self, name: str) -> Any:
        return self._props[self.known[name]].get("value")

    def __setitem__(self, name: str, value: Any) -> None:
        self._props[self.known[name]]["value"] = value

    def row_of(self, name: str) -> dict[str, Any]:
        """What the row or column around the component is made of now."""
        block: Any = self.demo.blocks[self.known[name]]
        while not isinstance(block, gr.Row | gr.Column):
            block = block.parent
        return self._props[block._id]

    def props(self, name: str) -> dict[str, Any]:
        """What the component is made of now: value, visible, choices and so on."""
        return self._props[self.known[name]]

    def upload(self, *paths: Path) -> None:
        """Put these pictures into the strip."""
        self.change("images", uploaded(*paths))

    def write(self, *pictures: Path, prompt: str = "Slow push in, rain") -> "Headless":
        """A brief."""
        self.upload(*pictures)
        self.change("prompt", prompt)
        return self

    def press(self) -> "Headless":
        """The Generate button, until the job ends or rests."""
        self.fire("generate", "click")
        return self

    def tab(self, visitor: str = VISITOR) -> "Headless":
        """Another tab of the same app, that has arrived."""
        page = Headless(self.demo, self.runner, public=self._public)
        return page.arrive(visitor=visitor)

    @property
    def job(self) -> Job:
        """The job that the page shows."""
        job = self.ledger.job(self["details"]["job"])
        assert job
        return job

    @property
    def clip(self) -> Path:
        """Where the clip lies that the page shows."""
        (address,) = re.findall(r" src='gradio_api/file=([^']*)'", self["video"])
        return Path(unquote(address))

    @property
    def code(self) -> str:
        """The code of the error in the details; empty without one."""
        return str((self["details"]["error"] or {}).get("code", ""))

    def shown(self, *names: str) -> list[str]:
        """Which of these are to be seen."""
        return [name for name in names if self.props(name).get("visible") is True]

    def change(self, name: str, value: Any) -> None:
        """What a person does to a field, and all that follows."""
        self[name] = value
        self.fire(name, "change")

    def draft(self) -> dict[str, Any]:
        """The form as `draft.js` keeps it: names come first, the values after them."""
        keep = next(fn for fn in self.demo.fns.values() if fn.js == "seedance.keepDraft")
        sent: list[Any] = [self._props[each._id].get("value") for each in keep.inputs]
        names, *values = sent
        return dict(zip(names, values, strict=True))

    def names(self, name: str, event: str) -> list[str]:
        """What the last function of an event takes, in Gradio's order."""
        *_, fn = self._functions(self.known[name], event)
        return list(fn.input_keyword_names)

    def fire(self, name: str, event: str, data: object = None) -> None:
        """An event of a component, or of the page itself, until nothing follows from it."""
        awaited(self.fired(name, event, data))

    async def fired(self, name: str, event: str, data: object = None) -> None:
        """The same, beside others."""
        target = self.known[name] if name else self.demo._id
        for fn in self._functions(target, event):
            await self._run(fn, data)

    def call(self, api_name: str, *given: Any) -> list[list[Any]]:
        """All answers of an event for programs."""
        fn = next(fn for fn in self.demo.fns.values() if fn.api_name == api_name)

        async def answers() -> list[list[Any]]:
            return [answer async for answer in self._answers(fn, list(given), None)]

        return awaited(answers())

    def _functions(self, target: int | None = None, event: str = "") -> Iterator[BlockFunction]:
        """Those with a handler, bound to this event or, without one, to any."""
        for fn in self.demo.fns.values():
            bound = (target, event) in fn.targets if event else any(fn.targets)
            if fn.fn and bound:
                yield fn

    async def _run(self, fn: BlockFunction, data: object) -> None:
        inputs = [self._props[each._id].get("value") for each in fn.inputs]
        if not await self._valid(fn, inputs):
            return
        async for answer in self._answers(fn, inputs, data):
            outputs = [block._id for block in fn.outputs]
            changed = [at for at, told in zip(outputs, answer, strict=True) if self._take(at, told)]
            for later in [each for at in changed for each in self._functions(at, "change")]:
                await self._run(later, None)
            if self._is_bored():
                break
        for later in self.demo.fns.values():
            if later.trigger_after == fn._id and later.fn:
                await self._run(later, None)

    def _is_bored(self) -> bool:
        rests = not self.stays and "card rests" in str(self["status"])
        seen = self.runner.snapshot(self["details"]["job"]) if rests else None
        return bool(seen and seen.next_look)

    def _take(self, target: int, told: Any) -> bool:
        """Whether a browser would see a change: of what is not there at all it sees none."""
        props, before = self._props[target], self._props[target].get("value")
        is_update = isinstance(told, dict) and told.get("__type__") == "update"
        props |= told if is_update else {"value": told}
        return props.get("value") != before and props.get("visible") is not False

    async def _valid(self, fn: BlockFunction, inputs: list[Any]) -> bool:
        if fn.validator is None:
            return True
        said = await self._process(create_validator_fn(fn), inputs)
        valid, verdicts = process_validation_response(said["data"], fn)
        self.complaints = {
            each["parameter_name"]: each["message"] for each in verdicts if not each["is_valid"]
        }
        return valid

    async def _answers(self, fn: BlockFunction, inputs: list[Any], data: object) -> Any:
        said = await self._process(fn, inputs, data)
        yield said["data"]
        while said["is_generating"]:
            said = await self._process(fn, inputs, data, said["iterator"])
            if said["is_generating"]:
                yield said["data"]

    async def _process(
        self, fn: BlockFunction, inputs: list[Any], data: object = None, iterator: Any = None
    ) -> dict[str, Any]:
        request = gr.Request(self.request(), session_hash=self.session)
        event = gr.EventData(None, data)
        said = await self.demo.process_api(
            fn, inputs, self._state, request, iterator=iterator, event_data=event
        )
        wire = json.dumps(said["data"], default=lambda model: model.model_dump())
        return said | {"data": json.loads(wire)}

    def request(self, path: str = "/", app: object = None) -> fastapi.Request:
        """A request of whoever has this tab, as it came in by the front door."""
        scope: dict[str, Any] = {
            "type": "http",
            "http_version": "1.1",
            "scheme": "http",
            "method": "POST",
            "path": path,
            "query_string": b"",
            "headers": [(name.encode(), value.encode()) for name, value in self.headers.items()],
            "client": (self.address, 5),
            "app": app,
        }
        home.mark(scope, "it is public" if self._public else home.contradiction(scope))
        return fastapi.Request(scope)


def uploaded(*paths: Path) -> list[str]:
    """Where Gradio keeps these pictures after their upload."""
    return [save_file_to_cache(path, get_upload_folder()) for path in paths]
