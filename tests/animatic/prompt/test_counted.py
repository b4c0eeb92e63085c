"""Shots that are counted before they are told, and cuts from one thing to another."""

import pytest

from seedance_demo.animatic.prompt.director import direct

pytestmark = pytest.mark.machine

SHOTS = """
2 | Two shots. First the car on the coast road, then inside with the driver laughing.
3 | Three scenes: first a door, then a stair, finally a roof.
2 | 两个分镜，第一个拍她的背影走进森林，第二个从正面拍她惊讶的表情。
2 | Hard cut from the quiet kitchen to the roaring crowd at the concert.
3 | カット1は海辺の全景、カット2は少女の横顔のアップ、カット3は波打ち際の足元。
3 | Erst die Totale vom Hafen, dann Schnitt auf das Gesicht des Kapitäns, dann Schnitt auf das Seil.
3 | START - a runner ties his shoes. RIDE - handheld behind him. END - wide shot of the finish.
3 | INTRO - logo. PRODUCT - close-up of the bottle. OUTRO - wide shot
2 | Start – slow push in on a cup; end – close-up of the steam
2 | match cut from a spinning coin to the moon
1 | transition from day to night
2 | 两个镜头：1）手部特写 2）厨房全景
2 | ① wide shot of a pier ② close-up of a gull
3 | Shot I: a pier. Shot II: a gull. Shot III: a boat
1 | A shot in the dark. I: a poem by the sea
1 | The end - a sad story about a start - up company
1 | Two shots of espresso on a bar, first light, then steam rises
1 | She walks two steps. First she smiles, then she waves.
1 | A coat with a hard cut from the sixties, to the knee
1 | 两个女孩，第一个微笑，第二个挥手
"""


@pytest.mark.parametrize("row", SHOTS.strip().splitlines())
def test_as_many_shots_as_were_counted(row: str) -> None:
    count, prompt = row.split(" | ")
    assert len(direct(prompt, 10, 1).shots) == int(count)


def test_a_length_behind_a_dash_is_the_shots() -> None:
    prompt = "SHOT #1 - a pier - 3s\nSHOT #2 - a gull - 7s"
    assert [shot.end for shot in direct(prompt, 10, 1).shots] == [3, 10]
