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
    chain = _CHAIN.search(divided.head.plain)
    if chain is None or any(read_camera(each.words.plain).is_told for each in divided.segments):
        return divided
    views = _views(divided.head, chain.start("views"), chain.end("views"))
    if len(views) != len(divided.segments):
        return divided
    head = divided.head[: chain.start()] + divided.head[chain.end() :]
    label = divided.head[chain.start() : chain.start("views")]
    segments = (
        replace(segment, words=segment.words + label.followed_by(view))
        for segment, view in zip(divided.segments, views, strict=True)
    )
    return SegmentedPrompt(head, tuple(segments))


def _views(words: PromptText, start: int, end: int) -> list[PromptText]:
    arrows = list(_ARROW.finditer(words.plain, start, end))
    begins = [start, *(arrow.end() for arrow in arrows)]
    ends = [*(arrow.start() for arrow in arrows), end]
    return [words[begin:stop] for begin, stop in zip(begins, ends, strict=True)]
