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


def is_heading(label: str) -> bool:
    """Whether a label heads a part of a prompt rather than says who speaks."""
    return bool(_SECTION.search(label))


def describes(label: str) -> bool:
    """Whether it heads words that describe, so that quotes around them are no speech."""
    return bool(_DESCRIBED.search(label))
