"""Parses the provider's model catalogue, which is large and untrusted, into inputs."""

from collections.abc import Mapping
from typing import Any

from ..catalog import Input
from .answers import items, plain, table

_TYPES = {name: name for name in ("string", "integer", "boolean", "array")} | {"number": "integer"}
_NULLABLE = ("anyOf", "oneOf")  # how a generator writes "this, or null"
MOST_FIELDS, MOST_VALUES = 50, 60  # more is no model we know


def read_inputs(answer: Mapping[str, Any], model_id: str) -> tuple[Input, ...]:
    """What `model_id` takes, by the answer to `GET /models`; empty when it cannot be read."""
    for model in items(answer.get("data")):
        if table(model).get("model_id") == model_id:
            return _inputs(_request_schema(table(model)))
    return ()


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
        type=_TYPES.get(str(field.get("type")), "string"),
        about=plain(field.get("description")),
        required=required,
        default=default if isinstance(default, (str, int, float)) else None,
        values=tuple(items(field.get("enum"))[:MOST_VALUES]),
        minimum=_bound(field.get("minimum")),
        maximum=_bound(field.get("maximum")),
        max_items=_bound(field.get("maxItems")),
    )


def _not_null(field: Mapping[str, Any]) -> Mapping[str, Any]:
    """The field itself where the schema says "this, or null"."""
    for choices in _NULLABLE:
        for choice in map(table, items(field.get(choices))):
            if choice.get("type") != "null":
                return choice
    return field


def _bound(value: object) -> int | None:
    return int(value) if isinstance(value, (int, float)) and abs(value) < 1 << 53 else None
