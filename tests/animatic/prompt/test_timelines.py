"""A second timeline, of what is heard or written, goes into the shots of the first."""

import pytest

from seedance_demo.animatic.plan import Music, Sound
from seedance_demo.animatic.prompt.director import direct

pytestmark = pytest.mark.machine

VISUAL = "Visual:\n0-4s: wide shot of a bridge\n4-8s: close-up of a lantern\n"


def test_what_is_heard_is_heard_in_the_shots_of_its_time_and_cuts_nothing() -> None:
    told = VISUAL + "Audio:\n0-2s: footsteps\n2-8s: thunder\n5-8s: soft piano"
    first, second = direct(told, 8, 1).shots
    assert (first.end, first.sounds) == (4, (Sound.FOOTSTEPS, Sound.THUNDER))
    assert (second.sounds, second.music) == ((Sound.THUNDER,), (Music.PIANO,))


def test_a_timeline_of_texts_writes_each_once() -> None:
    told = VISUAL + 'On-screen text:\n0-6s: Start slow\n6-8s: "Run"'
    first, second = direct(told, 8, 1).shots
    assert (first.subtitles, second.subtitles) == (("Start slow",), ("Run",))


def test_a_timeline_of_texts_alone_cuts_nothing() -> None:
    told = "A runner ties her shoes, handheld.\nText:\n0-3s: Start slow\n3-6s: Run"
    (shot,) = direct(told, 6, 1).shots
    assert shot.subtitles == ("Start slow", "Run")


def test_a_second_list_that_is_seen_is_no_note() -> None:
    told = "0-4s: wide shot of a bridge\nCloser:\n4-8s: close-up of a lantern"
    assert [shot.framing for shot in direct(told, 8, 1).shots] == ["wide shot", "close-up"]
