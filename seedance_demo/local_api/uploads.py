"""Routes of the local API for uploads and files: by ticket, by form, and from the storage."""

import mimetypes
from typing import Annotated, Any

from fastapi import APIRouter, File, Request, UploadFile
from fastapi.responses import FileResponse
from starlette.exceptions import HTTPException

from ..errors import NotFound
from .bodies import Answer, Uploaded, UploadRequest, UploadTicket
from .image_analysis import ImageAnalysis
from .tasks import Files

MAX_UPLOAD = 200 << 20
_BINARY_BODY: dict[str, Any] = {"requestBody": {"content": {"application/octet-stream": {}}}}


def routes(files: Files, analysis: ImageAnalysis, base_url: str) -> APIRouter:
    """The routes that need the key."""
    router = APIRouter()

    @router.post("/media/uploads")
    async def upload_ticket(asked: UploadRequest) -> Answer[Uploaded]:
        ticket, path = files.await_upload(asked.filename)
        slot = UploadTicket(
            url=f"{base_url}/storage/{ticket}", headers={"Content-Type": asked.content_type}
        )
        return Answer(data=_uploaded(files.url(path), asked.filename, asked.size, slot))

    @router.post("/media/upload/binary")
    async def upload_form(file: Annotated[UploadFile, File()]) -> Answer[Uploaded]:
        data = await file.read(MAX_UPLOAD + 1)
        _check_size(len(data))
        path = files.new(file.filename or "file")
        path.write_bytes(data)
        analysis.add(path)
        return Answer(data=_uploaded(files.url(path), path.name, len(data)))

    return router


def storage(files: Files, analysis: ImageAnalysis) -> APIRouter:
    """What the provider's storage serves: no key, but nobody guesses the address."""
    router = APIRouter()

    @router.put("/storage/{ticket}", openapi_extra=_BINARY_BODY)
    async def put_upload(ticket: str, request: Request) -> Answer[None]:
        path = files.receive(ticket, await _body(request))
        if path is None:
            raise NotFound("This upload address is not valid")
        analysis.add(path)
        return Answer(data=None)

    @router.get("/files/{token}/{name}", response_class=FileResponse)
    async def get_file(token: str, name: str) -> FileResponse:
        path = files.find(token, name)
        if path is None:
            raise NotFound("File not found")
        return FileResponse(path)

    return router


def _uploaded(url: str, name: str, size: int | None, slot: UploadTicket | None = None) -> Uploaded:
    kind = (mimetypes.guess_type(name)[0] or "file").split("/")[0]
    return Uploaded(type=kind, download_url=url, filename=name, size=size, upload=slot)


async def _body(request: Request) -> bytes:
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        _check_size(len(body))
    return bytes(body)


def _check_size(size: int) -> None:
    if size > MAX_UPLOAD:
        raise HTTPException(413, "The file is larger than 200 MB")
