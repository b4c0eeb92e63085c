"""Tells what a label heads: a part of a prompt, what is shown in words, or who speaks."""

import re

from .rules import Rule, any_of

# What heads a section, or names an image, is no aside.
_SECTION = any_of(
    Rule(
        r"style|duration|scene|character|shot|camera|light|audio|sound|music|time|image|action|@",
        takes="Style",
        leaves="The end",
    ),
    Rule(
        r"首帧|尾帧|转场|描述|动态|内容|参考|口型|看点|景深|禁止|负面|约束|技术|色|氛围|质|bgm|节奏"
        r"|主题|声|整体|核心|要点|备注|注意|提示"
        r"|风格|时长|场景|人物|角色|镜|机位|光|音|画面|动作|对白|台词|要求|时间|主体|环境|图|视频"
        r"|秒",
        takes="画面风格",
        leaves="深夜",
    ),
    Rule(r"[0-9] ?[:s-]", takes="0-3s", leaves="Chapter 2"),
    flags=re.IGNORECASE,
)
# What tells of a picture, and never says a line.
_DESCRIBED = any_of(
    Rule(
        r"(?<![a-z])(?<!to )(?<!to the )(?<!into the )(?<!at the )(?<! a )(?<! à )"
        r"(?<!à la )(?<!a la )(?<!in die )(?<!alla )(?<!para a )"
        r"(?:prompt|descri[^\W\d]+|detail|style|look|film|mood|camera|cam[eé]ra|c[aâá]mara"
        r"|kamera|subject|action|setting|background|environment|location|lighting|movement|motion"
        r"|composition|framing|visuals?|genre|tone|atmosphere|keywords|concept|estilo|stil|beschreibung"
        r"|ambiance|lumi[eè]re|iluminaci[oó]n|licht|scene|scena|cena|escena|sc[eè]ne|szene)"
        r"(?:s|[ _][a-z]+)?(?: ?[(（][^()（）]*[)）])? ?$",
        takes="Video prompt",
        leaves="Scene 2",
    ),
    Rule(
        r"(?:промпт|описание|стиль|камера|свет|сцена)|(?:프롬프트|묘사|설명|스타일|분위기|조명|카메라|배경|장면)"
        r" ?$|(?:プロンプト|説明|描写|スタイル|雰囲気|カメラ|照明|動き|シーン) ?$",
        takes="상세 묘사",
        leaves="할머니",
    ),
    Rule(
        r"(?:提示词|描述|描写|风格|运镜|镜头|画面|场景|动作|主体|环境|氛围|光影|表演|节目|短片|标题)"
        r"(?: ?[(（][^()（）]*[)）])? ?$",
        takes="10 秒春晚风格舞台表演",
        leaves="小明",
    ),
    flags=re.IGNORECASE,
)

_PART = (
    r"camera(?: [a-z]+)?|light(?:ing)?|sounds?|audio|music|style|mood|action|scene|subject|setting"
)
# Labels in other forms than behind a colon. One alone may be a change: "light -> dark".
_WITH_ARROW = any_of(
    Rule(
        rf"(?:^|(?<=[;.\n])) ?(?P<label>{_PART}) ?(?:->|→|=>|=) ?",
        takes="camera -> dolly in",
        leaves="the camera -> dolly in",
    ),
    flags=re.IGNORECASE | re.MULTILINE,
)
_TAGGED = any_of(
    Rule(
        r"<(?P<tag>[a-z_ ]{3,20})>(?P<words>[^<>]{1,400})</(?P=tag)>",
        takes="<camera>orbit left</camera>",
        leaves="<a door creaks> orbit left",
    ),
    flags=re.IGNORECASE,
)
# What a label says there is none of, and how it is said without one.
_NONE = any_of(
    Rule(
        r"(?<![\w-])(?P<label>(?:background )?music|bgm|score|soundtrack|sfx|sound effects"
        r"|subtitles?|captions?|camera(?: movement| motion| move)?) ?[:=] ?"
        r"(?:none|no|off|n/?a|false|nothing)(?= ?(?:[.,;|\]\n]|$))",
        takes="music: none.",
        leaves="music: none but drums",
    ),
    Rule(
        r"(?P<han>(?:背景)?音乐|配乐|字幕|运镜|镜头运动|音效) ?[:：] ?(?:无|没有|不要)"
        r"(?= ?(?:[.,;，。；\n]|$))",
        takes="音乐：无",
        leaves="音乐：无歌词的钢琴",
    ),
    flags=re.IGNORECASE,
)
_FIXED = any_of(
    Rule(
        r"(?<!\w)-{0,2}camera_?fixed(?: ?[:=]? ?true)?(?!\w)(?! ?[:=]? ?false)",
        takes="--camerafixed true",
        leaves="--camerafixed false",
    ),
    flags=re.IGNORECASE,
)


# Who says a line in a voice of some kind.
_VOICED = any_of(
    Rule(
        r"(?:^|(?<=[.!?;] )|(?<=[。！？；]))(?P<label>(?:[a-z][\w' ]{1,24}|[一-鿿]{1,6})"
        r" ?[(（][^()（）\n]{0,24}(?:whisper|softly|quietly|shout|yell|murmur|mutter|voice|低语"
        r"|低声|轻声|小声|大声|喊|哽咽|独白)[^()（）\n]{0,24}[)）] ?[:：] ?)"
        r"(?P<line>[^\n“”\"「」『』{}‘<]{2,160}?)(?=[\n。]|$|\.(?:\s|$)|(?<=[?!？！]))",
        takes="Man (whispering): we have to leave now",
        leaves="Man (sitting): we see him from behind",
    ),
    flags=re.IGNORECASE | re.MULTILINE,
)
# Quick to look for, and in few texts.
_BEHIND_BRACKET = re.compile(r"[)）] ?[:：]")
_ARROW = re.compile(r"[>=→]")
_SAYS_NONE = re.compile(r"[:=：] ?(?:[nNoOfF]|无|没有|不要)")


def with_usual_labels(text: str) -> str:
    """The labels of a text before colons, and what they refuse as a refusal: "music: none"."""
    text = _TAGGED.sub(r"\g<tag>: \g<words>. ", text)
    if _ARROW.search(text) and len(_WITH_ARROW.findall(text)) > 1:
        text = _WITH_ARROW.sub(r" \g<label>: ", text).strip()
    if "ixed" in text:  # Fixed or fixed: quick to look for
        text = _FIXED.sub("static camera", text)
    return _NONE.sub(_refusal, text) if _SAYS_NONE.search(text) else text


def with_voiced_lines(text: str) -> str:
    """The lines behind who says them and in which voice, in quotes."""
    return _VOICED.sub(r"\g<label>“\g<line>”", text) if _BEHIND_BRACKET.search(text) else text


def _refusal(none: re.Match[str]) -> str:
    if none["han"]:
        return f"没有{none['han']}"
    label = none["label"].lower()
    return f"no {label} movement" if label == "camera" else f"no {label}"


def is_heading(label: str) -> bool:
    """Whether a label heads a part of a prompt rather than says who speaks."""
    return bool(_SECTION.search(label))


def describes(label: str) -> bool:
    """Whether it heads words that describe, so that quotes around them are no speech."""
    return bool(_DESCRIBED.search(label))
