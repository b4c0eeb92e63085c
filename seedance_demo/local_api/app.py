"""The routes: the same paths, bodies and refusals as the provider's, in the same envelope."""

import logging
import mimetypes
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any

from fastapi import APIRouter, Depends, FastAPI, File, Request, UploadFile
from fastapi.exceptions import RequestValidationError
from fastapi.responses import FileResponse, JSONResponse
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from starlette.exceptions import HTTPException

from ..catalog import LAUNCH, MODELS, Contract, Model
from ..errors import BadKey, Busy, NoCredit, NotFound, Refused
from .learning import Learning
from .rendering import RenderLine
from .schema import (
    Answer,
    ApiSchema,
    Balance,
    Bill,
    Billed,
    Bills,
    BillsWish,
    Frames,
    ModelView,
    Price,
    PriceWish,
    Problem,
    Recent,
    RecentWish,
    RequestSchema,
    Slot,
    TaskView,
    Timings,
    Uploaded,
    UploadWish,
    Urls,
    inputs_of,
    request_schema,
)
from .tasks import Files, Task, Tasks

log = logging.getLogger(__name__)
MAX_UPLOAD = 200 << 20
_HTTP_STATUS: dict[type[Exception], int] = {BadKey: 401, NoCredit: 402, NotFound: 404, Busy: 429}
_PROBLEMS: dict[int | str, dict[str, Any]] = {
    status: {"model": Problem} for status in (400, 401, 402, 404, 413, 429)
}


def create_app(
    key: str, base_url: str, folder: Path, cache: Path, generation: str = LAUNCH
) -> FastAPI:
    """The API for one key at one address, in one generation of its contracts; files live in
    `folder` and end with the next start."""
    files = Files(folder, base_url)
    tasks, learning = Tasks(files, RenderLine(cache)), Learning(cache)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        yield
        await tasks.stop()
        await learning.stop()

    app = FastAPI(title="Local WaveSpeedAI API", version="3", lifespan=lifespan)
    app.add_exception_handler(Refused, _refused)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http_problem)
    app.include_router(_public_routes(files, learning))
    contracts = {model.id: model.contracts[generation] for model in MODELS}
    routes = _routes(files, tasks, learning, base_url, contracts)
    app.include_router(routes, dependencies=[Depends(_bearer(key))])
    return app


def _bearer(key: str) -> Callable[..., Awaitable[None]]:
    scheme = HTTPBearer(auto_error=False)

    async def check(
        given: Annotated[HTTPAuthorizationCredentials | None, Depends(scheme)],
    ) -> None:
        if given is None or not secrets.compare_digest(given.credentials.encode(), key.encode()):
            raise BadKey("Invalid API key")

    return check


def _public_routes(files: Files, learning: Learning) -> APIRouter:
    """What the provider's storage serves: no key, but nobody guesses the address."""
    router = APIRouter(responses=_PROBLEMS)

    @router.put("/storage/{ticket}", openapi_extra=_BINARY_BODY)
    async def put_upload(ticket: str, request: Request) -> Answer[None]:
        path = files.receive(ticket, await _body(request))
        if path is None:
            raise NotFound("This upload address is not valid")
        learning.add(path)
        return Answer(data=None)

    @router.get("/files/{token}/{name}", response_class=FileResponse)
    async def get_file(token: str, name: str) -> FileResponse:
        path = files.find(token, name)
        if path is None:
            raise NotFound("File not found")
        return FileResponse(path)

    return router


_BINARY_BODY: dict[str, Any] = {"requestBody": {"content": {"application/octet-stream": {}}}}


def _routes(
    files: Files,
    tasks: Tasks,
    learning: Learning,
    base_url: str,
    contracts: Mapping[str, Contract],
) -> APIRouter:
    router = APIRouter(prefix="/api/v3", responses=_PROBLEMS)

    def view(task: Task, *, with_inputs: bool = False) -> TaskView:
        return _view(task, tasks.outputs(task), base_url, with_inputs)

    @router.post("/media/uploads")
    async def upload_ticket(wish: UploadWish) -> Answer[Uploaded]:
        ticket, path = files.await_upload(wish.filename)
        slot = Slot(url=f"{base_url}/storage/{ticket}", headers={"Content-Type": wish.content_type})
        return Answer(data=_uploaded(files.url(path), wish.filename, wish.size, slot))

    @router.post("/media/upload/binary")
    async def upload_form(file: Annotated[UploadFile, File()]) -> Answer[Uploaded]:
        data = await file.read(MAX_UPLOAD + 1)
        _check_size(len(data))
        path = files.new(file.filename or "file")
        path.write_bytes(data)
        learning.add(path)
        return Answer(data=_uploaded(files.url(path), path.name, len(data)))

    @router.get("/predictions/{task_id}/result")
    async def result(task_id: str) -> Answer[TaskView]:
        return Answer(data=view(tasks.find(task_id)))

    @router.post("/predictions/{task_id}/cancel")
    async def cancel(task_id: str) -> Answer[TaskView]:
        """The local API's own: the provider has no such call."""
        return Answer(data=view(tasks.cancel(task_id)))

    @router.post("/predictions")
    async def recent(wish: RecentWish) -> Answer[Recent]:
        after, before = _moment(wish.created_after, 0), _moment(wish.created_before, 1e12)
        listed = tasks.recent(after, before, wish.model)
        first = (wish.page - 1) * wish.page_size
        page = [t for t in listed if wish.status in (None, t.status)][first:][: wish.page_size]
        items = [view(task, with_inputs=wish.include_inputs) for task in page]
        return Answer(data=Recent(page=wish.page, items=items))

    @router.get("/models")
    async def models() -> Answer[list[ModelView]]:
        views = (_model_view(each, n, contracts[each.id]) for n, each in enumerate(MODELS))
        return Answer(data=list(views))

    @router.post("/model/price")
    @router.post("/model/pricing")
    async def price(wish: PriceWish) -> Answer[Price]:
        amount = float(_quote(wish, contracts))
        return Answer(
            data=Price(
                model_id=wish.model_id, price=amount, discounted_price=amount, unit_price=amount
            )
        )

    @router.get("/balance")
    async def balance() -> Answer[Balance]:
        return Answer(data=Balance(balance=float(tasks.balance)))

    @router.post("/billings/search")
    async def bills(wish: BillsWish) -> Answer[Bills]:
        after, before = _moment(wish.start_time, 0), _moment(wish.end_time, 1e12)
        first = (wish.page - 1) * wish.page_size
        paid = [task for task in tasks.recent(after, before, None) if task.price][first:]
        items = [_bill(task) for task in paid[: wish.page_size]]
        return Answer(data=Bills(page=wish.page, has_more=len(paid) > len(items), items=items))

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
        task = tasks.create(model_id, contract.price(given), given)
        log.info("submit %s with %s: %s", model_id, ", ".join(sorted(given)), task.id)
        return Answer(data=view(task))

    return submit


def _view(task: Task, outputs: list[str], base_url: str, with_inputs: bool) -> TaskView:
    done, total = task.render.frames
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
        frames=Frames(done=done, total=total) if total else None,
    )


def _model_view(model: Model, order: int, contract: Contract) -> ModelView:
    schema = RequestSchema(type="model_run", request_schema=request_schema(model.id, contract))
    return ModelView(
        model_id=model.id,
        name=model.title,
        description=model.about,
        base_price=float(_floor(contract)),
        type=model.id.rsplit("/", 1)[-1],
        sort_order=order,
        api_schema=ApiSchema(api_schemas=[schema]),
    )


def _floor(contract: Contract, inputs: Mapping[str, Any] = {}) -> Decimal:  # read only
    """The price of incomplete inputs: what is missing counts at its cheapest."""
    cheapest = {"resolution": contract.resolutions[0]} if contract.resolutions else {}
    return contract.price(cheapest | {"duration": 5} | dict(inputs))


def _quote(wish: PriceWish, contracts: Mapping[str, Contract]) -> Decimal:
    if wish.model_id not in contracts:
        raise Refused("model not found")
    contract = contracts[wish.model_id]
    for name in ("duration", "resolution"):
        known, given = contract.input(name), wish.inputs.get(name)
        if known and given is not None and not known.accepts(given):
            raise Refused(f'field "{name}" has a value that is not accepted')
    return _floor(contract, wish.inputs)


def _bill(task: Task) -> Bill:
    created = task.created.isoformat().replace("+00:00", "Z")
    billed = Billed(uuid=task.id)
    return Bill(
        uuid=f"bill-{task.id}", price=float(task.price), created_at=created, prediction=billed
    )


def _uploaded(url: str, name: str, size: int | None, slot: Slot | None = None) -> Uploaded:
    kind = (mimetypes.guess_type(name)[0] or "file").split("/")[0]
    return Uploaded(type=kind, download_url=url, filename=name, size=size, upload=slot)


def _moment(text: str | None, otherwise: float) -> float:
    if not text:
        return otherwise
    try:
        return datetime.fromisoformat(text).timestamp()
    except (ValueError, OverflowError):
        raise Refused("dates are written like 2026-04-01T12:34:56Z") from None


async def _body(request: Request) -> bytes:
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        _check_size(len(body))
    return bytes(body)


def _check_size(size: int) -> None:
    if size > MAX_UPLOAD:
        raise HTTPException(413, "The file is larger than 200 MB")


def _problem(status: int, message: str) -> JSONResponse:
    return JSONResponse(Problem(code=status, message=message).model_dump(), status)


async def _refused(_: Request, error: Exception) -> JSONResponse:
    return _problem(_HTTP_STATUS.get(type(error), 400), str(error))


async def _http_problem(_: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)  # registered for nothing else
    return _problem(error.status_code, str(error.detail))


async def _invalid(_: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)
    first = error.errors()[0]
    field = next((str(part) for part in first["loc"][1:]), "body")
    if first["type"] in ("missing", "too_short", "string_too_short"):
        return _problem(400, f'field "{field}" is required and must not be empty')
    return _problem(400, f'field "{field}": {first["msg"]}')
