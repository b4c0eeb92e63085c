"""Parses the provider's model catalogue, which is large and untrusted, into inputs."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from ..catalog import Input
from ..money import provider_amount
from .answers import items, plain, table

_TYPES = {name: name for name in ("string", "integer", "boolean", "array")} | {"number": "integer"}
_NULLABLE = ("anyOf", "oneOf")  # how a generator writes "this, or null"
_PARTS = re.compile(r"duration\)?\s*/\s*([1-9]\d?)(?!\d|\.)")
MOST_FIELDS, MOST_VALUES = 50, 60  # more is no model we know


@dataclass(frozen=True)
class Entry:
    """A model of the catalogue. `usd_per_second` is what it costs at least, None where no base
    price can be read; `inputs` are empty where its schema cannot."""

    id: str
    inputs: tuple[Input, ...]
    usd_per_second: Decimal | None


def read_catalogue(
    answer: Mapping[str, Any], wanted: Callable[[str], bool] = bool
) -> dict[str, Entry]:
    """The models of an answer to `GET /models` whose id is wanted, by their ids."""
    found: dict[str, Entry] = {}
    for model in map(table, items(answer.get("data"))):
        name = model.get("model_id")
        if isinstance(name, str) and name not in found and wanted(name):
            found[name] = Entry(name, _inputs(_request_schema(model)), _least(model))
    return found


def _least(model: Mapping[str, Any]) -> Decimal | None:
    """The base price is for as many seconds as the formula divides by (`base_price * duration / 5`)
    or, where no formula says so, taken for that of one."""
    price = provider_amount(model.get("base_price"))
    parts = [int(part) for part in _PARTS.findall(str(model.get("formula")))]
    return price / min(parts, default=1) if price and price > 0 else None


def _request_schema(model: Mapping[str, Any]) -> Mapping[str, Any]:
    """The schema of the call that runs the model; older answers have no list of calls."""
    api = table(model.get("api_schema"))
    calls = items(api.get("api_schemas")) or [api]
    return table(table(calls[0]).get("request_schema"))


def _inputs(schema: Mapping[str, Any]) -> tuple[Input, ...]:
    fields, required = table(schema.get("properties")), items(schema.get("required"))
    if not fields or len(fields) > MOST_FIELDS:
        return ()
    return tuple(
        _input(str(name), table(field), required=name in required) for name, field in fields.items()
    )


def _input(name: str, field: Mapping[str, Any], *, required: bool) -> Input:
    default, field = field.get("default"), _not_null(field)
    return Input(
        name=name,
        type=_kind(field),
        about=plain(field.get("description")),
        required=required,
        default=default if isinstance(default, (str, int, float)) else None,
        values=tuple(items(field.get("enum"))[:MOST_VALUES]),
        minimum=_bound(field.get("minimum")),
        maximum=_bound(field.get("maximum")),
        max_items=_bound(field.get("maxItems")),
    )


def _kind(field: Mapping[str, Any]) -> str:
    """In our words; empty for what this page cannot make, like an object or a list of them."""
    named = field.get("type", "string" if "$ref" not in field else "")
    some = [each for each in named if each != "null"] if isinstance(named, list) else [named]
    kind = _TYPES.get(str(some[0]), "") if len(some) == 1 else ""
    inside = table(field.get("items")).get("type", "string")
    return "" if kind == "array" and inside != "string" else kind


def _not_null(field: Mapping[str, Any]) -> Mapping[str, Any]:
    """The field itself where the schema says "this, or null"."""
    for choices in _NULLABLE:
        for choice in map(table, items(field.get(choices))):
            if choice.get("type") != "null":
                return choice
    return field


def _bound(value: object) -> int | None:
    return int(value) if isinstance(value, (int, float)) and abs(value) < 1 << 53 else None
