"""Tasks, files and play money of the local API. All of it ends with the process."""

import asyncio
import base64
import binascii
import secrets
import shutil
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any
from urllib.parse import quote

from ..catalog import ANIMATIC
from ..errors import NoCredit, NotFound, Refused, TaskFailed
from ..wavespeed.answers import Status
from .render_queue import Render, RenderQueue

KEEP = 24 * 3600  # seconds; the provider keeps files for 7 days
PLAY_MONEY = Decimal(100)


@dataclass
class Task:
    """One prediction of the local API."""

    id: str
    model: str
    price: Decimal
    inputs: Mapping[str, Any]
    render: Render
    created: datetime = field(default_factory=lambda: datetime.now(UTC))
    status: Status = Status.CREATED
    error: str = ""
    code: int = 0
    inference_ms: int = 0
    running: asyncio.Task[None] | None = None

    @property
    def billed(self) -> bool:
        """What ended without a clip is given back."""
        return bool(self.price) and (self.status is Status.COMPLETED or not self.status.ended)

    async def news(self, seconds: float) -> None:
        """Wait until it has ended, or more of it is to be seen, or so long."""
        if seconds and not self.status.ended:
            with suppress(TimeoutError):
                await asyncio.wait_for(self.render.news.wait(), seconds)
            self.render.news.clear()


class Files:
    """Uploads and outputs, each in a folder with an unguessable name."""

    def __init__(self, folder: Path, base_url: str) -> None:
        shutil.rmtree(folder, ignore_errors=True)  # what an earlier process left
        folder.mkdir(parents=True)
        self._folder, self._base_url = folder, base_url
        self._awaited: dict[str, Path] = {}

    def new(self, name: str) -> Path:
        """A path for a file that is still to be written."""
        place = self._folder / secrets.token_urlsafe(16)
        place.mkdir()
        safe = "".join(c if c.isalnum() or c in "._-" else "_" for c in name)[-80:]
        return place / (safe.lstrip(".") or "file")

    def url(self, path: Path) -> str:
        """The address of a file of ours."""
        return f"{self._base_url}/files/{path.parent.name}/{quote(path.name)}"

    def find(self, token: str, name: str) -> Path | None:
        """The file of one of our URLs; never anything outside the folder."""
        path = (self._folder / token / name).resolve()
        return path if path.parent.parent == self._folder.resolve() and path.is_file() else None

    def await_upload(self, name: str) -> tuple[str, Path]:
        """A ticket, good for one upload, and where its file will lie."""
        path, ticket = self.new(name), secrets.token_urlsafe(16)
        self._awaited[ticket] = path
        return ticket, path

    def receive(self, ticket: str, data: bytes) -> Path | None:
        """Where the file lies now; None when the ticket was not good."""
        path = self._awaited.pop(ticket, None)
        if path is not None:
            path.write_bytes(data)
        return path

    def fetch(self, source: str) -> Path:
        """The picture behind a URL of ours or a data URI. Raises `TaskFailed` for other places:
        this machine fetches nothing from the network."""
        if source.startswith("data:"):
            return self._from_data_uri(source)
        parts = source.removeprefix(f"{self._base_url}/files/").split("/")
        found = self.find(*parts) if len(parts) == 2 else None
        if found is None:
            raise TaskFailed("Failed to download image from the provided URL.", code="1402")
        return found

    def _from_data_uri(self, source: str) -> Path:
        head, _, body = source.partition(",")
        try:
            data = base64.b64decode(body, validate=True) if head.endswith(";base64") else b""
        except binascii.Error:
            data = b""
        if not data:
            raise TaskFailed("The data URI is not base64.", code="1402")
        path = self.new("image")
        path.write_bytes(data)
        return path

    def sweep(self) -> None:
        """Forget what is older than `KEEP`."""
        for place in self._folder.iterdir():
            with suppress(OSError):
                if time.time() - place.stat().st_mtime > KEEP:
                    shutil.rmtree(place, ignore_errors=True)


class Tasks:
    """Every prediction since the start, newest last."""

    def __init__(self, files: Files, line: RenderQueue) -> None:
        self._files, self._line = files, line
        self._tasks: dict[str, Task] = {}
        self.balance = PLAY_MONEY

    def create(self, model: str, price: Decimal, inputs: Mapping[str, Any]) -> Task:
        """Take a task on. Raises `Refused` (with `NoCredit`, `Busy`) when nothing was created."""
        if not inputs.get("prompt", "").strip():
            raise Refused('field "prompt" is required and must not be empty')
        if price > self.balance:
            raise NoCredit("insufficient credits")
        self._line.take_place()
        self._files.sweep()
        asked = inputs["prompt"], inputs["duration"], self._files.new("1.mp4")
        plan = inputs.get("plan", "") if model == ANIMATIC else ""
        render = Render([], *asked, inputs.get("aspect_ratio", ""), plan, "last_image" in inputs)
        task = Task(secrets.token_hex(16), model, price, inputs, render)
        self.balance -= price
        self._tasks[task.id] = task
        task.running = asyncio.ensure_future(self._run(task))
        task.running.add_done_callback(lambda _: self._settle(task))
        return task

    def find(self, task_id: str) -> Task:
        if task_id not in self._tasks:
            raise NotFound("Prediction not found")
        return self._tasks[task_id]

    def cancel(self, task_id: str) -> Task:
        """Waiting in line or rendering, it ends now; what has ended stays as it is."""
        task = self.find(task_id)
        if task.running and task.running.cancel():
            task.status = Status.CANCELLED
        return task

    def recent(self, after: float, before: float, model: str | None) -> list[Task]:
        """Newest first, created between two Unix times."""
        return [
            task
            for task in reversed(self._tasks.values())
            if after <= task.created.timestamp() <= before and model in (None, task.model)
        ]

    def outputs(self, task: Task) -> list[str]:
        return [self._files.url(task.render.out)] if task.status is Status.COMPLETED else []

    async def _run(self, task: Task) -> None:
        started = time.monotonic()
        try:
            task.render.images = self._pictures(task)
            task.status = Status.PROCESSING
            await self._line.run(task.render)
            task.inference_ms = int((time.monotonic() - started) * 1000)
            task.status = Status.COMPLETED
        except TaskFailed as error:
            task.status, task.error = Status.FAILED, error.sentence
            task.code = int(error.code) if error.code.isdigit() else 1405
        finally:
            task.render.still = ""  # nothing is drawn any more

    def _settle(self, task: Task) -> None:
        self._line.leave()
        task.render.news.set()
        if task.status is not Status.COMPLETED:
            self.balance += task.price

    def _pictures(self, task: Task) -> list[Path]:
        """Every picture of the inputs; without one, the animatic opens with a slate."""
        sources: list[str] = []
        for name in ("images", "image", "last_image", "reference_images"):
            given = task.inputs.get(name) or []
            sources += [given] if isinstance(given, str) else given
        return [self._files.fetch(source) for source in sources]

    async def stop(self) -> None:
        running = [task.running for task in self._tasks.values() if task.running]
        for each in running:
            each.cancel()
        await asyncio.gather(*running, return_exceptions=True)
