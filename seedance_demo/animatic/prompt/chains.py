"""Deals a chain of views to as many shots: "The camera: wide -> push in -> close-up"."""

import re
from dataclasses import replace

from .camera import read_camera
from .rules import Rule, any_of
from .segment import SegmentedPrompt
from .text import PromptText

_ARROW = re.compile(r" ?(?:->|=>|→|⇒|>{1,2}) ?")
_CHAIN = any_of(
    Rule(
        r"(?:^|(?<=[\n.;])) ?(?:the )?(?:camera|运镜|镜头|机位|カメラ|카메라|c[aáâ]m[ae]ra"
        r"|cam[eé]ra|kamera)[^:\n.;>→]{0,20}: ?(?P<views>[^\n.;]*(?:->|=>|→|⇒)[^\n.;]*)",
        takes="the camera: pan left -> push in",
        leaves="the story: a pier -> a boat",
    )
)


def dealt(divided: SegmentedPrompt) -> SegmentedPrompt:
    """The same with each view of the chain that stands in the head in the shot it is meant for; it
    stays where it is longer or shorter than the film, or the shots have views of their own."""
    *first, last = divided.segments
    head, views = _taken_out(divided.head)
    if not views:
        words, views = _taken_out(last.words)
        last = replace(last, words=words)
    shots = (*first, last)
    if len(views) != len(shots) or any(read_camera(shot.words.plain).is_told for shot in shots):
        return divided
    dealt_out = (
        replace(shot, words=shot.words + view) for shot, view in zip(shots, views, strict=True)
    )
    return SegmentedPrompt(head, tuple(dealt_out))


def _taken_out(words: PromptText) -> tuple[PromptText, list[PromptText]]:
    """`words` without a chain, and its views, each behind the chain's label."""
    chain = _CHAIN.search(words.plain)
    if chain is None:
        return words, []
    label = words[chain.start() : chain.start("views")]
    arrows = list(_ARROW.finditer(words.plain, *chain.span("views")))
    begins = [chain.start("views"), *(arrow.end() for arrow in arrows)]
    ends = [*(arrow.start() for arrow in arrows), chain.end("views")]
    views = [label.followed_by(words[begin:end]) for begin, end in zip(begins, ends, strict=True)]
    return words[: chain.start()] + words[chain.end() :], views
