"""What a prompt comes to: beats, pictures, camera, light, sound, and what is not animated."""

import re
import time
from dataclasses import replace
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seedance_demo.animatic.plan import FPS, Look, Move, Plan, Shot, Sound
from seedance_demo.animatic.prompt.director import direct
from seedance_demo.animatic.prompt.lexicon import Lexicon
from seedance_demo.animatic.shot_list import shot_list
from tests.animatic.prompt.prompts import FILMS, ONE_SHOT, SILENT, SOUNDING, Says

pytestmark = pytest.mark.machine

PACES = ((0.5, "very slow"), (0.8, "slow"), (1.2, "usual"), (9.0, "fast"))

MANNERS = ("slow", "a gentle", "smooth", "steady", "rapid", "one continuous", "a slow camera")
MOVES = (
    *("zoom out", "pan left", "pan to the left", "pan from right to left", "push in", "pull back"),
    *("tilt up", "tilt down", "dolly out", "dolly left", "dolly shot backwards", "orbit left"),
    *("orbit clockwise", "orbit counter-clockwise", "arc to the right", "circle clockwise"),
    *("truck left", "slide to the left", "tracking shot left", "move left", "drift left"),
    *("crane up", "crane shot down", "rise up", "spiral down", "roll left", "pan", "push", "orbit"),
)


def said(shot: Shot) -> dict[str, str | int]:
    """A shot in the words of the table of prompts."""
    end = shot.looks_at_end
    return {
        "at": f"{shot.start:g}-{shot.end:g}",
        "image": shot.image + 1,
        "framing": shot.framing,
        "moves": ", ".join(shot.moves),
        "pace": next(name for limit, name in PACES if shot.pace <= limit),
        "looks": ", ".join(shot.looks),
        "at_end": "stays" if end is None else ", ".join(end),
        "weather": ", ".join(shot.weather),
        "enters": shot.enters,
        "leaves": shot.leaves,
        "sounds": ", ".join(shot.sounds),
        "music": ", ".join(shot.music),
        "says": " / ".join(shot.dialogue),
        "titles": " / ".join(shot.subtitles),
        "lost": ", ".join(shot.not_animated),
    }


def compared(shot: Shot, says: Says) -> dict[str, str | int]:
    return {key: value for key, value in said(shot).items() if key in says.told()}


@pytest.mark.parametrize(("prompt", "says"), ONE_SHOT, ids=[prompt[:60] for prompt, _ in ONE_SHOT])
def test_what_a_shot_says(prompt: str, says: Says) -> None:
    (shot,) = direct(prompt, 5, 1).shots
    assert compared(shot, says) == says.told()


@pytest.mark.parametrize(
    ("prompt", "seconds", "images", "shots"), FILMS, ids=[film[0][:60] for film in FILMS]
)
def test_how_a_film_is_divided(prompt: str, seconds: float, images: int, shots: list[Says]) -> None:
    plan = direct(prompt, seconds, images)
    compared_shots = [compared(*pair) for pair in zip(plan.shots, shots, strict=False)]
    assert compared_shots == [says.told() for says in shots]
    assert len(plan.shots) == len(shots)


@pytest.mark.parametrize("move", MOVES)
def test_a_move_is_the_same_in_any_manner(move: str) -> None:
    plain = direct(f"Camera: {move}", 5, 1).shots[0].moves
    assert plain != (Move.DRIFT,)
    assert {direct(f"{manner} {move}", 5, 1).shots[0].moves for manner in MANNERS} == {plain}


@pytest.mark.parametrize(
    ("traditional", "simplified"),
    [
        ("鏡頭緩慢向左搖，雨聲，霓虹燈，她轉身", "镜头缓慢向左摇，雨声，霓虹灯，她转身"),
        (
            "0-3秒：遠景，環繞；3-5秒：切換到特寫，沒有聲音",
            "0-3秒：远景，环绕；3-5秒：切换到特写，没有声音",
        ),
        ("圖1推近，圖2搖鏡頭，黃昏，鋼琴", "图1推近，图2摇镜头，黄昏，钢琴"),
    ],
)
def test_traditional_characters_read_as_simplified_ones(traditional: str, simplified: str) -> None:
    one, other = (shot_list(direct(prompt, 5, 2)) for prompt in (traditional, simplified))
    assert [replace(row, not_animated="") for row in one] == [
        replace(row, not_animated="") for row in other
    ]
    assert [bool(row.not_animated) for row in one] == [bool(row.not_animated) for row in other]


@pytest.mark.parametrize("prompt", SILENT)
def test_silence_is_kept(prompt: str) -> None:
    plan = direct(prompt, 5, 1)
    assert plan.silent
    assert not any(shot.sounds or shot.music for shot in plan.shots)


@pytest.mark.parametrize("prompt", SOUNDING)
def test_a_word_like_silence_silences_nothing(prompt: str) -> None:
    assert not direct(prompt, 5, 1).silent


def test_only_the_excepted_sound_is_heard() -> None:
    plan = direct("A beach at dawn, no sound except the wind", 5, 1)
    assert plan.shots[0].sounds == (Sound.WIND,)
    assert not plan.silent


@pytest.mark.parametrize(
    "prompt",
    [
        "Only the sound of rain, in a city at night.",
        "A city at night, only the hum of the rain is heard",
        "雨夜的城市，只有雨声",
        "Eine Stadt bei Nacht, nur das Geräusch von Regen.",
        "Una ciudad de noche, solo el sonido de la lluvia.",
        "La ville la nuit, seul le bruit de la pluie.",
        "Uma cidade à noite, apenas o som da chuva.",
        "Una città di notte, solo il rumore della pioggia.",
        "Город ночью, только шум дождя.",
        "夜の街、雨の音だけが聞こえる",
        "밤의 도시, 빗소리만 들린다",
        "雨音しか聞こえない夜の街",
        "除了雨声什么都听不见，城市的夜",
        "A city at night. Nothing can be heard but the rain.",
    ],
)
def test_what_alone_is_heard_leaves_its_place_without_a_sound(prompt: str) -> None:
    assert direct(prompt, 5, 1).shots[0].sounds == (Sound.RAIN,)


@pytest.mark.parametrize(
    ("prompt", "sounds"),
    [
        ("Only a man in a city street", ("city",)),
        ("只有一个人站在城市街道上", ("city",)),
        ("Only bird sounds in a city", ("birds",)),
        ("The forest is completely silent. A twig snaps with a dry crunch.", ()),
        ("A room, silent and heavy. Sound design: a bass hum, a faint heartbeat", ("heartbeat",)),
        ("寂静无声的房间，冰箱的嗡嗡声", ()),
    ],
)
def test_a_silence_that_something_breaks_does_not_mute_it(
    prompt: str, sounds: tuple[str, ...]
) -> None:
    plan = direct(prompt, 5, 1)
    assert (plan.silent, plan.shots[0].sounds) == (False, sounds)


def test_one_silent_shot_leaves_the_others_their_sound() -> None:
    first, second = direct("[0-3s] waves, piano [3-5s] black screen, no sound", 5, 1).shots
    assert first.sounds == (Sound.WAVES,)
    assert not second.sounds
    assert not second.music


def test_an_empty_prompt_is_one_quiet_drifting_shot_per_image() -> None:
    plan = direct("  \n", 10, 3)
    assert [shot.image for shot in plan.shots] == [0, 1, 2]
    assert {shot.moves for shot in plan.shots} == {(Move.DRIFT,)}
    assert not any(shot.sounds or shot.music for shot in plan.shots)


def test_lightning_flashes_inside_its_shot_and_thunders() -> None:
    _, storm = direct("[0-4s] a calm field [4-10s] lightning over the hills", 10, 1).shots
    assert storm.flashes
    assert all(4 < flash < 10 and flash * FPS == round(flash * FPS) for flash in storm.flashes)
    assert Sound.THUNDER in storm.sounds
    assert Look.STORM in storm.looks


def test_a_change_told_of_the_whole_clip_ends_with_it() -> None:
    plan = direct("Day turns to night. Shot 1: the pier. Shot 2: the boat. Shot 3: the moon", 9, 1)
    assert [shot.looks for shot in plan.shots] == [(Look.DAY,)] * 3
    assert [shot.looks_at_end for shot in plan.shots] == [None, None, (Look.NIGHT,)]


def test_the_light_a_scene_ends_with_stays_when_it_goes_on() -> None:
    first, second = direct("the lights go out, slow push in, then close-up of a key", 6, 1).shots
    assert first.looks_at_end == second.looks == (Look.LOW_KEY,)


def test_a_shot_goes_there_and_back_but_no_third_time() -> None:
    (shot,) = direct("pan left then right then left again", 5, 1).shots
    assert shot.moves == (Move.PAN_LEFT, Move.PAN_RIGHT)
    assert shot.not_animated == ("left",)
    assert shot_list(direct("pan left, then right", 5, 1))[0].camera == "pan left, then pan right"


@pytest.mark.parametrize(
    ("prompt", "camera"),
    [
        ("Hold on the kettle, then slowly push in.", "static, then slow push in"),
        ("Handheld at first, then the camera locks off on the door.", "handheld, then static"),
        (
            "First the camera pans left, then it tilts down, finally it pushes in on the note.",
            "pan left, then tilt down, then push in",
        ),
        ("She waits. Then the camera cranes up.", "slow drift, then crane up"),
        ("Push in on the cup, then pan left to the door.", "push in, then pan left"),
        ("推近人物，然后缓缓左摇", "slow push in, then pan left"),
        ("Orbit the car → push in → tilt up", "orbit right, then push in, then tilt up"),
        (
            "One take. 0-2s: push in on her. 2-5s: pan left to the window.",
            "push in, then pan left",
        ),
        (
            "one take, no cuts: handheld push in, then tilt up",
            "handheld + push in, then tilt up + handheld",
        ),
        ("one continuous take, no cuts: push in, then pan left", "push in, then pan left"),
        ("镜头先固定在门上，然后缓缓推近", "static, then slow push in"),
        ("The camera pans left. The camera then tilts up.", "pan left, then tilt up"),
        ("push in and pan left", "push in + pan left"),
        ("It pushes in on her. The camera tilts up.", "push in, then tilt up"),
        ("Slow push in on her. Handheld, film grain.", "slow push in + handheld"),
        ("Slow orbital movement. The camera orbits the car.", "slow orbit right"),
        (
            "tracking shot, sudden whip pan, orbit shot, slow pull back",
            "slow track + whip pan right, then orbit right, then pull out",
        ),
        ("Push in on the lamp, after that the camera tilts up", "push in, then tilt up"),
        ("The camera pushes in as the guests then leave", "push in"),
    ],
)
def test_moves_come_one_after_the_other(prompt: str, camera: str) -> None:
    (row,) = shot_list(direct(prompt, 6, 1))
    assert row.camera == camera


def test_the_moves_of_a_timed_shot_have_their_order_too() -> None:
    first, second = direct("0-4s: static wide, then push in. 4-6s: pan left", 6, 1).shots
    assert first.in_turn == ((Move.STATIC,), (Move.PUSH_IN,))
    assert second.in_turn == ()


def test_the_seed_depends_on_the_brief_alone() -> None:
    assert direct("lightning", 5, 1) == direct("lightning", 5, 1)
    assert direct("fog", 5, 1).seed == 1031563338
    assert (
        len({direct(p, s, n).seed for p in ("fog", "rain") for s in (5, 10) for n in (1, 2)}) == 8
    )


def test_the_shot_list_reads_like_one() -> None:
    prompt = "[0-3s] slow push in, sunset, waves, she smiles [3-5s] dissolve to @image2 {Goodbye}"
    first, second = shot_list(direct(prompt, 5, 2))
    assert (first.time, first.image) == ("0.0–3.0 s", "image 1")
    assert (first.camera, first.light, first.sound) == ("slow push in", "sunset", "waves")
    assert first.not_animated == "smiles"
    assert (second.camera, second.image) == ("dissolve: slow drift", "image 2")
    assert second.sound == "caption “Goodbye”"


def test_phrases_are_compiled_once_and_only_where_a_text_has_their_letters(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    patterns: list[str] = []
    compiled = re.compile

    def counted(pattern: str) -> re.Pattern[str]:
        patterns.append(pattern)
        return compiled(pattern)

    monkeypatch.setattr(re, "compile", counted)
    table = Lexicon({Move.PUSH_IN: "push+ ~ in", Move.ROLL: "roll+"})
    assert not list(table.find("a quiet street"))
    assert not patterns
    found = [hit.meaning for text in ("push in", "pushes in") for hit in table.find(text)]
    assert found == [Move.PUSH_IN] * 2
    assert len(patterns) == 1


PIECES = (
    "[0-4s] ", "5-7s: ", "Shot 2: ", "镜头3：", "at 3s ", "then ", "，然后", "cut to ", "no cuts ",
    "quick cuts ", "for the first 2 seconds ", "at the 2-second mark ", "Close-up of her hands. ",
    "@Image2 ", "图3", "第一张图", "no ", "不要", "push in ", "pan left ", "day turns to night ",
    "rain ", "雨", "lightning ", "fade out", "“", "”", '"', "{", "}", "【", "】",
    "<", ">", "（", "）", ". ", "，", "\n", '{"camera": ', '[{"time": "0-2s", ', '"dialogue": [',
)  # fmt: skip
PROMPTS = st.one_of(
    st.text(max_size=300), st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
)


@settings(max_examples=150, deadline=None)
@given(PROMPTS, st.sampled_from([1.0, 3.3, 5, 10, 15]), st.integers(1, 6))
def test_any_text_becomes_a_whole_plan(prompt: str, seconds: float, images: int) -> None:
    plan = direct(prompt, seconds, images)
    edges = [0.0, *(shot.end for shot in plan.shots)]
    assert [shot.start for shot in plan.shots] == edges[:-1]
    assert edges[-1] == plan.seconds == round(seconds * FPS) / FPS
    assert all(edge * FPS == pytest.approx(round(edge * FPS)) for edge in edges)
    assert all(shot.end > shot.start for shot in plan.shots)
    assert {shot.image for shot in plan.shots} == set(range(images))
    assert all(shot.start <= at < shot.end for shot in plan.shots for at in shot.flashes)
    assert len(shot_list(plan)) == len(plan.shots)


HOSTILE = [
    *("a", "雨", "no ", "push very ", "camera follows and ", "0-1s ", "[0-", "“", "【", "、"),
    *("slow pan left ", "sad music ", "（悲伤）", "push in to close up ", "shot 1 ", "dissolve "),
    *(
        "图1，",
        "rain taps ",
        "opening: ",
        "-. Close-up of her ",
        "Anna (crying): you must!\n",
        "camera: a -> ",
        "audio:\n0-1s: ",
        "rain, ",
        "“a” ",
        "1 ",
        "'",
        "(",
        '{"',
        '{"a": ',
        '{"start":0,"end":1} ',
    ),
]


@pytest.mark.slow
@pytest.mark.parametrize("atom", HOSTILE)
def test_the_work_grows_with_the_length_and_not_its_square(atom: str) -> None:
    short, long = (_cpu_seconds((atom * size)[:size]) for size in (1_000, 4_000))
    assert long / short < 7.5  # 4 if linear, 16 if quadratic


def _cpu_seconds(prompt: str) -> float:
    def once() -> float:
        start = time.process_time()
        _directed(prompt)
        return time.process_time() - start

    return min(once() for _ in range(2))


def _directed(prompt: str) -> Plan:
    return direct.__wrapped__(prompt, 10, 2)  # not what is remembered of it


@pytest.mark.parametrize(
    ("prompt", "sizes"),
    [
        ("a day on the pier, 5 different shots", "wide shot, close-up, medium shot"),
        ("two chefs at work, rapid cuts", "wide shot, close-up, medium shot"),
        ("a day on the pier, no quick cuts", "wide shot"),
        ("a barber cuts the hair of 3 men", "wide shot"),
    ],
)
def test_shots_that_are_only_counted_are_made(prompt: str, sizes: str) -> None:
    shots = direct(prompt, 5, 1).shots
    assert ", ".join(shot.framing for shot in shots[:3]) == sizes
    assert len(shots) in (1, 3, 5)


def test_what_stands_before_labelled_cuts_is_said_of_all_shots() -> None:
    told = "A quiet harbour at dusk. CUT TO: wide shot of a pier. CUT TO: close-up of a rope."
    assert [shot.looks for shot in direct(told, 6, 1).shots] == [(Look.SUNSET,)] * 2
    filmed = told.replace("A quiet", "Wide shot of a quiet")
    assert len(direct(filmed, 6, 1).shots) == 3


def test_a_label_may_stick_to_the_word_before_it() -> None:
    told = "The last ferryShot 1: a pier at dawn.Shot 2: close-up of a rope"
    assert [shot.framing for shot in direct(told, 6, 1).shots] == ["wide shot", "close-up"]


def test_a_take_without_cuts_begins_with_its_first_size() -> None:
    (shot,) = direct("One take. 0-2s: a pier. 2-5s: close-up of a rope.", 5, 1).shots
    assert shot.framing == "wide shot"


def test_things_that_json_wants_in_the_picture_are_told() -> None:
    (shot,) = direct('{"camera": "push in", "props": ["brass telescope"], "fps": 24}', 5, 1).shots
    assert shot.not_animated == ("brass telescope",)


@pytest.mark.parametrize(
    ("prompt", "camera"),
    [
        ("a bell tower, dynamic low-angle orbit", "orbit right"),
    ],
)
def test_a_move_is_found_behind_its_manner(prompt: str, camera: str) -> None:
    assert camera in shot_list(direct(prompt, 5, 1))[0].camera


@pytest.mark.parametrize(
    ("prompt", "moves"),
    [
        ("Rose petals (hundreds of them) drift in the wind.", ("slow drift",)),
        ("The camera (handheld) drifts in toward the girl", ("handheld", "push in")),
        ("Dolphins (three of them) follow the boat", ("slow drift",)),
        ("the wings fill the frame with feathers and flying sparks", ("slow drift",)),
        ("Flying over the roofs at dawn", ("aerial",)),
        ("Circling gulls above the pier", ("slow drift",)),
        ("Circling the tower slowly", ("orbit right",)),
        ("A slow rising crane shot over the city", ("crane up",)),
        ("petals enter the frame and rise", ("slow drift",)),
        ("A crane lifts the container.", ("slow drift",)),
        ("A paper crane flies over the lake", ("slow drift",)),
        ("The crane rises over the roofs", ("crane up",)),
        ("Drone footage, rising sun over the valley", ("aerial",)),
        ("The chef tilts the pan left and pours oil", ("slow drift",)),
        ("The truck rolls right into the ditch", ("slow drift",)),
        ("the phone held low, angled upward", ("slow drift",)),
        ("the camera angles upward to the tower", ("tilt up",)),
        ("First-person perspective (FPV), selfie-style", ("handheld",)),
        ("FPV drone through the canyon", ("aerial",)),
        ("aerial drone shot gliding low over the Thames", ("aerial",)),
        ("aerial shot, truck left along the shore", ("aerial", "truck left")),
        ("他猛推了她一把", ("slow drift",)),
        ("镜头猛推到他脸上", ("crash zoom",)),
    ],
)
def test_what_moves_in_the_picture_moves_no_camera(prompt: str, moves: tuple[str, ...]) -> None:
    assert direct(prompt, 5, 1).shots[0].moves == moves


@pytest.mark.parametrize(
    ("prompt", "lost"),
    [
        ("The man took a sip of red wine and stood up", ("took", "stood up")),
        ("The woman sat down. The dog ran away.", ("sat down", "ran away")),
        ("He drank, got up and left.", ("drank", "got up", "left")),
        ("The girl suddenly took out a phone", ("took out",)),
        ("The cat knocked the cup over", ("knocked",)),
        ("A woman dressed in red stood at the window", ()),
        ("a girl caught in the warm light, a broken cup", ()),
        ("Rain fell, the wind grew louder", ()),
        ("The camera went up", ()),
    ],
)
def test_what_was_done_is_told_as_not_animated(prompt: str, lost: tuple[str, ...]) -> None:
    assert direct(prompt, 5, 1).not_animated == lost


@pytest.mark.parametrize(
    ("prompt", "cuts"),
    [
        ("The snow melts, fading into the soil.", []),
        ("Particles drift from her skin, dissolving into the air", []),
        ("The petals rise and dissolve into light", []),
        ("A man stands there, blending into the crowd, and smiles", []),
        ("药片溶解在水里", []),
        ("维度溶解与深渊倒影", []),
        ("The picture blurs, dissolving into a street at night", ["dissolve"]),
        ("Wide shot of the bay, dissolving into a close-up of the shell", ["dissolve"]),
        ("Sunlight fades, dissolving to the next scene, a harbour", ["dissolve"]),
        ("A quiet pier, then dissolve to the sea", ["dissolve"]),
        ("A pier. The picture slowly dissolves into mist, a street", ["dissolve"]),
    ],
)
def test_what_dissolves_in_the_picture_is_no_cut(prompt: str, cuts: list[str]) -> None:
    first, *others = direct(prompt, 5, 1).shots
    assert [shot.enters for shot in others] == cuts
    assert cuts or first.not_animated


def test_a_dissolve_between_two_pictures_is_theirs() -> None:
    told = "Two lamps, the petals dissolving into light", "Two lamps, the pictures dissolve"
    in_chinese = "两盏灯，维度溶解与倒影", "两盏灯，画面缓缓溶解", "两盏灯，溶解转场"
    plans = [direct(prompt, 6, 2) for prompt in told + in_chinese]
    enters = ["cut", "dissolve", "cut", "dissolve", "dissolve"]
    assert [plan.shots[1].enters for plan in plans] == enters
    assert direct("Lamps, the scenes dissolving into each other", 6, 1).not_animated == ()


def test_ambient_light_is_no_music() -> None:
    assert direct("a bell tower, soft ambient lighting", 5, 1).shots[0].music == ()


def test_line_ends_copied_out_of_a_program_are_line_ends() -> None:
    escaped, written = r"a pier\nMusic: none\nSubtitle: Home", "a pier\nMusic: none\nSubtitle: Home"
    assert direct(escaped, 5, 1).shots[0].subtitles == direct(written, 5, 1).shots[0].subtitles


def test_sentences_pasted_together_stay_sentences() -> None:
    pasted, written = (f"A girl waits.{gap}The camera pans left at the pier" for gap in ("", " "))
    assert direct(pasted, 5, 1).shots == direct(written, 5, 1).shots


@pytest.mark.parametrize(
    "prompt",
    ["the storm passes and trucks stop in the mud", "walls close on both sides of a stair"],
)
def test_things_and_places_direct_no_camera(prompt: str) -> None:
    (shot,) = direct(prompt, 5, 1).shots
    assert (shot.moves, shot.framing) == ((Move.DRIFT,), "wide shot")


@pytest.mark.parametrize(
    ("prompt", "move"),
    [
        ("Slow push\u2011in on a cup", "push in"),
        ("Zoom\u2010out from the eye", "zoom out"),
        ("hand\u2011held camera, night", "handheld"),
        ("dolly\u00ad-in on a cup", "push in"),
        ("la ca\u0301mara se acerca, de noche, la mujer", "push in"),
        (normalize("NFD", "카메라가 천천히 다가간다"), "push in"),
        (normalize("NFD", "カメラがズームイン"), "zoom in"),
        ("\U0001d5e6\U0001d5f9\U0001d5fc\U0001d604 zoom in", "zoom in"),
        ("Slow\u00a0push\u00a0in", "push in"),
    ],
)
def test_letters_are_read_however_they_were_copied(prompt: str, move: str) -> None:
    (shot,) = direct(prompt, 5, 1).shots
    assert shot.moves == (move,)


@pytest.mark.parametrize(
    "prompt",
    [
        "0\u20113s: a door. 3\u201110s: a stair",
        "0–3\u202fs : une porte. 3–10\u202fs : un escalier",
        '{"shots": [{"time": "0\u20113s", "camera": "pan left"}, '
        '{"time": "3\u201110s", "camera": "static"}]}',
    ],
)
def test_times_are_read_however_they_were_copied(prompt: str) -> None:
    assert [shot.end for shot in direct(prompt, 10, 1).shots] == [3, 10]
