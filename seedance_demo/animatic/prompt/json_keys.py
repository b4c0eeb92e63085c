"""What a key of a JSON prompt says about its value."""

import re
from functools import lru_cache

from .rules import Rule, any_of

_KINDS = {
    "speech": any_of(
        Rule(
            r"(?:spoken )?(?:dialog(?:ue)?s?|speech|narrat(?:ion|or)|monolog(?:ue)?|voice ?overs?"
            r"|(?:spoken )?lines?)(?: lines?| text| script)?|台词|对白|旁白|对话",
            takes="|voice over|",
            leaves="|audio|",
        )
    ),
    "lettering": any_of(
        Rule(
            r"(?:on ?screen |overlay |screen )?texts?(?: overlays?| on ?screen)?|text overlay \w+"
            r"|overlays?|captions?|subtitles?"
            r"|title cards?|super|字幕|标题文字|屏幕文字",
            takes="|on screen text|",
            leaves="|texture|",
        )
    ),
    "things": any_of(
        Rule(
            r"(?:props?|wardrobe|clothing|clothes|outfits?|costumes?|accessories|elements|objects"
            r"|jewel\w*|materials?)(?: .*)?|道具|服装|物品|元素",
            takes="|props in frame|",
            leaves="|action|",
        )
    ),
    "settings": any_of(
        Rule(
            r"title|name|project.*|id|version|author|purpose|tags|model"
            r"|seed|fps|frame ?rate|resolution|aspect ?ratio"
            r"|ratio|segment info|.* number|number|index|platform|format|lens.*|aperture|语言"
            r"|标题|比例|分辨率|帧率|序号|编号|画幅",
            takes="|aspect ratio|",
            leaves="|rationale|",
        )
    ),
    "time": any_of(
        Rule(
            r"(?:start|end|begin|stop|from|to)(?: ?(?:time|seconds?|secs?|s))?"
            r"|time ?(?:stamp|code|range|span)|timing|(?:.* )?(?:duration|length)(?: ?(?:in )?"
            r"(?:seconds?|secs?|s))?|时长|时间码",
            takes="|duration seconds|",
            leaves="|ending|",
        )
    ),
    "no": any_of(
        Rule(
            r"no|without|negatives?(?: .*)?"
            r"|avoid.*|exclu.*|prohibit.*|forbid.*|do not.*|dont.*|don't.*"
            r"|负面.*|禁止.*|避免.*|不要.*|反向.*|负向.*",
            takes="|prohibited elements|",
            leaves="|notes|",
        )
    ),
    "camera": any_of(
        Rule(
            r"camera(?: (?:motion|move\w*|work|position|set ?up|settings|path|progression"
            r"|choreography|sequence|plan|decision|direction|behaviou?r|style|notes?))?|cam"
            r"|镜头|运镜|机位|镜头运动",
            takes="|camera movement|",
            leaves="|cameraman|",
        )
    ),
    "sound": any_of(
        Rule(
            r"audio|sound(?: ?(?:design|effects?|scape|track))?|sfx|music|score|ambien\w*|音效|声音"
            r"|音乐|配乐",
            takes="|sound design|",
            leaves="|sounding|",
        )
    ),
    "angle": any_of(Rule(r"(?:camera )?angles?", takes="|angle|", leaves="|angles of the roof|")),
    "shots": any_of(
        Rule(
            r"(?:shots?|scenes?|segments?|beats?|clips?|timeline|sequences?|story ?board"
            r"|key ?frames|steps|分镜\w*|镜头\w*|场景\w*|片段|时间轴)(?: list)?",
            takes="|shot list|",
            leaves="|scenery|",
        )
    ),
    "numbered shot": any_of(
        Rule(
            r"(?:shot|scene|segment|beat|clip|镜头|分镜|场景) ?"
            r"(?:[0-9]{1,2}|[一二三四五六七八九十])",
            takes="|shot 1|",
            leaves="|shot size|",
        )
    ),
}
_SAID_ELSEWHERE = {
    "time of day": "time",
    "visual": "picture",
    "move": "camera",
    "video prompt": "prompt",
}


def is_key(key: str, *kinds: str) -> bool:
    """Whether a key is one of those kinds."""
    label = label_of(key)
    return any(_KINDS[kind].fullmatch(label) for kind in kinds)


def has_a_kind(key: str) -> bool:
    return is_key(key, *_KINDS)


@lru_cache(maxsize=256)
def label_of(key: str) -> str:
    """A key as words: `cameraMotion` and `camera_motion` are "camera motion"."""
    words = re.sub(r"(?<=[a-z])(?=[A-Z])|[_\-.]+", " ", key).lower()
    words = " ".join(words.split())
    return _SAID_ELSEWHERE.get(words, words)
