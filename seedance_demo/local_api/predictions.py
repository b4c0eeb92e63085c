"""Routes of the local API for tasks: submit, result, list, and (here only) cancel."""

import logging
from collections.abc import Callable, Mapping
from typing import Annotated, Any

from fastapi import APIRouter, Query

from ..catalog import Contract
from ..errors import Refused
from .account import price_of
from .bodies import (
    Answer,
    Frames,
    Recent,
    RecentRequest,
    TaskView,
    Timings,
    Urls,
    inputs_of,
    moment,
)
from .tasks import Task, Tasks

log = logging.getLogger(__name__)
Wait = Annotated[float, Query(ge=0, le=60)]


def routes(tasks: Tasks, contracts: Mapping[str, Contract], base_url: str) -> APIRouter:
    """The routes, a submit route for each model."""
    router = APIRouter()

    def view(task: Task, *, with_inputs: bool = False) -> TaskView:
        return _view(task, tasks.outputs(task), base_url, with_inputs)

    @router.get("/predictions/{task_id}/result")
    async def result(task_id: str, wait: Wait = 0) -> Answer[TaskView]:
        """`wait` is the local API's own: the answer comes when there is something new, after so
        many seconds at the latest."""
        task = tasks.find(task_id)
        await task.news(wait)
        return Answer(data=view(task))

    @router.post("/predictions/{task_id}/cancel")
    async def cancel(task_id: str) -> Answer[TaskView]:
        """The local API's own: the provider has no such call."""
        return Answer(data=view(tasks.cancel(task_id)))

    @router.post("/predictions")
    async def recent(asked: RecentRequest) -> Answer[Recent]:
        after, before = moment(asked.created_after, 0), moment(asked.created_before, 1e12)
        listed = tasks.recent(after, before, asked.model)
        first = (asked.page - 1) * asked.page_size
        page = [t for t in listed if asked.status in (None, t.status)][first:][: asked.page_size]
        items = [view(task, with_inputs=asked.include_inputs) for task in page]
        return Answer(data=Recent(page=asked.page, items=items))

    for model_id, contract in contracts.items():
        submit = _submit_to(model_id, contract, tasks, view)
        router.post(f"/{model_id}", name=model_id)(submit)

    @router.post("/{model_id:path}")
    async def unknown_model(model_id: str) -> Answer[TaskView]:
        raise Refused(f"model not found: {model_id[:100]}")

    return router


def _submit_to(
    model_id: str, contract: Contract, tasks: Tasks, view: Callable[[Task], TaskView]
) -> Any:
    body = inputs_of(model_id, contract)

    async def submit(inputs: body) -> Answer[TaskView]:  # type: ignore[valid-type]
        given = inputs.model_dump(exclude_none=True)  # type: ignore[attr-defined]
        task = tasks.create(model_id, price_of(contract, given), given)
        log.info("submit %s with %s: %s", model_id, ", ".join(sorted(given)), task.id)
        return Answer(data=view(task))

    return submit


def _view(task: Task, outputs: list[str], base_url: str, with_inputs: bool) -> TaskView:
    done, total = task.render.frames
    frames = Frames(done=done, total=total, still=task.render.still)
    return TaskView(
        id=task.id,
        model=task.model,
        outputs=outputs,
        urls=Urls(get=f"{base_url}/api/v3/predictions/{task.id}/result"),
        has_nsfw_contents=[False] * len(outputs),
        status=task.status,
        created_at=task.created.isoformat().replace("+00:00", "Z"),
        error=task.error,
        code=task.code,
        timings=Timings(inference=task.inference_ms),
        inputs=dict(task.inputs) if with_inputs else None,
        frames=frames if total else None,
    )
