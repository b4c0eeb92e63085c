"""The order of the pictures, which Gradio's gallery cannot change: a line of numbers below it."""

from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")

# The picture keeps the focus while it moves, wherever it goes.
ON_LOAD = """
element.addEventListener("click", (event) => {
  const step = event.target.closest("[data-step]");
  if (!step) return;
  const [from, to] = [step.dataset.from, step.dataset.step].map(Number);
  trigger("click", { from, to: from + to });
  const moved = [...element.querySelectorAll(`[data-from="${from + to}"]:enabled`)];
  (moved.find((each) => each.dataset.step === step.dataset.step) ?? moved[0])?.focus();
});
"""


def order(pictures: int) -> str:
    """HTML: for each picture its name, a chip for the prompt, and where two are, its two steps."""
    return f'<ol class="order">{"".join(_item(n, pictures) for n in range(pictures))}</ol>'


def moved(pictures: Sequence[T], start: object, end: object) -> list[T]:
    """The pictures with the one at `start` at `end`; as they are where there is no such place."""
    order = list(pictures)
    places = range(len(order))
    if start in places and end in places:
        order.insert(int(str(end)), order.pop(int(str(start))))
    return order


def _item(n: int, pictures: int) -> str:
    name = f'<button type="button" data-words="@Image{n + 1}">@Image{n + 1}</button>'
    steps = (_step(n, -1, "‹", "earlier", n == 0), _step(n, 1, "›", "later", n == pictures - 1))
    return f"<li>{name}{''.join(steps) if pictures > 1 else ''}</li>"


def _step(n: int, step: int, sign: str, where: str, at_the_end: bool) -> str:
    return (
        f'<button type="button" data-from="{n}" data-step="{step}" '
        f'aria-label="Move picture {n + 1} {where}"{" disabled" * at_the_end}>{sign}</button>'
    )
