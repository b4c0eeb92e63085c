"""Finds the words that close a prompt and speak of all its shots."""

import re
from collections.abc import Sequence

from ..plan import Move
from .camera import read_camera
from .not_animated import not_animated
from .quotes import Kind
from .rules import Rule, any_of
from .sizes import framings
from .text import PromptText

# Labels of what closes a prompt and speaks of the whole clip: at the beginning of a line ...
_WHOLE = any_of(
    Rule(
        r"\n[\[【(（#]*(?P<label>overall|style|global|technical|negative|constraint|avoid|audio|sound"
        r"|sfx|music|bgm|mood|atmosphere|lighting|quality"
        r"|transition(?!s? (?:in)?to(?![a-z]))|no |throughout|palette|visual"
        r"|color|(?:the )?camera(?: (?:movement|moves?|motion|work|path|sequence))?(?: ?:| -{1,2} )"
        r"|(?:镜头|运镜|机位|摄影机|摄像机)[\]】]? ?(?::|-)"
        r"|整体|风格|全程|要求|音乐|音效|背景音|约束|禁止|氛围|画质|转场(?![到至])|技术|声音|音频|配乐|环境音"
        r"|画面风格|视觉|色调|光线|光影|备注|注意|全片|整段|参考|避免|负面)",
        takes="the pier\ncamera: handheld",
        leaves="the pier\ncamera pushes in",
    )
)
# ... in other languages, too ...
_WHOLE_ELSEWHERE = any_of(
    Rule(
        r"\n[\[【(（#]*(?P<label>カメラ|音声|音響|音楽|効果音|スタイル|雰囲気|照明|카메라|음향|음악|사운드|오디오"
        r"|스타일|분위기|조명|(?:tele)?c[aáâ]m[ae]ra|caméra|kamera|estilo|stile?|atmosfera|ambiance"
        r"|iluminaci[oó]n|iluminação|illuminazione|éclairage|licht|beleuchtung|sonido|som|son|ton"
        r"|suono|áudio|m[uú]si[ck]a?|musique|камера|звук|музыка|стиль|свет)"
        r"[^\n:]{0,12}:",
        takes="桟橋\nカメラ:ゆっくり寄る",
        leaves="桟橋\nカメラがゆっくり寄る",
    )
)
# ... or of a sentence ...
_WHOLE_IN_A_LINE = any_of(
    Rule(
        r"(?<=[.;!?]) ?[\[【]?(?P<label>(?:(?:visual|overall|art|film|cinematic|camera|colou?r"
        r"|sound|general|video|background) ){0,2}"
        r"(?:camera|style|design|soundtrack|audio|sound|music|bgm"
        r"|score"
        r"|grad(?:e|ing)|palette|aesthetics?|constraints?|negative prompts?|instructions?|technical"
        r"|transitions?|quality|mood)"
        r"|(?:整体|画面|视觉|背景|视频|全片|环境)?(?:风格|音乐|配乐|要求|约束|禁止|画质|色调|音效|声音"
        r"|音频|音))[\]】]?[a-z &]{0,24} ?:",
        takes="a wide shot. visual style: film grain",
        leaves="a wide shot in a visual style: film grain",
    )
)
# ... or in so many words ...
_FOR_ALL = any_of(
    Rule(
        r"(?<=[.;!?\n]) ?(?P<label>(?:in |for |across )?(?:all|every|each)(?: of)?(?: the)?"
        r" (?:shots?|scenes?|clips?)(?! [0-9])|throughout|overall"
        r"|(?:in |for |over )?the (?:whole|entire) (?:film|video|clip|sequence)"
        r"|全片|全程|整体|整片|(?:所有|全部|每个)镜头)(?![a-z])",
        takes="a wide shot. all shots: handheld",
        leaves="a wide shot of all shots",
    )
)
# ... or as the last words of all.
_NOTHING = any_of(
    Rule(
        r"(?<=[.;!?]) ?(?P<label>no (?:sound|audio|music)s?"
        r"|(?:无|没有|不要)(?:声音|配乐|背景音乐|音乐))[ .!]*$",
        takes="a pier. no music.",
        leaves="a pier. no music but the wind.",
    )
)
# What there may be, and not what each shot is.
_SEVERAL = any_of(
    Rule(
        r"(?:shots|close[- ]?ups|angles|aerials)(?![a-z])",
        takes="tracking shots",
        leaves="a tracking shot",
    )
)
# A whole film told in prose, behind the table of its times.
_COURSE = any_of(
    Rule(
        r"(?<![a-z])(?:over|across|throughout|during)(?: the)?(?: (?:full|whole|entire))?"
        r" [0-9]{1,2}[ -]?s(?:ec[a-z]*)?(?![a-z])",
        takes="the camera pulls back over 15 seconds",
        leaves="the camera pulls back for 5 seconds",
    ),
    Rule(
        r"(?:^|[.\n] ?)(?:starting|beginning|opening) (?:with|on|from)(?![a-z])",
        takes="starting with her eye, the camera pulls back",
        leaves="then starting with her eye, the camera pulls back",
    ),
    Rule(r"(?:整个)?[0-9]{1,2}秒[内中里]", takes="镜头在10秒内拉远", leaves="镜头在第10秒拉远"),
)
_IN_ORDER = re.compile(r"->|→")
_SENTENCE = re.compile(r"(?:[^.;!?\n]|\.(?=[0-9]))+")
_MANNERS = {Move.HANDHELD, Move.TRACK, Move.DRIFT, Move.STATIC}  # of all shots, rather than of one
_HELD = {Move.HANDHELD, Move.DRIFT, Move.STATIC}  # how the camera is held
_LONGEST_NOTE = 5  # words


def closing_words(last: PromptText, earlier: Sequence[str]) -> int:
    """Where in the `last` shot's words they begin: at "Style: ..." or "All shots: ...", unless each
    of the `earlier` shots has such a label; at the second line where each shot has one; at a
    sentence of notes where each shot has one sentence."""
    before = "\n".join(earlier)
    labelled = [
        match.start()
        for each in (_WHOLE, _WHOLE_ELSEWHERE, _WHOLE_IN_A_LINE, _FOR_ALL, _NOTHING)
        for match in each.finditer(last.plain)
        if match["label"] not in before and not _is_a_choice(match)
    ]
    line = last.plain.find("\n", len(last.plain) - len(last.plain.lstrip()))
    in_lines = line > 0 and earlier and not any("\n" in words.strip() for words in earlier)
    if in_lines and _is_of_all(last[line:]):
        labelled.append(line)
    if earlier and all(len(_sentences(words)) == 1 for words in earlier):
        labelled += _notes(last[: min(labelled, default=None)])
    return min(labelled, default=len(last.plain))


def _is_of_all(lines: PromptText) -> bool:
    offers = _offers(lines.plain) and not tells_the_course(lines.plain)
    return not (offers or lines.asides(Kind.DIALOGUE))


def tells_the_course(text: str) -> bool:
    """Whether it tells once more what happens from the beginning to the end."""
    return bool(_COURSE.search(text))


def _is_a_choice(label: re.Match[str]) -> bool:
    line = label.string[label.end() :].partition("\n")[0]
    named = re.match(r"(?:the )?camera|镜头|运镜|机位|摄", label["label"])
    if not named or _IN_ORDER.search(line):
        return False
    if (
        label["label"] == "camera" and label.re is _WHOLE_IN_A_LINE
    ):  # where a single way is the shot's own
        return bool(framings(line)) or not _offers(line)
    return len(framings(line)) > 1


def _offers(line: str) -> bool:
    """Whether a line offers a choice: "tracking, close-ups, aerial shots"."""
    several, ways = _SEVERAL.search(line), set(read_camera(line).moves)
    return bool(several) or len(framings(line)) > 1 or len(ways - _HELD) > 1


def _sentences(text: str) -> list[re.Match[str]]:
    found = _SENTENCE.finditer(text)
    return [match for match in found if any(letter.isalnum() for letter in match[0])]


def _notes(last: PromptText) -> list[int]:
    """Where a list of notes begins behind the first sentence: "Golden hour, handheld, grain"."""
    begins = []
    for match in reversed(_sentences(last.plain)[1:]):
        if not _is_notes(last[match.start() : match.end()]):
            break
        begins.append(match.start())
    return begins


def _is_notes(sentence: PromptText) -> bool:
    items = sentence.plain.split(",")
    short = all(len(item.split()) <= _LONGEST_NOTE for item in items)
    camera = read_camera(sentence.plain)
    of_one = camera.framing or camera.enters or camera.leaves or set(camera.moves) - _MANNERS
    listed = len(items) > 1 and short and not of_one
    return listed and not not_animated(sentence, sentence, (), ())
