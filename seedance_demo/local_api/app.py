"""The local API as a FastAPI app: the provider's paths, bodies and refusals, in its envelope."""

import secrets
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Annotated, Any

from fastapi import APIRouter, Depends, FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from starlette.exceptions import HTTPException

from ..errors import BadKey, Busy, NoCredit, NotFound, Refused
from . import account, predictions, uploads
from .bodies import Problem
from .catalogue import Catalogue
from .image_analysis import ImageAnalysis
from .render_queue import RenderQueue
from .renderers import Renderers
from .tasks import Files, Tasks

_HTTP_STATUS: dict[type[Exception], int] = {BadKey: 401, NoCredit: 402, NotFound: 404, Busy: 429}
_PROBLEMS: dict[int | str, dict[str, Any]] = {
    status: {"model": Problem} for status in (400, 401, 402, 404, 413, 429)
}


def create_app(key: str, base_url: str, folder: Path, cache: Path, models: Catalogue) -> FastAPI:
    """The API for one key at one address, with these models; files live in `folder` and end with
    the next start."""
    files, renderers = Files(folder, base_url), Renderers()
    tasks = Tasks(files, RenderQueue(renderers, cache))
    analysis = ImageAnalysis(renderers, cache)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        yield
        await tasks.stop()
        await analysis.stop()
        await renderers.stop()

    app = FastAPI(title="Local WaveSpeedAI API", version="3", lifespan=lifespan)
    app.add_exception_handler(Refused, _refused)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http_problem)
    app.include_router(uploads.storage(files, analysis), responses=_PROBLEMS)
    keyed = APIRouter(prefix="/api/v3", responses=_PROBLEMS, dependencies=[Depends(_bearer(key))])
    keyed.include_router(uploads.routes(files, analysis, base_url))
    keyed.include_router(account.routes(tasks, models))
    keyed.include_router(
        predictions.routes(tasks, models.contracts, base_url)
    )  # takes what is left
    app.include_router(keyed)
    return app


def _bearer(key: str) -> Callable[..., Awaitable[None]]:
    scheme = HTTPBearer(auto_error=False)

    async def check(
        given: Annotated[HTTPAuthorizationCredentials | None, Depends(scheme)],
    ) -> None:
        if given is None or not secrets.compare_digest(given.credentials.encode(), key.encode()):
            raise BadKey("Invalid API key")

    return check


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
