"""Models as the provider's catalogue lists them, of next year and of every kind."""

from typing import Any

NEWER = "bytedance/seedance-9.9/image-to-video"
PROMPT = {"type": "string", "description": "What happens"}
URL = {"type": "string"}
SECONDS = {"type": "integer", "minimum": 4, "maximum": 30, "default": 5}
LINES = {"type": "string", "enum": ["720p", "1080p", "8k"], "default": "1080p"}
FIELDS: dict[str, Any] = {"prompt": PROMPT, "image": URL, "duration": SECONDS, "resolution": LINES}
FORMULA = '{"total_price": base_price * duration / 5}'


def entry(
    model: str = NEWER,
    fields: dict[str, Any] = FIELDS,  # read only
    required: Any = ("prompt", "image"),
    **more: Any,
) -> dict[str, Any]:
    """An entry; in `fields` None takes one of the usual ones away."""
    properties = {name: field for name, field in (FIELDS | fields).items() if field is not None}
    schema = {"type": "object", "properties": properties, "required": list(required)}
    calls = [{"type": "model_run", "request_schema": schema}]
    usual = {"name": model, "base_price": 1.5, "formula": FORMULA, "type": "image-to-video"}
    return {"model_id": model, **usual, "api_schema": {"api_schemas": calls}} | more
