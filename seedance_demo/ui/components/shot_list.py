"""The animatic's plan as HTML: a row for each shot, with what will not be shown."""

from markupsafe import Markup

from ...animatic.prompt.director import direct
from ...animatic.shot_list import Row, of_language, shot_list

EMPTY_SHOT_LIST = Markup("<p class='quiet'>The shot list appears here while you write.</p>")


def shot_list_html(prompt: str, seconds: float, images: int) -> Markup:
    """HTML, an item for each shot."""
    if not prompt.strip():
        return EMPTY_SHOT_LIST
    plan = direct(prompt, seconds, images)
    rows = Markup().join(map(_item, shot_list(plan)))
    note = of_language(plan)
    told = Markup("<p class='quiet'>{}</p>").format(note) if note else Markup()
    return told + Markup("<ol class='shots'>{}</ol>").format(rows)


def _item(row: Row) -> Markup:
    facts = {"Camera": row.camera, "Light": row.light, "Sound": row.sound}
    facts["Not animated"] = row.not_animated
    pair = Markup("<dt>{}</dt><dd>{}</dd>")
    told = Markup().join(pair.format(name, fact) for name, fact in facts.items() if fact)
    return Markup("<li><b>{} · {}</b><dl>{}</dl></li>").format(row.time, row.image, told)
