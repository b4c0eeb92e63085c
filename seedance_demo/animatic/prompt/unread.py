"""Finds what a text says of the camera that was not read: no word of it is dropped in silence."""

import re

from .instructions import read_instructions
from .language import READ, Language
from .rules import Rule, any_of
from .text import PromptText

_SENTENCE = re.compile(r"(?:[^.;!?\n。；！？]|\n(?=[a-z]))+")
# The camera as who does something, or as a label.
_CAMERA = any_of(
    Rule(
        r"(?:^|[,:(\[] ?|(?<![a-z])(?:and|then|as|while|until) )(?:the |our |a )?"
        r"(?:camera|cam|drone)(?: (?:motion|move|movement|work))?"
        r"(?! (?:crew|phone|operator|flash|shutter|lens|click)|m[ae]n)(?:s? [a-z]|:)",
        takes="the camera escapes through the keyhole",
        leaves="she smiles at the camera in her hand",
    ),
    Rule(
        r"(?:^|[,:：，、 ])(?:镜头|机位|运镜|摄像机|摄影机)"
        r"(?![前里内外上下中一二三四五六七八九十0-9])",
        takes="镜头钻入钥匙孔",
        leaves="她看向镜头",
    ),
    Rule(
        r"(?:^|[,:、 ])カメラ(?:が|は|を|ワーク)|(?:^|[,: ])카메라(?:가|는| 워크| 무빙)",
        takes="カメラが鍵穴を抜ける",
        leaves="カメラに微笑む",
    ),
    Rule(
        r"(?:^|[,:(] ?|(?<![a-z])(?:y|e|et|und) )(?:(?:la|a|die|una|une|uma|eine) )?"
        r"(?:c[aáâ]mara|câmera|caméra|kamera)(?: (?!lenta)[a-zà-ÿ]| ?:)",
        takes="la cámara escapa por la cerradura",
        leaves="ella mira a la cámara en su mano",
    ),
)
_LONGEST = 60  # characters that are quoted


def unread_of_camera(text: str, language: str) -> str:
    """The first sentence about the camera of which nothing was understood; "" where there is none.
    `language` by its English name."""
    tongue = Language(language, READ.get(language))
    for sentence in _SENTENCE.findall(text):
        said = _CAMERA.search(sentence.strip().lower())
        if said and not read_instructions(PromptText.of(sentence), 0, tongue).camera.is_told:
            words = " ".join(sentence.split())
            return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rstrip()}…"
    return ""
