"""The score's chords lead into each other and fit the clip and its cuts."""

import pytest

from seedance_demo.animatic.audio.harmony import BEATS, compose, lead
from seedance_demo.animatic.audio.music import MOODS
from seedance_demo.animatic.plan import Music


@pytest.mark.parametrize("mood", Music)
@pytest.mark.parametrize("seconds", [1.0, 4.0, 5.0, 10.0, 15.0])
def test_a_piece_comes_home_inside_the_clip_and_rings(mood: Music, seconds: float) -> None:
    harmony = MOODS[mood].harmony
    piece = compose(harmony, seconds, ())
    last = piece.bars[-1]
    assert [bar.last for bar in piece.bars] == [False] * (len(piece.bars) - 1) + [True]
    assert last.start == pytest.approx((len(piece.bars) - 1) * BEATS * piece.beat)
    assert min(0.9, 0.15 * seconds) < seconds - last.start < 0.5 * seconds
    assert last.root == harmony.tonic
    assert {(v - harmony.tonic) % 12 for v in last.voices} == {tone % 12 for tone in harmony.home}


@pytest.mark.parametrize("mood", Music)
def test_voices_move_in_small_steps(mood: Music) -> None:
    piece = compose(MOODS[mood].harmony, 15, ())
    for before, after in zip(piece.bars, piece.bars[1:], strict=False):
        steps = [abs(a - b) for a, b in zip(before.voices, after.voices, strict=True)]
        assert max(steps) <= 5
        assert sum(steps) <= 12


def test_a_tone_both_chords_share_stays_where_it_is() -> None:
    c_major, a_minor = (60, 64, 67), (57, 60, 64)
    assert sorted(lead(c_major, a_minor)) == [60, 64, 69]


@pytest.mark.parametrize("mood", Music)
def test_cuts_fall_nearer_to_the_beats_when_the_music_knows_them(mood: Music) -> None:
    def misses(piece_cuts: tuple[float, ...], cuts: tuple[float, ...]) -> float:
        beat = compose(MOODS[mood].harmony, 15, piece_cuts).beat
        return sum(abs(cut / beat - round(cut / beat)) for cut in cuts)

    layouts = [(3.7, 9.2), (5.0, 10.0), (4.4, 8.1), (2.9, 11.3), (6.2,), (7.5,)]
    assert sum(misses(cuts, cuts) for cuts in layouts) < 0.6 * sum(misses((), c) for c in layouts)


@pytest.mark.parametrize("mood", Music)
@pytest.mark.parametrize("seconds", [5.0, 10.0, 15.0])
def test_the_tempo_stays_near_the_mood(mood: Music, seconds: float) -> None:
    harmony = MOODS[mood].harmony
    piece = compose(harmony, seconds, (seconds / 3, seconds / 2))
    assert 0.65 < piece.beat / harmony.beat < 1.5
