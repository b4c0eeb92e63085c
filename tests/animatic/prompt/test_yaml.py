"""Prompts pasted as YAML, with their indentation and without it."""

import pytest

from seedance_demo.animatic.plan import Plan
from seedance_demo.animatic.prompt.director import direct
from seedance_demo.animatic.prompt.pasted_yaml import pasted_yaml

pytestmark = pytest.mark.machine

FORMS = {
    "indented": """\
title: "Coffee"
version: "1.1"
duration_sec: 10
camera:
  lens: "35mm"
  motion: "handheld"
audio:
  sfx: ["rain on a roof", "a distant bell"]
  dialogue:
    - who: "MIA"
      text: "Is anyone there?"
      start_sec: 7
      end_sec: 9
timeline:
  - start_sec: 0
    end_sec: 4
    action: "wide shot of a kitchen at night"
  - start_sec: 4
    end_sec: 10
    action: "close-up of a cup"
aspect_ratio: "16:9"
""",
}
FORMS["without indentation"] = "\n".join(map(str.strip, FORMS["indented"].splitlines()))
FORMS["with one space"] = FORMS["indented"].replace("    ", " ").replace("  ", " ")


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_a_timeline_makes_shots_and_only_speech_is_said(form: str) -> None:
    kitchen, cup = direct(form, 10, 1).shots
    assert (kitchen.end, kitchen.framing, cup.framing) == (4.0, "wide shot", "close-up")
    assert [kitchen.dialogue, cup.dialogue] == [(), ("Is anyone there?",)]
    assert not kitchen.subtitles + cup.subtitles
    assert "night" in map(str, kitchen.looks)
    assert [*map(str, kitchen.moves)] == [*map(str, cup.moves)] == ["handheld"]
    assert not kitchen.weather  # rain is heard


@pytest.mark.parametrize(
    ("prompt", "told"),
    [
        ('标题: "雨夜"\n画幅: "16:9"\n场景: "夜晚的街道"\n运镜: "缓慢推近"\n台词: "你来了。"',
         ("push in", "night", "你来了。")),
        ('Título: "Alba"\nEstilo: "cine"\nEscena: "calle de noche"\nCámara: "zoom in lento"\n'
         'Diálogo: "Por fin llegamos."', ("zoom in", "night", "Por fin llegamos.")),
        ('タイトル: "雨"\nシーン: "夜の交差点"\nカメラ: "ゆっくりドリーイン"\nセリフ: "行こう。"',
         ("push in", "night", "行こう。")),
        ("prompt: a cliff at night\nnegative_prompt: rain, text\ncamera_motion: orbit right\n"
         'Mara: "We go."', ("orbit right", "night", "We go.")),
        ('style_refs: ["noir", "night street"]\nmoves: ["pan left"]\nvoiceover: "He had an hour."',
         ("pan left", "night", "He had an hour.")),
        ('videoPrompt: "a fair at night"\nnegativePrompt: "rain"\ncameraMove: "crane up"\n'
         'dialogue: "Look."', ("crane up", "night", "Look.")),
        ('subject: "a bottle"\ncamera:\n  - "push in"\n  - "macro"\nlight:\n  - "night"\n'
         'no:\n  - "rain"\nline: "Breathe."', ("push in", "night", "Breathe.")),
        ('look: "film grain, night"\nnotes: "keep the visor clean"\ncamera: "crane up"\n'
         'character:\n  name: "Lena"\n  age: "8"\n  line: "Up we go."',
         ("crane up", "night", "Up we go.")),
    ],
)  # fmt: skip
def test_its_keys_tell_what_is_said(prompt: str, told: tuple[str, str, str]) -> None:
    move, look, line = told
    (shot,) = direct(prompt, 8, 1).shots
    assert (*shot.dialogue, *shot.subtitles) == (line,)
    assert [*map(str, shot.moves)] == [move]
    assert look in map(str, shot.looks)
    assert not shot.weather


@pytest.mark.parametrize(
    "prompt",
    [
        'Anna: "You are late."\nTom: "I know."',
        'Scene 1: "The camera pans left."\nScene 2: "Close-up: an orange."',
        "Camera: slow push in\nLighting: soft\nMood: calm",
        "Visuals:\n- Camera: close-up\n- Expression: calm\n- Lighting: soft\n- Movement: subtle",
        'Style: "film noir"\nA man walks down an alley.\nHe stops and looks back.\nIt rains.',
        "镜头：缓慢推近\n光线：柔和\n台词：“你来了。”",
        'Dialogue: "Come in."\nVoiceover: "It was late."\nSubtitle: "1999"',
        "0-3s: a pier.\n3-6s: a boat.",
        "Ratio: 16:9\nA girl at a pier.",
        'Dialogue:\n- "Come in."\n- "It was late."',
        "Sequence:\n- a hand\n- a cup\n- steam",
        "Prompt: [your subject]\nStyle: [cinematic]",
    ],
)
def test_labels_and_speech_in_prose_are_none(prompt: str) -> None:
    assert pasted_yaml(prompt) == (prompt, [])


def test_lines_of_a_script_come_at_their_times() -> None:
    prompt = """{"shots": [{"start": 0, "end": 4, "action": "a pier"}, {"start": 4, "end": 8,
        "action": "a boat"}], "dialogue": [{"who": "Mia", "text": "Look!", "start": 1},
        {"who": "Tom", "text": "A boat.", "start": 5}]}"""
    assert said(direct(prompt, 8, 1)) == [("Look!",), ("A boat.",)]
    alone = """{"camera": "pan left",
        "dialogue": [{"line": "A.", "start": 1}, {"line": "B.", "start": 5}]}"""
    assert said(direct(alone, 8, 1)) == [("A.", "B.")]


def said(plan: Plan) -> list[tuple[str, ...]]:
    return [shot.dialogue for shot in plan.shots]
