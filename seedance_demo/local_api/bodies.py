"""Request and response bodies of the local API, as the provider writes them."""

import re
from datetime import UTC, datetime
from typing import Any, Generic, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, create_model

from ..catalog import Contract, Input
from ..errors import Refused

T = TypeVar("T")


class Answer(BaseModel, Generic[T]):
    """The provider's envelope."""

    code: int = 200
    message: str = "success"
    data: T


class Problem(BaseModel):
    code: int
    message: str


class UploadRequest(BaseModel):
    filename: str = Field(min_length=1, max_length=255)
    size: int | None = None
    content_type: str = "application/octet-stream"


class UploadTicket(BaseModel):
    method: str = "PUT"
    url: str
    headers: dict[str, str]


class Uploaded(BaseModel):
    type: str
    download_url: str
    filename: str
    size: int | None = None
    upload: UploadTicket | None = None


class Urls(BaseModel):
    get: str


class Timings(BaseModel):
    inference: int


class Frames(BaseModel):
    done: int
    total: int
    still: str


class TaskView(BaseModel):
    """A prediction. `frames` is the local API's own addition: a real share of the work done, and a
    small JPEG, in base64, of what was drawn last."""

    id: str
    model: str
    outputs: list[str]
    urls: Urls
    has_nsfw_contents: list[bool]
    status: str
    created_at: str
    error: str
    code: int
    timings: Timings
    inputs: dict[str, Any] | None = None
    frames: Frames | None = None


class PriceRequest(BaseModel):
    model_id: str
    inputs: dict[str, Any] = {}


class Price(BaseModel):
    model_id: str
    price: float
    discounted_price: float
    unit_price: float
    currency: str = "USD"


class Balance(BaseModel):
    balance: float
    currency: str = "USD"


class RecentRequest(BaseModel):
    page: int = Field(1, ge=1)
    page_size: int = Field(20, ge=1, le=100)
    created_after: str | None = None
    created_before: str | None = None
    model: str | None = None
    status: str | None = None
    include_inputs: bool = False


class Recent(BaseModel):
    page: int
    items: list[TaskView]


class RequestSchema(BaseModel):
    type: str
    method: str = "POST"
    request_schema: dict[str, Any]


class ApiSchema(BaseModel):
    api_schemas: list[RequestSchema]


class ModelView(BaseModel):
    model_id: str
    name: str
    description: str
    base_price: float
    type: str
    sort_order: int
    api_schema: ApiSchema


class BillsRequest(BaseModel):
    page: int = Field(1, ge=1)
    page_size: int = Field(20, ge=1, le=100)
    start_time: str | None = None
    end_time: str | None = None


class Billed(BaseModel):
    uuid: str


class Bill(BaseModel):
    uuid: str
    billing_type: str = "deduct"
    price: float
    created_at: str
    prediction: Billed


class Bills(BaseModel):
    page: int
    has_more: bool
    items: list[Bill]


def moment(text: str | None, otherwise: float) -> float:
    """Unix time of a date in a request, UTC without a zone. Raises `Refused` when it is none."""
    if not text:
        return otherwise
    try:
        read = datetime.fromisoformat(text)
        return (read if read.tzinfo else read.replace(tzinfo=UTC)).timestamp()
    except (ValueError, OverflowError):
        raise Refused("dates are written like 2026-04-01T12:34:56Z") from None


_TYPES: dict[str, Any] = {"string": str, "integer": int, "boolean": bool, "array": list[str]}


def inputs_of(model_id: str, contract: Contract) -> type[BaseModel]:
    """The model's request body. Unknown fields are dropped without a word, as the provider does."""
    fields: dict[str, Any] = {each.name: _field(each) for each in contract.inputs}
    name = "".join(part.capitalize() for part in re.split(r"[/.-]", model_id))
    config = ConfigDict(strict=True, json_schema_extra={"additionalProperties": False})
    return create_model(name + "Inputs", __config__=config, **fields)


def request_schema(model_id: str, contract: Contract) -> dict[str, Any]:
    order = [each.name for each in contract.inputs]
    return inputs_of(model_id, contract).model_json_schema() | {"x-order-properties": order}


def _field(each: Input) -> tuple[Any, Any]:
    kind = Literal[each.values] if each.values else _TYPES.get(each.type, Any)
    limits: dict[str, Any] = {"description": each.about}
    if each.type in ("string", "array"):
        limits |= {"max_length": each.max_items} if each.max_items else {}
        limits |= {"min_length": 1} if each.required else {}
    if each.minimum is not None:
        limits |= {"ge": each.minimum, "le": each.maximum}
    if each.required:
        return kind, Field(**limits)
    return (kind if each.default is not None else kind | None), Field(each.default, **limits)
