"""Tells how a camera is held by its kind: one that watches a door hangs still, one on a helmet
shakes, one behind a windscreen goes forward.

Only a shot of which no move is told is held so: "CCTV footage, slow zoom in" zooms.
"""

import re
from collections.abc import Iterable, Iterator

from ..plan import Move
from .lexicon import Hit
from .negation import is_refused
from .rules import Rule, any_of

_KINDS = (
    (
        Move.STATIC,
        r"cctv|(?:security|surveillance|doorbell|nanny|baby|trail|traffic|spy) ?cam(?:era)?s?"
        r"|surveillance|web ?cam|baby monitor|камер[а-я]* (?:видео)?наблюдения|веб-?камер[а-я]*"
        r"|c[aá]mara de (?:seguridad|vigilancia)|c[aâ]mera de (?:seguran[cç]a|vigil[aâ]ncia)"
        r"|cam[eé]ra de (?:surveillance|s[eé]curit[eé])|vid[eé]osurveillance"
        r"|telecamera di (?:sicurezza|sorveglianza)|[uü]berwachungskamera"
        r"|g[uü]venlik kamerası|监控(?:摄像头|摄像机|探头|录像)?|网络摄像头|門鈴攝影機|门铃摄像头"
        r"|(?:防犯|監視)カメラ|ウェブカメラ|감시 ?카메라|보안 ?카메라",
    ),
    (
        Move.HANDHELD,
        r"body[- ]?cam(?:era)?s?|selfie|vlog(?:ger)?"
        r"|(?<!nature )(?<!wildlife )documentary|camcorder|(?:helmet|chest|action)"
        r"[- ]?cam(?:era)?|gopro|执法记录仪|自拍|自撮り|셀카|브이로그|ボディカメラ|바디캠",
    ),
    (
        Move.PUSH_IN,
        r"dash[- ]?cam(?:era)?s?|видеорегистратор[а-я]*|行车记录仪|ドライブレコーダー|ドラレコ"
        r"|블랙박스",
    ),
)
_KIND = re.compile(
    "(?<![a-zà-ÿ])(?:"
    + "|".join(rf"(?P<k{n}>{kind})" for n, (_, kind) in enumerate(_KINDS))
    + ")(?![a-z])"
)
# One of these is in each of their names: most texts are not searched for them.
_PARTS = (
    *("cam", "cám", "câm", "caméra", "kamera", "камер", "cctv", "surveill", "monitor", "selfie"),
    *("vlog", "document", "gopro", "видеорег", "监控", "摄", "攝", "记录仪", "自拍", "自撮り"),
    *(
        "カメラ",
        "ドラレコ",
        "ドライブレコーダー",
        "카메라",
        "셀카",
        "브이로그",
        "바디캠",
        "블랙박스",
    ),
)
# Where it films, rather than being a thing in the picture.
_OF_THE_FILM = any_of(
    Rule(
        r"[- ](?:camera )?(?:(?:style|like|type)[- ])?(?:footage|views?|video|recording|clip|feed"
        r"|angle|perspective|style|pov|film|shots?|look|aesthetic|feel|mode|vlog"
        r"|realism|approach|视角|mounted)(?![a-z])",
        takes="cctv| footage of a cat",
        leaves="cctv| blinks on the wall",
    ),
    Rule(
        r"(?:头|机)?(?:的)?(?:画面|视角|拍摄|风格|镜头|视频|感|第一视角)"
        r"|(?:カメラ)?(?:の|風の?)?(?:映像|視点|動画|風)|(?:의)? ?(?:영상|시점|화면|모드|스타일)",
        takes="监控|画面",
        leaves="监控|室里的保安",
    ),
    Rule(
        r" (?:mounted|strapped|attached|fixed|on (?:a|an|the|his|her) (?:helmet|chest|head|surf"
        r"board|bike|handlebars?|dog|drone|board|collar))",
        takes="gopro| mounted on a surfboard",
        leaves="gopro| in its box",
    ),
)
_FILMED_BY = any_of(
    Rule(
        r"(?:footage|view|video|grabaci[oó]n|grava[cç][aã]o|v[ií]d[eé]o|enregistrement|aufnahmen?"
        r"|bilder|registrazione|riprese?|im[aá]ge(?:n|ne|m|ns|s)?|vista|vue|запись|кадры|видео|съ[её]мка|снято"
        r"|filmed|captured|recorded|shot|seen|mimics|mimicking|film[eé]e?|grabad[oa]|gravad[oa])"
        r"(?: (?:from|through|by|on|with|of|via|as|an?|the|de|da|do|di|d'une|una?|uma|une|einer"
        r"|von|par|с|на|high|grainy|old|low|cheap|home|black|and|white|fixed|style|estilo"
        r"|[a-z]+-mounted))* ?$",
        takes="captured through a grainy |security camera",
        leaves="she smiles at the |security camera",
    ),
    Rule(
        r"(?<![a-z])(?:estilo|style|façon|stile|im stil|modo|en mode|tipo|video|plano|vídeo)"
        r"(?: (?:de|d'|an?|eines?))?[- ]$",
        takes="video estilo |selfie",
        leaves="ella toma una |selfie",
    ),
)
_OPENS = re.compile(r"(?:^|[.,;:!?\n(\[|【】\]]) ?(?:a |an |the )?$")
_CLOSES = re.compile(r" ?(?:$|[.,;:!?\n)\]|【】])")
_WATCHED = any_of(
    Rule(
        r"(?<![a-z])(?:watch|look|review|check|stud|monitor|scroll|hack|delet|eras|steal|smash"
        r"|avoid)"
        r"[a-z]*(?: (?:at|through|over|into|to))?(?: (?:the|an?|some|his|her|old|grainy))* $",
        takes="a guard watches the |cctv footage",
        leaves="a guard in |cctv footage",
    )
)


def by_kind(text: str) -> Iterator[Hit[Move]]:
    """The ways in which the cameras are held that `text` (lower case) films with."""
    known = any(part in text for part in _PARTS)
    for match in _KIND.finditer(text) if known else ():
        start, end = match.span()
        before = text[max(0, start - 60) : start]
        alone = _OPENS.search(before) and _CLOSES.match(text, end)
        films = alone or _OF_THE_FILM.match(text, end) or _FILMED_BY.search(before)
        if films and not (_WATCHED.search(before) or is_refused(text, start, end)):
            yield Hit(_KINDS[int((match.lastgroup or "k0")[1:])][0], start, end)


def held_by(kinds: Iterable[Hit[Move]]) -> tuple[Move, ...]:
    """How the first of them is held."""
    return tuple(hit.meaning for hit in kinds)[:1]
