"""The provider's catalogue of models, read into our own words. It is large, and untrusted."""

from collections.abc import Mapping
from typing import Any

from ..catalog import Input
from .answers import items, plain, table

_PYTHON = {"string": str, "integer": int, "boolean": bool, "array": list}
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
    told = str(field.get("type")).replace("number", "integer")
    kind = told if told in _PYTHON else "string"
    of_this_kind = [each for each in items(field.get("enum")) if type(each) is _PYTHON[kind]]
    return Input(
        name=name,
        type=kind,
        about=plain(field.get("description")),
        required=required,
        default=default if type(default) is _PYTHON[kind] else None,
        values=tuple(of_this_kind[:MOST_VALUES]),
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
