"""The plan of a film: shots with times, camera, light and sound, in words that can be printed.

`prompt` makes it; `video` and `audio` read it and never see the prompt.
"""

from dataclasses import dataclass
from enum import StrEnum

FPS = 24  # Seedance's own frame rate; every time in a plan lies on this grid


class Framing(StrEnum):
    """How much of the picture the shot shows, tightest first."""

    EXTREME_CLOSE_UP = "extreme close-up"
    CLOSE_UP = "close-up"
    MEDIUM_CLOSE_UP = "medium close-up"
    MEDIUM = "medium shot"
    WIDE = "wide shot"


class Place(StrEnum):
    """Where a move over the picture begins or ends, other than at its edges."""

    MIDDLE = "middle"
    SUBJECT = "subject"


class Move(StrEnum):
    """What the camera does; left and right, up and down are the camera's own."""

    STATIC = "static"
    DRIFT = "slow drift"  # nobody named a move: the least that keeps a still alive
    PUSH_IN = "push in"
    PULL_OUT = "pull out"
    ZOOM_IN = "zoom in"
    ZOOM_OUT = "zoom out"
    CRASH_ZOOM = "crash zoom"
    DOLLY_ZOOM = "dolly zoom"
    PAN_LEFT = "pan left"
    PAN_RIGHT = "pan right"
    TILT_UP = "tilt up"
    TILT_DOWN = "tilt down"
    TRUCK_LEFT = "truck left"
    TRUCK_RIGHT = "truck right"
    CRANE_UP = "crane up"
    CRANE_DOWN = "crane down"
    ORBIT_LEFT = "orbit left"
    ORBIT_RIGHT = "orbit right"
    TRACK = "track"
    AERIAL = "aerial"
    HANDHELD = "handheld"
    WHIP_PAN_LEFT = "whip pan left"
    WHIP_PAN_RIGHT = "whip pan right"
    ROLL = "roll"
    RACK_FOCUS = "rack focus"


_PAIRS = (
    (Move.PUSH_IN, Move.PULL_OUT),
    (Move.ZOOM_IN, Move.ZOOM_OUT),
    (Move.PAN_LEFT, Move.PAN_RIGHT),
    (Move.TILT_UP, Move.TILT_DOWN),
    (Move.TRUCK_LEFT, Move.TRUCK_RIGHT),
    (Move.CRANE_UP, Move.CRANE_DOWN),
    (Move.ORBIT_LEFT, Move.ORBIT_RIGHT),
)
# The way back of each move. A shot with both makes one after the other, other moves together.
OPPOSITES = {one: other for pair in _PAIRS for one, other in (pair, pair[::-1])}
# Those that pass over a picture, from edge to edge of what the frame leaves out of it.
PASSES = frozenset(
    move for move in Move if move.startswith(("pan", "tilt", "truck", "crane", "whip"))
)


# Moves that are over in a moment: the part of their shot that they take, each end from 0 to 1. The
# camera moves in it, and sound lands on its middle.
SUDDEN_MOVES = {
    Move.CRASH_ZOOM: (0.35, 0.49),
    Move.WHIP_PAN_LEFT: (0.42, 0.58),
    Move.WHIP_PAN_RIGHT: (0.42, 0.58),
}


class Look(StrEnum):
    """Light and colour of a shot."""

    DAY = "day"
    BRIGHT = "bright"
    GOLDEN_HOUR = "golden hour"
    SUNSET = "sunset"
    SUNRISE = "sunrise"
    NIGHT = "night"
    NEON = "neon"
    LOW_KEY = "low key"
    SILHOUETTE = "silhouette"
    BACKLIT = "backlit"
    NOIR = "noir"
    BLACK_AND_WHITE = "black and white"
    WARM = "warm"
    COLD = "cold"
    OVERCAST = "overcast"
    VINTAGE = "vintage"
    GRAIN = "film grain"
    BLOOM = "bloom"
    FLARE = "lens flare"
    FOG = "fog"
    STORM = "storm"
    FLICKER = "flicker"


class Weather(StrEnum):
    """What falls or floats between the camera and the subject."""

    RAIN = "rain"
    SNOW = "snow"
    DUST = "dust"
    EMBERS = "embers"


class Transition(StrEnum):
    """How a shot begins (`CUT` to `GLITCH`) or how it ends (`CUT`, or a fade out)."""

    CUT = "cut"
    DISSOLVE = "dissolve"
    MATCH_CUT = "match cut"
    WHIP = "whip"
    GLITCH = "glitch"
    FADE_IN = "fade in"
    FADE_TO_BLACK = "fade to black"
    FADE_TO_WHITE = "fade to white"


class Sound(StrEnum):
    """Ambience and effects."""

    RAIN = "rain"
    THUNDER = "thunder"
    WIND = "wind"
    WAVES = "waves"
    WATER = "running water"
    FIRE = "fire"
    BIRDS = "birds"
    CRICKETS = "crickets"
    CITY = "city"
    CROWD = "crowd"
    HEARTBEAT = "heartbeat"
    FOOTSTEPS = "footsteps"
    ENGINE = "engine"
    WHOOSH = "whoosh"
    IMPACT = "impact"
    TYPING = "typing"
    BELL = "bell"


class Music(StrEnum):
    """The mood of the score."""

    AMBIENT = "ambient"
    EPIC = "epic"
    PIANO = "piano"
    SYNTH = "synth"
    HAPPY = "happy"
    SAD = "sad"
    TENSE = "tense"
    WONDER = "wonder"


@dataclass(frozen=True)
class Shot:
    """One shot: `start` and `end` in seconds on the frame grid, `image` counted from 0."""

    start: float
    end: float
    image: int
    text: str
    framing: Framing = Framing.WIDE
    moves: tuple[Move, ...] = (Move.DRIFT,)
    in_turn: tuple[tuple[Move, ...], ...] = ()  # where some of them come one after the other
    pace: float = 1.0  # 1 = as a director would by default, 0.5 = very slow, 2 = very fast
    looks: tuple[Look, ...] = ()
    looks_at_end: tuple[Look, ...] | None = None  # "day turns to night"; None: the light stays
    weather: tuple[Weather, ...] = ()
    enters: Transition = Transition.CUT
    leaves: Transition = Transition.CUT
    flashes: tuple[float, ...] = ()  # lightning, seconds from the start of the clip
    sounds: tuple[Sound, ...] = ()
    music: tuple[Music, ...] = ()
    dialogue: tuple[str, ...] = ()  # shown as a caption, never spoken
    subtitles: tuple[str, ...] = ()
    not_animated: tuple[str, ...] = ()  # words of the prompt that a still cannot follow
    framing_at_end: Framing | None = None  # "ends on a close-up"; None: what the moves come to
    slightly: bool = False  # a pan, tilt, truck or crane goes a little way, not over the picture
    begins_on: Place | None = None  # where such a move begins and ends; None: at the edges
    ends_on: Place | None = None

    @property
    def seconds(self) -> float:
        return self.end - self.start

    @property
    def stages(self) -> tuple[tuple[tuple[Move, ...], float, float], ...]:
        """Moves that are made together, with the part of the shot that they take, from 0 to 1."""
        told = self.in_turn or (self.moves,)
        return tuple((moves, n / len(told), (n + 1) / len(told)) for n, moves in enumerate(told))


@dataclass(frozen=True)
class Plan:
    """The whole clip. Shots follow each other without a gap from 0 to `seconds`."""

    seconds: float
    shots: tuple[Shot, ...]
    silent: bool = False  # the prompt asked for silence
    seed: int = 0  # every random choice of the renderer starts from it
    head: str = ""  # the words of the prompt that speak of all shots
    pictures: int = 1  # without any, each shot is a slate
    language: str = "English"  # what the prompt is written in, by its English name
    partly_read: bool = False  # it is another than English and Chinese, with a table of its own

    @property
    def frames(self) -> int:
        return round(self.seconds * FPS)

    @property
    def cuts(self) -> tuple[float, ...]:
        """Where one shot gives way to the next, in seconds."""
        return tuple(shot.start for shot in self.shots[1:])

    @property
    def not_animated(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(word for shot in self.shots for word in shot.not_animated))
