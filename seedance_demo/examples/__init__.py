"""Example briefs, one for each common use of the model.

The pictures were made for this project and carry its licence. `OPENING` is the animatic of
`OPENING_OF`, `STILL` a frame of it; both are made again by `python -m seedance_demo.examples`.
"""

from dataclasses import dataclass
from pathlib import Path

_FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Example:
    """One brief to fill the form with; `use` is what people do with its like."""

    title: str
    use: str
    pictures: tuple[Path, ...]
    prompt: str
    duration: int  # seconds


def _pictures(name: str, count: int) -> tuple[Path, ...]:
    return tuple(_FOLDER / f"{name}-{number}.jpg" for number in range(1, count + 1))


EMBER = Example(
    title="Ember",
    use="Product demo",
    pictures=_pictures("ember", 2),
    prompt=(
        "A perfume film, quiet and precise. Embers hang in the air over wet black stone.\n"
        "[0-3s] @Image1: the camera pushes in slowly on the bottle. The glow behind it flickers "
        "like a fireplace and the amber liquid lights up from within. Fire crackles far away.\n"
        "[3-5s] Cut to @Image2: the camera orbits slowly to the left, almost touching the glass. "
        "A bead of water rolls down its edge, and warm light runs along the gold letters. One "
        "deep, soft boom, then an ambient synth pad."
    ),
    duration=5,
)

PAPER_BOAT = Example(
    title="The paper boat",
    use="Ad from storyboard frames",
    pictures=_pictures("boat", 3),
    prompt=(
        "A notebook brand's film, told with one sheet of paper.\n"
        "Shot 1 (3s): @Image1, an unhurried morning at the window. The camera trucks slowly to the "
        "right past the notebook and finds the paper boat. Dust in the air, birds outside, a soft "
        "piano.\n"
        "Shot 2 (3s): Whip pan to @Image2, the same boat in a puddle between neon signs. Slow push "
        "in, low over the water. Rain, traffic, thunder rolling somewhere.\n"
        "Shot 3 (4s): Dissolve to @Image3, sunrise on the open sea. The boat sails towards the "
        "light as the camera pulls back and rises. Waves, a bell far away, the piano again. "
        'Subtitle: "Every page goes somewhere."'
    ),
    duration=10,
)

LANTERN_KEEPER = Example(
    title="The lantern keeper",
    use="Character animation",
    pictures=_pictures("owl", 1),
    prompt=(
        "@Image1: a small felt owl who keeps the lantern of the winter wood. Snow falls, the "
        "lantern flickers.\n"
        "[0-4s] The camera creeps in slowly. She blinks, listens, and tilts her head towards a "
        "sound: wind, then a bell, far off.\n"
        "[4-7s] The wind drops. Close-up, a gentle arc to the right; her eyes widen, warm light "
        'climbs over her scarf, and she says: "The path is this way."\n'
        "[7-10s] Wide shot, the camera slowly pulls back as she nods, breath in the cold air. A "
        "music box begins."
    ),
    duration=10,
)

LIGHTHOUSE = Example(
    title="The light before the storm",
    use="Scene extension",
    pictures=_pictures("lighthouse", 1),
    prompt=(
        "Extend @Image1 into what happens next. Waves break on the rocks the whole time.\n"
        "[0-5s] Slow push in across the water at dusk. Gulls call, the wind picks up, the sky "
        "darkens.\n"
        "[5-10s] Dissolve to the storm: medium shot, handheld as if from a small boat. Rain, "
        "lightning behind the tower, thunder a moment later.\n"
        "[10-15s] Dissolve to the calm after it, at first light: the camera rises towards the "
        "lamp, fog rolls in and the beam sweeps through it. An orchestral swell, then only wind."
    ),
    duration=15,
)

PAPER_WORLD = Example(
    title="Postcards from a paper world",
    use="Style-consistent series",
    pictures=_pictures("paper", 3),
    prompt=(
        "Postcards from one paper world: cut-paper layers in teal and coral, lit from within. "
        "Keep the look of @Image1 in every shot.\n"
        "[0-3s] @Image1, the forest. Slow dolly in between the trees to the fox, who pricks up her "
        "ears. Birdsong, a harp.\n"
        "[3-6s] Dissolve to @Image2, the harbour. The camera trucks left along the boats while "
        "paper waves rock them. Waves, gulls, a bell buoy.\n"
        "[6-10s] Dissolve to @Image3, the village in the evening. Crane up over the roofs after "
        "the balloon while the windows glow. Crickets, and the harp comes to rest."
    ),
    duration=10,
)

EXAMPLES = (EMBER, PAPER_BOAT, LANTERN_KEEPER, LIGHTHOUSE, PAPER_WORLD)

OPENING_OF = EMBER
OPENING = _FOLDER / "opening.mp4"
STILL = _FOLDER / "opening.jpg"  # shown where a link to the page is shared
STILL_SIZE = 1200, 630  # pixels, as chat apps show it without cutting
