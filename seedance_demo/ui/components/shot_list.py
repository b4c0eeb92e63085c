"""The animatic's plan as HTML: a row for each shot, with what will not be shown."""

from html import escape

from ...animatic.prompt.director import direct
from ...animatic.shot_list import Row, shot_list

EMPTY_SHOT_LIST = "<p class='quiet'>The shot list appears here while you write.</p>"


def shot_list_html(prompt: str, seconds: float, images: int) -> str:
    """HTML, an item for each shot. Everything of the prompt in it is escaped."""
    if not prompt.strip():
        return EMPTY_SHOT_LIST
    rows = shot_list(direct(prompt, seconds, images))
    return f"<ol class='shots'>{''.join(map(_item, rows))}</ol>"


def _item(row: Row) -> str:
    facts = {"Camera": row.camera, "Light": row.light, "Sound": row.sound}
    facts["Not animated"] = row.not_animated
    told = (f"<dt>{name}</dt><dd>{escape(fact)}</dd>" for name, fact in facts.items() if fact)
    return f"<li><b>{escape(row.time)} · {escape(row.image)}</b><dl>{''.join(told)}</dl></li>"
