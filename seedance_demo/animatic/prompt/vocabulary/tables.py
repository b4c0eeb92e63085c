"""What a language needs so that the animatic reads it: a small table for each kind of instruction.

The notation is that of `lexicon`. Latin letters stand without accents; a verb stands in the forms
that film scripts use: third person, infinitive, imperative, participle.
"""

from dataclasses import dataclass

from ...plan import Framing, Look, Move, Music, Sound, Transition, Weather

# English terms of film and music that all of them use.
LOOKS = {
    Look.GOLDEN_HOUR: "golden hour",
    Look.FLARE: "lens flare, lens flares, レンズフレア, 렌즈 플레어",
    Look.NOIR: "film noir, フィルムノワール, フィルム・ノワール",
    Look.LOW_KEY: "low key",
    Look.GRAIN: "film grain",
    Look.VINTAGE: "hi8, vhs, minidv, super 8",
}
# English nouns of moves, as they are written in Latin, in kana, in Hangul and in Cyrillic.
_NOUNS = {
    "dolly": "ドリー/돌리/달리/долли",
    "track": "トラック/트랙",
    "push": "プッシュ/푸시/푸쉬",
    "pull": "プル/풀",
    "zoom": "ズーム/줌/зум",
    "pan": "パン/팬/пан",
    "tilt": "ティルト/チルト/틸트/тилт",
    "truck": "トラッキング/트럭/트래킹",
    "crane": "クレーン/크레인/кран",
    "boom": "ブーム/붐",
}
_WAYS = {
    "in": "イン/フォワード/인/포워드/ин",
    "out": "アウト/バック/아웃/백/аут",
    "left": "レフト/레프트/влево",
    "right": "ライト/라이트/вправо",
    "up": "アップ/업/вверх",
    "down": "ダウン/다운/вниз",
}
_MADE = {
    Move.PUSH_IN: "dolly in, track in, push in",
    Move.PULL_OUT: "dolly out, track out, pull out",
    Move.ZOOM_IN: "zoom in",
    Move.ZOOM_OUT: "zoom out",
    Move.PAN_LEFT: "pan left",
    Move.PAN_RIGHT: "pan right",
    Move.TILT_UP: "tilt up",
    Move.TILT_DOWN: "tilt down",
    Move.TRUCK_LEFT: "dolly left, truck left",
    Move.TRUCK_RIGHT: "dolly right, truck right",
    Move.CRANE_UP: "crane up, boom up",
    Move.CRANE_DOWN: "crane down, boom down",
}
_OTHER_NOUNS = {
    Move.ORBIT_RIGHT: "im/den/in/dem<orbit $, "
    "orbit um/autour/alrededor/attorno/intorno/em/ao, "
    "travelling/traveling/travelin circular/circolare, アーク, オービット, 아크 샷, 오빗",
    Move.TRACK: "plan travelling, travelling $, 팔로우 샷",
    Move.WHIP_PAN_RIGHT: "ウィップパン, ホイップパン, 휩 팬",
    Move.CRASH_ZOOM: "クラッシュズーム, 크래시 줌",
    Move.AERIAL: "plan drone, plano drone, ripresa drone, 드론 샷",
}


def _written(move: str) -> str:
    noun, way = move.split()
    return ", ".join(
        f"{each} {direction}" if _has_gaps(each) else f"{each}{direction}, {each}・{direction}"
        for each in _NOUNS[noun].split("/")
        for direction in _WAYS[way].split("/")
        if _script(each) == _script(direction)
    )


def _script(word: str) -> str:
    return "kana" if "ァ" <= word[0] <= "ヿ" else "hangul" if word[0] >= "가" else "cyrillic"


def _has_gaps(word: str) -> bool:
    return _script(word) != "kana"


MOVES = {
    **{move: ", ".join(map(_written, names.split(", "))) for move, names in _MADE.items()},
    **_OTHER_NOUNS,
}
MUSIC = {
    Music.PIANO: "primo/mezzo/primissimo/secondo/al/ultimo/campo/in<piano "
    "!sequenza/americano/medio/ampio/ravvicinato/piano, pianoforte, klavier, ピアノ, 피아노",
    Music.EPIC: "orchester, orchestre, orquesta, orquestra, オーケストラ, 오케스트라",
    Music.SYNTH: "edm, techno, synthwave, シンセ, 신스",
    Music.HAPPY: "jazz, funk, k pop",
    Music.AMBIENT: "lofi, lo fi",
}


@dataclass(frozen=True, eq=False)
class Tables:
    """`refused` is a pattern for the words between which and a hit nothing but few words stands;
    it stands behind the hit where `refused_behind`. `ways` are told by both their ends, as the
    language tells them by the last: a pattern, and its plain form."""

    moves: dict[Move, str]
    framings: dict[Framing, str]
    paces: dict[float, str]
    looks: dict[Look, str]
    changes: dict[tuple[Look, Look], str]
    weather: dict[Weather, str]
    sounds: dict[Sound, str]
    ways: dict[str, str]
    fades: dict[Transition, str]
    silence: str
    one_take: str
    refused: str
    refused_behind: bool = False
