"""A clip's sound follows its plan: the right thing, at the right moment, at the right loudness."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from seedance_demo.animatic.audio import cues, mix, soundtrack
from seedance_demo.animatic.audio.music import MOODS
from seedance_demo.animatic.plan import FPS, Move, Music, Plan, Shot, Sound, Transition
from seedance_demo.animatic.video import camera_path, edit

from ..listening import RATE, band, envelope, level, lufs, onsets, peak_time, true_peak

FRAME = 1 / FPS
EVERYTHING: list[Sound | Music] = [*Sound, *Music]
Asked = tuple[Sound | Music, ...]

# Where most of a sound's own energy is, in Hz, away from the others'.
OWN_BAND: dict[Sound | Music, tuple[float, float]] = {
    Sound.RAIN: (1500, 8000),
    Sound.THUNDER: (40, 400),
    Sound.WIND: (100, 1000),
    Sound.WAVES: (200, 3000),
    Sound.WATER: (400, 3000),
    Sound.FIRE: (60, 3000),
    Sound.BIRDS: (2000, 6000),
    Sound.CRICKETS: (3800, 5200),
    Sound.CITY: (50, 1500),
    Sound.CROWD: (200, 2500),
    Sound.HEARTBEAT: (40, 200),
    Sound.FOOTSTEPS: (60, 2000),
    Sound.ENGINE: (50, 600),
    Sound.WHOOSH: (600, 6000),
    Sound.IMPACT: (40, 400),
    Sound.TYPING: (300, 6000),
    Sound.BELL: (190, 1700),
    **dict.fromkeys(Music, (60.0, 2000.0)),
}


def shot(start: float, end: float, *asked: Sound | Music, **rest: object) -> Shot:
    heard = {
        "sounds": tuple(a for a in asked if isinstance(a, Sound)),
        "music": tuple(a for a in asked if isinstance(a, Music)),
    }
    return replace(Shot(start, end, 0, ""), **heard, **rest)  # type: ignore[arg-type]


def clip(*shots: Shot, seed: int = 0) -> Plan:
    return Plan(shots[-1].end, shots, seed=seed)


def single(seconds: float, *asked: Sound | Music, seed: int = 0) -> Plan:
    return clip(shot(0, seconds, *asked), seed=seed)


@pytest.mark.parametrize("seconds", [5, 10, 15, 119 / FPS, 245 / FPS, FRAME])
def test_the_sound_is_as_long_as_the_clip(seconds: float) -> None:
    track = soundtrack(single(seconds, Sound.WIND, Music.PIANO))
    assert track.shape == (2, round(seconds * RATE))
    assert track.dtype == np.float32


def test_every_sound_and_every_mood_can_be_made() -> None:
    assert {*cues.AMBIENCE, *cues.RHYTHMS, *cues.HITS} == set(Sound)
    assert set(MOODS) == set(Music)
    assert set(OWN_BAND) == set(EVERYTHING)


def test_silence_is_exactly_nothing() -> None:
    plan = replace(single(5, Sound.RAIN, Music.EPIC), silent=True)
    assert not soundtrack(plan).any()


def test_the_same_brief_sounds_the_same_and_another_seed_does_not() -> None:
    first, again, other = (
        soundtrack(single(5, *asked, seed=seed))
        for asked, seed in zip([(Sound.BIRDS, Music.WONDER)] * 3, (3, 3, 4), strict=True)
    )
    assert np.array_equal(first, again)
    assert not np.allclose(first, other, atol=0.05)


COMBINATIONS: list[Asked] = [
    *((asked,) for asked in EVERYTHING),
    (Sound.RAIN, Sound.THUNDER, Sound.WIND, Music.SAD),
    (Sound.FOOTSTEPS, Sound.HEARTBEAT, Music.TENSE),
    (Sound.CITY, Sound.ENGINE, Sound.IMPACT, Sound.WHOOSH, Music.SYNTH),
    (Sound.BIRDS, Sound.WATER, Music.PIANO, Music.AMBIENT),
    (Sound.TYPING, Sound.BELL),
    tuple(Sound),
    tuple(EVERYTHING),
]


@pytest.mark.parametrize("asked", COMBINATIONS, ids=lambda asked: "+".join(asked)[:40])
def test_loudness_peaks_ends_and_the_sum_to_mono_are_fit_to_publish(asked: Asked) -> None:
    plan = clip(shot(0, 2, *asked), shot(2, 4.5, *asked, enters=Transition.WHIP), seed=5)
    track = soundtrack(plan)
    assert lufs(track) == pytest.approx(-18, abs=1.5)
    assert np.abs(track).max() <= 0.9
    assert true_peak(track) <= -1.0
    assert np.abs(track[:, [0, -1]]).max() < 1e-3
    assert level(track.mean(axis=0)) > level(track) - 6


@pytest.mark.parametrize("asked", EVERYTHING)
def test_what_a_shot_names_is_heard_in_that_shot_alone(asked: Sound | Music) -> None:
    plan = clip(
        shot(0, 4, enters=Transition.DISSOLVE),
        shot(4, 8, asked, enters=Transition.DISSOLVE),
        seed=2,
    )
    heard = envelope(band(soundtrack(plan), *OWN_BAND[asked]), 0.1)
    before, during = heard[RATE // 2 : round(3.4 * RATE)], heard[round(3.8 * RATE) :]
    assert np.percentile(during, 97) > 4 * np.percentile(before, 97)


@pytest.mark.parametrize("asked", [*cues.AMBIENCE])
def test_two_shots_with_one_ambience_share_it_without_a_seam(asked: Sound) -> None:
    divided = clip(shot(0, 3, asked), shot(3, 7, asked, enters=Transition.DISSOLVE))
    assert np.array_equal(soundtrack(divided), soundtrack(single(7, asked)))


@pytest.mark.parametrize("pair", [(Sound.RAIN, Sound.CITY), (Sound.WIND, Sound.CROWD)])
def test_one_ambience_gives_way_to_another_across_the_cut(pair: tuple[Sound, Sound]) -> None:
    plan = clip(shot(0, 3, pair[0]), shot(3, 6, pair[1], enters=Transition.DISSOLVE))
    heard = envelope(soundtrack(plan), 0.06)
    around = heard[round(2.4 * RATE) : round(3.6 * RATE)]
    assert around.min() > 0.5 * min(np.median(heard[: 3 * RATE]), np.median(heard[3 * RATE :]))
    first = band(soundtrack(plan), *OWN_BAND[pair[0]])
    settled = soundtrack(clip(shot(0, 3), shot(3, 6, pair[1], enters=Transition.DISSOLVE)))
    assert level(first, 3.4, 5.8) < level(band(settled, *OWN_BAND[pair[0]]), 3.4, 5.8) + 2


CUTS = [29 * FRAME * k for k in (1, 2, 3)] + [1.0, 55 * FRAME, 3.0, 83 * FRAME]


@pytest.mark.parametrize("cut", CUTS, ids=lambda cut: f"{cut:.2f}s")
@pytest.mark.parametrize("enters", [Transition.CUT, Transition.WHIP])
def test_the_rush_of_air_at_a_cut_peaks_within_a_frame_of_it(
    cut: float, enters: Transition
) -> None:
    for seed in range(2):
        track = soundtrack(clip(shot(0, cut), shot(cut, 5, enters=enters), seed=seed))
        assert abs(peak_time(track, 1000, 8000, cut - 0.6, cut + 0.6) - cut) < FRAME


@pytest.mark.parametrize("before", [(), ((Move.STATIC,),)], ids=["alone", "in turn"])
@pytest.mark.parametrize("move", [Move.WHIP_PAN_LEFT, Move.WHIP_PAN_RIGHT, Move.CRASH_ZOOM])
def test_a_sudden_camera_is_heard_when_it_is_fastest(
    move: Move, before: tuple[tuple[Move, ...], ...]
) -> None:
    moving = shot(0, 5, moves=(move,), in_turn=(*before, (move,)))
    way = camera_path.path(moving, camera_path.Aim(0.5, 0.5), 0)
    speed = np.abs(np.diff(way.yaw) + np.diff(way.zoom))
    fastest = (np.argmax(speed) + 0.5) / FPS
    track = soundtrack(clip(moving))
    assert abs(peak_time(track, 1000, 8000, 0.5, 4.5) - fastest) < 2 * FRAME


def test_a_whip_is_louder_than_a_plain_cut_and_a_calm_film_has_neither() -> None:
    def rush(enters: Transition, *asked: Sound | Music) -> float:
        track = band(
            soundtrack(clip(shot(0, 2, *asked), shot(2, 5, *asked, enters=enters))), 1000, 8000
        )
        return level(track, 1.9, 2.1) - level(track, 0.5, 1.4)

    assert rush(Transition.WHIP, Sound.ENGINE) > rush(Transition.CUT, Sound.ENGINE) + 5
    assert rush(Transition.CUT, Sound.ENGINE) > 3
    assert rush(Transition.DISSOLVE, Sound.ENGINE) < 3
    assert rush(Transition.CUT, Music.AMBIENT) < 3
    montage = clip(*(shot(k / 2, (k + 1) / 2, Sound.ENGINE) for k in range(10)))
    assert not list(cues.whooshes(montage))


def test_a_whip_pan_passes_from_one_side_to_the_other() -> None:
    def balance(move: Move, start: float, end: float) -> float:
        track = band(soundtrack(clip(shot(0, 4, moves=(move,)))), 600, 8000)
        return level(track[1], start, end) - level(track[0], start, end)

    assert (
        balance(Move.WHIP_PAN_RIGHT, 1.8, 1.95) < -3 < 3 < balance(Move.WHIP_PAN_RIGHT, 2.05, 2.2)
    )
    assert balance(Move.WHIP_PAN_LEFT, 1.8, 1.95) > 3 > -3 > balance(Move.WHIP_PAN_LEFT, 2.05, 2.2)


def test_thunder_is_heard_before_the_clip_ends() -> None:
    for seed in range(300):
        storm = clip(shot(0, 3, flashes=(1.0, 2.5)), shot(3, 4, flashes=(3.3, 3.95)), seed=seed)
        heard = [at for at, _ in cues.thunders(storm)]
        assert len(heard) == 3, "the last bolt is too late to be heard"
        assert heard[-1] <= 4 - 0.35
        assert all(flash <= at for flash, at in zip((1.0, 2.5, 3.3), heard, strict=True))
    brief = clip(shot(0, 4, Sound.WIND), shot(4, 4.5, Sound.THUNDER))
    assert [at for at, _ in cues.thunders(brief)] == [pytest.approx(4.15)]


@pytest.mark.parametrize("seed", range(4))
def test_thunder_follows_its_flash(seed: int) -> None:
    flashes = (1.25, 1.25 + 2 * FRAME, 5.0)  # the first bolt flickers
    plan = clip(shot(0, 8, Sound.WIND, flashes=flashes), seed=seed)
    heard = onsets(soundtrack(plan), 900, 5000, apart=2.0, threshold=0.35)
    assert len(heard) == 2
    for flash, thunder in zip((1.25, 5.0), heard, strict=True):
        assert 0.18 <= thunder - flash <= 0.56
    steady = clip(shot(0, 8, Sound.WIND, flashes=(1.25, 5.0)), seed=seed)
    assert np.array_equal(soundtrack(plan), soundtrack(steady))


@pytest.mark.parametrize(
    ("asked", "interval", "low", "high"),
    [(Sound.HEARTBEAT, 60 / 66, 40, 90), (Sound.FOOTSTEPS, 60 / 108, 800, 4000)],
)
def test_hearts_and_steps_keep_their_tempo_across_cuts(
    asked: Sound, interval: float, low: float, high: float
) -> None:
    plan = clip(
        *(shot(a, b, asked, enters=Transition.DISSOLVE) for a, b in pairwise((0, 3, 5, 10)))
    )
    beats = onsets(soundtrack(plan), low, high, apart=0.8 * interval, threshold=0.3)
    assert len(beats) == pytest.approx(9.75 / interval, abs=1.5)
    assert np.abs(np.diff(beats) - interval).max() < 0.03
    assert np.mean(np.diff(beats)) == pytest.approx(interval, rel=0.005)


def test_an_impact_lands_on_its_cut() -> None:
    plan = clip(shot(0, 2.5), shot(2.5, 6, Sound.IMPACT, enters=Transition.DISSOLVE))
    (landed,) = onsets(soundtrack(plan), 60, 2000, apart=2.0, threshold=0.4)
    assert abs(landed - 2.5) < FRAME


SMOOTH = [
    *(Sound.WIND, Sound.ENGINE, Sound.HEARTBEAT, Sound.CITY, Sound.CROWD),
    *(Music.AMBIENT, Music.SAD, Music.WONDER),
]


@pytest.mark.parametrize("asked", SMOOTH)
def test_smooth_sounds_have_no_click_anywhere_not_even_at_a_cut(asked: Sound | Music) -> None:
    plan = clip(
        shot(0, 2, asked),
        shot(2, 4, enters=Transition.DISSOLVE),
        shot(4, 7, asked, enters=Transition.DISSOLVE),
    )
    track = soundtrack(plan)
    clicks = envelope(band(track, 15000, 24000), 0.002)
    assert 20 * np.log10(clicks.max() / np.abs(track).max()) < -55


@pytest.mark.parametrize("asked", [*cues.AMBIENCE])
def test_an_ambience_never_repeats_itself(asked: Sound) -> None:
    mono = soundtrack(single(8, asked)).mean(axis=0)
    correlation = np.fft.irfft(np.abs(np.fft.rfft(mono, 2 * len(mono))) ** 2)[: len(mono)]
    overlap = 1 - np.arange(len(mono)) / len(mono)
    later = slice(RATE // 2, 6 * RATE)
    assert (correlation[later] / overlap[later]).max() < 0.4 * correlation[0]


@pytest.mark.parametrize("mood", Music)
@pytest.mark.parametrize("seconds", [5, 12])
def test_music_fills_the_clip_and_comes_to_rest(mood: Music, seconds: float) -> None:
    track = soundtrack(single(seconds, mood))
    body = level(track, 0.5, seconds - 2)
    assert level(track, 0.1, 0.6) > body - 15
    assert level(track, seconds - 2, seconds - 1.2) > body - 15
    assert level(track, seconds - 0.25) < body - 12


def test_a_fade_to_black_takes_the_sound_along() -> None:
    assert abs(mix.FADE - edit.FADE / FPS) < FRAME  # as long as the picture's
    plan = clip(shot(0, 5, Sound.RAIN, leaves=Transition.FADE_TO_BLACK))
    track = soundtrack(plan)
    falling = [level(track, 4.2 + k * 0.2, 4.4 + k * 0.2) for k in range(4)]
    assert all(later < earlier for earlier, later in pairwise(falling))
    assert falling[-1] < level(track, 2, 4) - 12


def test_a_fade_in_the_middle_is_a_breath_of_silence() -> None:
    plan = clip(
        shot(0, 3, Sound.RAIN, leaves=Transition.FADE_TO_BLACK),
        shot(3, 6, Sound.RAIN, enters=Transition.FADE_IN),
    )
    track = soundtrack(plan)
    assert level(track, 2.98, 3.02) < level(track, 1, 2) - 20
    assert level(track, 4, 5) > level(track, 1, 2) - 6
    assert level(track, 3.15, 3.3) < level(track, 4, 5) - 6


def test_a_fade_in_cuts_the_sound_before_it_only_at_the_last_moment() -> None:
    plan = clip(shot(0, 3, Sound.RAIN), shot(3, 6, Sound.RAIN, enters=Transition.FADE_IN))
    track = soundtrack(plan)
    assert level(track, 2.3, 2.8) > level(track, 1, 2) - 6
    assert level(track, 2.98, 3.02) < level(track, 1, 2) - 12


def test_a_whoosh_that_is_named_replaces_the_one_of_its_cut() -> None:
    def rush(*asked: Sound) -> float:
        plan = clip(shot(0, 2, Sound.CITY), shot(2, 5, Sound.CITY, *asked))
        return level(band(soundtrack(plan), 1500, 8000), 1.9, 2.1)

    assert rush(Sound.WHOOSH) > rush() + 6
    plain, named = (clip(shot(0, 2, *s), shot(2, 5, *s)) for s in ([], [Sound.WHOOSH]))
    assert len(list(cues.whooshes(plain))) == 1
    assert len(list(cues.whooshes(named))) == 2  # one in each shot that names it


def test_a_clip_that_names_no_sound_has_a_quiet_room() -> None:
    track = soundtrack(single(5))
    assert lufs(track) == pytest.approx(-30, abs=1.5)
    assert level(band(track, 40, 1000)) > level(band(track, 1000, 20000)) + 10
