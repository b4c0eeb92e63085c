"""Tells what a text in quotes or brackets is: said, written on the picture, heard, or a name.

Quotes alone are no caption: titles, irony and names of things stand in them too. Somebody must say
or write what they hold, in the words beside them or by the form of an utterance.
"""

import re
from enum import Enum, auto

from .labels import describes, is_heading
from .named_things import NAMED, PRINTED, TOLD_OF
from .rules import Rule, any_of

_PICTURE = any_of(
    Rule(
        r"image|img|picture|photo|图|video|视频|^[ 0-9:s.–-]+$",
        takes="Image 1",
        leaves="a door creaks",
    ),
    flags=re.IGNORECASE,
)
# What stands before a text that is written, and before one that is spoken.
_TITLED = any_of(
    Rule(
        r"(?:(?<![a-z])(?:sub ?titles?|captions?|titles?|texts?|words?|letters|lettering|slogan"
        r"|reads?|reading|writes?|writing|written|overlays?|signs?|logos?)(?![a-z])|text[eo]s?(?![a-z])|t[ií]tulo"
        r"|r[oó]tulo|letrero|legenda|titre|titel|schriftzug|テキスト|文字|タイトル|テロップ|자막"
        r"|문구"
        r"|字幕|标题|文字|标语|字样"
        r"|写着|印着|显示|第[一二三四五1-5]行)"
        r"[^.。\n]{0,16}$",
        takes="the sign above the door reads |“open”",
        leaves="the man above the door says |“open”",
    ),
    Rule(
        r"(?:广告语|标语|口号|slogan|tagline)[^。.\n]{0,36}$",
        takes="广告语在主体背后，中间出现|“启程”",
        leaves="主体在海报背后，中间出现|“启程”",
    ),
    flags=re.IGNORECASE,
)
_SPOKEN = any_of(
    Rule(
        r"(?:sa(?:y|id)|whisper|shout|scream|yell|ask|repl[yi]|spea?k|mouths|murmur|mutter|tell"
        r"|told|line|dialogue|voice|narrat|exclaim|calls|cries|sings)[^.。\n]{0,24}$",
        takes="she whispers softly |“come in”",
        leaves="she wears a |“kimono”",
    ),
    Rule(
        r"(?:(?<![小传据])说(?![明法])|喊|[大尖惊吼]叫|问(?![题候])|回[答应]|念[出着道]"
        r"|(?<=[答叫笑语声吼怒叹骂喝])道|(?:对白|台词|旁白|独白)(?![^。\n]*[:：][^。\n]))"
        r"[^.。\n]{0,24}$",
        takes="他轻声对她说了一句|“进来”",
        leaves="她的发型是地道的|“大拉翅”",
    ),
    Rule(
        r"(?<![a-z])(?:habla|parle|parla|fala|spricht|hablando|parlant|falando|di[tz]|disant|murmure|chuchote|crie|r[eé]pond|dice|susurra|grita|murmura"
        r"|responde|fala|sussurra|sagt|fl[uü]stert|ruft|fragt|seufzt|antwortet|言う|話す|話しかける|語る|말한다|말하며|외친다|속삭인다|叫ぶ|囁く"
        r"|つぶやく"
        r"|呟く)[^.。\n]{0,24}$",
        takes="elle dit calmement |« viens »",
        leaves="elle porte une |« robe »",
    ),
    Rule(
        r"[(（][^()（）\n]{0,30}(?:voice|tone|whisper|voz|tono|tom |voix|ton |stimme|声|语气|口吻"
        r"|口調"
        r"|목소리|말투)[^()（）\n]{0,30}[)）] ?$",
        takes="（叹息般的声音）|“那种事情……”",
        leaves="（金色的字）|“那种事情……”",
    ),
    flags=re.IGNORECASE,
)
# ... also behind the name of who speaks.
_LABELLED = any_of(
    Rule(
        r"(?P<label>[^\n.。!?！？,，;；:：]{0,30})[:：]\s?(?:[^\w\s\"“「]{1,2} ?)?$",
        takes="Maria:\n👉|“come in”",
        leaves="Maria is known as |“Mia”",
    )
)
# The same behind it: "come in", she says.
_SPOKEN_BEFORE = any_of(
    Rule(
        r"[ ,.，。]{0,2}(?:[a-z]+ ){0,3}(?:says?|said|asks?|whispers?|shouts?|screams?|yells?"
        r"|repl(?:y|ies)|answers?|murmurs?|mutters?|calls?|cries|exclaims?)(?![a-z])",
        takes="“come in”|, she says",
        leaves="“come in”| is on the mat as she says",
    ),
    Rule(
        r" ?(?:이?라고|하고) ?(?:[가-힣]+ )?(?:말|외치|외친|속삭|소리|묻|대답)"
        r"|と[ぁ-ヿ一-鿿]{0,4}?(?:言|叫|囁|ささや|つぶや|呟|答え|尋ね|話|語|告げ)",
        takes="'공격하라!'|라고 말한다",
        leaves="'공격하라!'|라고 쓰인 간판",
    ),
    Rule(
        r"[ ,，]?[一-鿿]{0,4}(?:说|喊|问|答|低语)",
        takes="“进来”|她低声说",
        leaves="“进来”|的牌子",
    ),
)
_TITLED_BEFORE = any_of(
    Rule(
        r" (?:[a-z]+ )?(?:sign|text|title|caption|lettering|subtitle|logo)(?![a-z])"
        r"| (?:[a-z]+ )?in (?:[a-z]+ ){0,2}(?:letters|text|font)",
        takes="“open”| neon sign",
        leaves="“open”| minded guests",
    ),
    Rule(
        r"(?:的[一-鿿]{0,4}?)?(?:字样|字幕|标题|招牌|文字|字体|标语|大字|广告语|花字)",
        takes="“营业中”|的发光字体",
        leaves="“营业中”|很久",
    ),
    Rule(
        r"(?:という|の) ?(?:テキスト|文字|字幕|タイトル|テロップ|ロゴ)|(?:이?라는)? ?(?:텍스트"
        r"|문구|자막|글자|로고)",
        takes="「おわり」|という文字",
        leaves="「おわり」|と言う",
    ),
)
# An utterance by its own form: a sentence to itself, or a call.
_BEGINS = any_of(
    Rule(
        r"(?:^|[.!?,;\n。！？，；—–-] ?)$",
        takes="she turns. |“we leave at dawn.”",
        leaves="an ironic |“best dad ever.”",
    )
)
# A picture that is told in quotes, as a part of a form, or how the camera shows it.
_DESCRIBES = any_of(
    Rule(
        r"an? (?:[a-z0-9-]+,? ){0,8}?(?:shot|close-up|view|scene|video|footage|clip) (?:of|in|from)"
        r" [^.!?]{24,}",
        takes="A slow, wide shot of a quiet camp in the hills at dusk.",
        leaves="A shot of rum, please.",
    ),
    flags=re.IGNORECASE,
)
# ... or that tells how the camera shows it.
_DIRECTS = any_of(
    Rule(
        r"(?<![a-z])camera (?:[a-z]+ly )?(?:pan|tilt|zoom|push|pull|doll|track|orbit|follow|glide"
        r"|move|crane|rise|descend|circle|hold)(?:s|es|ies)\b",
        takes="He smiles, the camera slowly zooms out.",
        leaves="The camera is broken again!",
    ),
    Rule(
        r"(?:^|(?<=[.,;:!?] ))(?:(?:extreme|medium|big|tight|low[- ]angle|slow) )*"
        r"(?:(?:wide|long|full|medium|establishing|aerial|drone|tracking|overhead|pov) shot"
        r"|close[- ]?up|macro)(?: ?[.,:—–-]| of| on\b|$)",
        takes="A street at dawn. Wide shot.",
        leaves="Long shots never win.",
    ),
    Rule(
        r"(?:镜头|运镜)(?:[一-鿿]{0,4}?)[推拉摇移跟升降切环固]"
        r"|(?:^|(?<=[,，。.;；]))(?:大?特写|[全中近远]景)(?:镜头)?(?=[,，。:：]|$)",
        takes="一座灯塔，镜头缓缓推近。",
        leaves="镜头前别紧张！",
    ),
    flags=re.IGNORECASE,
)
_CLOSED = any_of(Rule(r"[.!?…。！？]$", takes="we leave at dawn.|", leaves="film look|"))
_HAN = re.compile(r"[一-鿿]")
_SEVERAL = re.compile(r"\w \w|[ぁ-ヿ一-鿿].*[ぁ-ヿ一-鿿]")  # words


class Kind(Enum):
    """What a text in quotes or brackets is."""

    DIALOGUE = auto()
    SUBTITLE = auto()
    EFFECT = auto()
    NAME = auto()  # of a work or a thing: it asks for nothing
    QUOTED = auto()  # nobody says who says or writes it: its words are read like any others


def kind_of(aside: str, before: str, after: str) -> Kind | None:
    """What `aside` is, with its marks, by the words `before` and `after` it; None: plain words."""
    words = aside[1:-1]
    if aside[0] in "(（":
        return Kind.SUBTITLE
    if aside[0] == "【":
        heads = before.endswith("\n") or not before
        return None if heads or is_heading(words) else Kind.SUBTITLE
    if aside[0] in "<＜":
        return None if _PICTURE.search(words) else Kind.EFFECT
    if before.rstrip().endswith('":') or (aside[0] == "{" and '":' in aside):
        return None  # a prompt written as JSON
    return Kind.DIALOGUE if aside[0] == "{" else _kind_of_quote(aside, before, after)


def _kind_of_quote(quote: str, before: str, after: str) -> Kind | None:
    if NAMED.search(before) or PRINTED.match(after):
        return Kind.NAME
    if len(quote) == 3 and quote[1].isascii():  # the letter of a logo
        return Kind.NAME
    if _TITLED.search(before) or _TITLED_BEFORE.match(after) or _is_lettering(quote, before):
        return Kind.SUBTITLE
    if quote[0] == "《":
        return Kind.NAME
    if TOLD_OF.match(after):
        return Kind.QUOTED
    label = _LABELLED.search(before)
    if label and describes(label["label"]):
        return None
    if _SPOKEN.search(before) or _SPOKEN_BEFORE.match(after):
        return Kind.DIALOGUE
    if _DESCRIBES.match(quote, 1) or _DIRECTS.search(quote[1:-1]):
        return None
    if label:
        return Kind.DIALOGUE
    return _kind_by_form(quote, before)


def _is_lettering(quote: str, before: str) -> bool:
    """Capitals that stand alone are written, not spoken."""
    words = quote[1:-1]
    return words.isupper() and words.isascii() and len(words) > 3 and before.endswith("\n")


def _kind_by_form(quote: str, before: str) -> Kind | None:
    words = quote[1:-1]
    if quote[0] in "'‘":  # an apostrophe is no quote
        return None
    if _CLOSED.search(words) and _BEGINS.search(before):
        return Kind.DIALOGUE
    if words[-1] in "!?！？":  # a single word may be a noise: BANG!
        return Kind.DIALOGUE if _SEVERAL.search(words) else Kind.QUOTED
    return Kind.QUOTED if len(words.split()) >= 4 or len(_HAN.findall(words)) >= 6 else None
