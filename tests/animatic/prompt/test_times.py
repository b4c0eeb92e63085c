"""Which numbers and times divide a film, and which tell its length or what happens in a shot."""

import pytest

from seedance_demo.animatic.doubts import doubts
from seedance_demo.animatic.prompt.director import direct

pytestmark = pytest.mark.machine


@pytest.mark.parametrize(
    ("prompt", "cuts"),
    [
        # A number with a unit of time is a length; without one it counts.
        ("A 10-second establishing shot of a village, slow push in.", []),
        ("A 12 second drone shot of the coast.", []),
        ("A three shot of the brothers at the bar.", []),
        ("Four shots of a chef at work.", [2.5, 5.0, 7.5]),
        ("A 4-shot montage of a market.", [2.5, 5.0, 7.5]),
        # A stretch ends at its colon, whatever stands behind it.
        ("0-5秒：街道。5-10秒：2个人停下。", [5.0]),
        ("0–5秒：桟橋。5–10秒：2人が船を見る。", [5.0]),
        ("0-5s:2 cats sit. 5-10s:3 dogs run.", [5.0]),
        # ... and so is one in a range: a form's, or told of the whole film in many languages ...
        ("A cup of tea, slow push in.\n\nDuration: 4–5 seconds", []),
        ("Camera: slow orbit\n**Length:** 8-10s", []),
        ("Video length 6-8 seconds. A chef plates the dish, close-up.", []),
        ("Each shot lasts 2-3 seconds. Rain on a window.", []),
        ("A 3-5 second looping animation of a candle.", []),
        ("时长：10-15秒\n一只猫趴在窗台上，镜头缓慢推近。", []),
        ("生成一段5-8秒的视频，女孩站在海边。", []),
        ("長さ：4〜5秒\n夜の街を歩く女性。カメラはゆっくり寄る。", []),
        ("Dauer: 5-8 Sekunden\nEine Frau am Fenster.", []),
        ("Durée : 5 à 8 secondes. Une tasse de café, plan fixe.", []),
        ("Duration: 4-10s\n0-5s: the bay. 5-10s: a shell.", [5.0]),
        ("9:16 | 5-8 sec | cinematic. A woman opens a window, slow pan.", []),
        ("Video (8-10 seconds): a horse on the shore. Tracking shot.", []),
        ("Time: 5-8s. Style: watercolor. The camera pulls back.", []),
        ("A door. 5-8s: it opens on a garden.", [5.0]),
        # ... but times that follow each other are times, whatever they are called.
        ("Shot 1\nDuration: 0-4s\nA bay.\nShot 2\nDuration: 4-10s\nA shell.", [4.0]),
        ("镜头1 时长：0-4秒，街道。\n镜头2 时长：4-10秒，海边。", [4.0]),
        ("A door. At 4-6 seconds it opens on a garden.", [4.0]),
        # What opens or closes a divided prompt counts its shots, or tells how all of it is cut.
        ("A film in 3 shots: push in. Cut to the sea. Cut to the sky.", [10 / 3, 20 / 3]),
        ("A 10-second montage: a cup, rain. Cut to the pier, pan right.", [5.0]),
        ("快速剪辑的短片，推近杯子。切到大海。", [5.0]),
        ("Push in on the cup. Cut to the sea. Fast cuts, 3 shots.", [5.0]),
        ("0-5s: a cup. 5-10s: the sea. Rapid cuts.", [5.0]),
        # The unit stands before it in many languages.
        ("Secondi 0–3:\n• Una porta.\nSecondi 3–10:\n• Il molo.", [3.0]),
        ("Segundos 0-3: una puerta.\nSegundos 3-10: el muelle.", [3.0]),
        ("Secondes 0-3 : une porte.\nSecondes 3-10 : le quai.", [3.0]),
        ("Sekunden 0-3: eine Tür.\nSekunden 3-10: der Steg.", [3.0]),
        ("Секунды 0-3: дверь.\nСекунды 3-10: причал.", [3.0]),
        ("0-3 secondi: una porta. 3-10 secondi: il molo.", [3.0]),
        # Steps of a story are shots where they are called so; deeds and wishes are none.
        ("Story beats:\n1) A boy finds a kite.\n2) He runs.\n3) It soars.", [10 / 3, 20 / 3]),
        ("剧情：\n1. 女孩收到一封信\n2. 她跑向车站\n3. 火车开走", [10 / 3, 20 / 3]),
        ("One continuous shot. Sequence:\n1. he enters\n2. he sits\n3. he sighs", []),
        ("Action:\n1. He enters the bar.\n2. He orders.\n3. The lights go out.", []),
        ("A fight sequence.\nWishes:\n1. Realistic\n2. Soft light\n3. Slow push in", []),
        # A camera that stands cuts nothing, whatever is told of its size.
        ("He opens the book, then closes it. Locked-off shot, medium close-up.", []),
        ("女孩转身，然后挥手。镜头固定，中景。", []),
        ("She stands, then spins. Finally she bows. Static wide shot.", []),
        ("She reads a letter. Then she cries. Close-up of the letter.", [5.0]),
        ("A man waits. Then a static close-up of his hands.", [5.0]),
        # A mark of the clock is no cut, unless another view stands with it.
        ("A dragon glides over roofs. At the 4-second mark it dives between two spires.", []),
        ("A girl reads. At the 4-second mark, a close-up of the candle.", [4.0]),
        ("A pier. At the 4-second mark: a boat.", [4.0]),
        # First seconds, told before or behind their words.
        ("A skyline for the first 3 seconds, transitioning to a busy street.", [3.0]),
        ("For the first 4 seconds she waits. Close-up of her hand on the clock.", [4.0]),
        ("The first two seconds show a hall, then a close-up of the door.", [2.0]),
        ("前3秒全景，随后切到她的特写。", [3.0]),
        ("The first two seconds show an empty hall, then the door bursts open.", []),
        ("In den ersten 3 Sekunden ein Hafen, dann Nahaufnahme eines Matrosen.", [3.0]),
        ("最初の3秒は港、その後、女性の顔のアップ。", [3.0]),
        ("처음 3초는 항구, 그 다음 여자 얼굴 클로즈업.", [3.0]),
        ("At the 3-second mark, cut to the kitchen. At the 6-second mark, cut to a garden.",
         [3.0, 6.0]),
        # What stands before the first cut of a shot is its title.
        ("[0-5s] Shot 1: the old king.\n[5-10s] Shot 2: the rival (inside, tight).\n"
         "Cut to his car.", [5.0]),
        ("[0-5秒] 镜头1：国王。\n[5-10秒] 镜头2：挑战者（内景/特写）。\n切换到他的车内。", [5.0]),
        ("[0-5s] The old king walks to the door.\nCut to his car. [5-10s] Night.", [2.5, 5.0]),
        ("[0-10s] He walks alone through the rain. Camera then close-up on his face.", [5.0]),
        # Quick cuts inside a stretch divide it.
        ("0-4s: a logo. 4-10s: quick cuts of the shoes.", [4.0, 5.5, 7.0, 8.5]),
        ("0-4s: un logo. 4-10s: cortes rápidos de los productos.", [4.0, 5.5, 7.0, 8.5]),
        ("0-4秒：标志。4-10秒：快剪，产品细节。", [4.0, 5.5, 7.0, 8.5]),
        ("0-4s: a barber. 4-10s: he cuts hair quickly.", [4.0]),
        ("A chef pours quick shots of espresso.", []),
        # A sentence that shows something closer, after what was told, is a shot of its own.
        ("A man leaves a hotel. He searches his bag. Close-up on his hands.", [5.0]),
        ("男人走出酒店。他低头找钥匙。特写他的手。", [5.0]),
        ("Una mujer sale del hotel. Camina por la calle. Primer plano de sus manos.", [5.0]),
        ("Eine Straße. Eine Frau verlässt das Hotel. Großaufnahme ihrer Hände.", [5.0]),
        ("Une femme sort de l'hôtel. Elle cherche sa clé. Gros plan sur ses mains.", [5.0]),
        ("Uma mulher caminha pela rua molhada. Ela para. Close no rosto dela. Luz quente.", [5.0]),
        ("Общий вид старого порта утром. Чайки кружат. Крупный план рук рыбака.", [5.0]),
        ("A woman at a window. She smiles. Close-up, 85mm, soft light.", []),
        ("Cinematic. 35mm film. Close-up of the woman's face, rain.", []),
        ("A girl walks through the old town. Rain. Close-up on her eyes throughout.", []),
        ("Close-up on his hands. He searches his bag. He leaves.", []),
        ("0-5 с: порт. 5-10 с: лицо рыбака.", [5.0]),
    ],
)  # fmt: skip
def test_a_film_is_cut_where_its_times_say(prompt: str, cuts: list[float]) -> None:
    plan = direct(prompt, 10, 1)
    assert [shot.start for shot in plan.shots[1:]] == pytest.approx(cuts, abs=0.03)


def test_what_happens_by_the_clock_comes_in_its_turn() -> None:
    (shot,) = direct("She reads. At the 4-second mark the camera pushes in.", 10, 1).shots
    assert [*map(str, shot.in_turn[-1])] == ["push in"]
    assert len(shot.in_turn) == 2


def test_the_shots_of_quick_cuts_are_of_other_sizes_and_say_no_line_again() -> None:
    prompt = "0-4s: a pier. 4-10s: night, quick cuts of a close-up fight, he shouts “Run!”"
    first, *others = direct(prompt, 10, 1).shots[1:]
    assert [str(shot.framing) for shot in (first, *others)] == [
        "close-up", "medium shot", "wide shot", "close-up",
    ]  # fmt: skip
    assert first.dialogue == ("Run!",)
    assert all(not shot.dialogue and "night" in map(str, shot.looks) for shot in others)


@pytest.mark.parametrize(
    ("prompt", "looks"),
    [
        ("Rapid cuts of a wedding in daylight. It ends with a kiss at night.", "night"),
        ("A party, quick cuts. Finally, the street at night.", "night"),
        ("5 shots of a chef. The last shot ends in candlelight, film grain.", "film grain"),
        ("0-8s: fast cuts of boxers. End on the ring at night. 8-10s: a logo.", "night"),
        ("快剪：城市的一天。最后定格在夜晚的街道上。", "night"),
        (
            "[00:00-00:08] 镜头1：快速剪辑，雨街。定格在夜晚的剪影上。\n[00:08-00:10] 片名。",
            "night",
        ),
        ("Cortes rápidos de una fiesta. Al final, luces de neón.", "neon"),
        ("Schnelle Schnitte vom Training. Am Ende Neonlicht.", "neon"),
    ],
)
def test_what_quick_cuts_end_on_is_told_of_their_last_shot(prompt: str, looks: str) -> None:
    shots = direct(prompt, 10, 1).shots
    lit = [looks in map(str, shot.looks) for shot in shots]
    assert lit.index(True) >= 3


@pytest.mark.parametrize(
    ("prompt", "sizes"),
    [
        # To and fro, as often as is told, or now and then.
        ("A cream. The camera switches from a half-body shot to a close-up 3 times.", "MCMC"),
        ("女孩介绍面霜，镜头从半身到特写切换 3 次。", "MCMC"),
        ("景别在全景和特写之间来回切换，女孩跳舞。", "WCWC"),
        ("They argue. The camera alternates between wide and close-up.", "WCWC"),
        # What cuts show is listed behind them; each comes as often as the others.
        ("镜头组合：手部特写 + 眼神特写 + 全景", "CCW"),
        ("快速剪辑：雨滴特写 + 霓虹灯牌 + 侧脸 + 车轮 + 雨伞", "CCMWC"),
        ("Quick cuts of kneading hands, an oven, a close-up of flour, and a loaf.", "WCCW"),
        ("A close-up of a cup, followed by quick cuts showing a fan, a phone and a cat.", "CWCM"),
        ("Começa com um close-up de um copo, seguido por cortes rápidos mostrando um fone e uma"
         " caixa. No final, uma loja.", "CWCW"),
        ("Opening on a medium shot of the DJ, then rapid cuts of faders, a crowd, and lasers.",
         "MWCM"),
        ("Montage of a sunrise, a busy street, a lunch table and a starry sky.", "WCMW"),
        ("镜头在男主和女主之间反复切换3次，对话激烈。", "MCMC"),
        ("Cut back and forth between the player and the clock, 3 times.", "MCMC"),
        ("A tailor cuts between the chalk lines and the edge.", "W"),
        ("Rapid cuts of a city, sunlight and a fast pace.", "WCMWCMW"),
        ("Intercutting between the hunter and the deer.", "MCMC"),
        # Lights may alternate, and hair be cut; a look is no thing to show.
        ("The light alternates between red and blue.", "W"),
        ("The mood switches between hope and despair.", "W"),
        ("音乐在舒缓和激烈之间来回切换。", "W"),
        ("Montage of a sunrise.", "W"),
        ("The barber switches between scissors and a razor.", "W"),
        ("A barber with three cuts on his cheek.", "W"),
        ("The camera goes from a wide shot to a close-up.", "W"),
        ("Do not cut between close-ups and wide shots.", "W"),
        ("Rapid cuts, cinematic lighting and a fast pace.", "WCMWCMW"),
    ],
)  # fmt: skip
def test_cuts_follow_what_is_told_of_them(prompt: str, sizes: str) -> None:
    shots = direct(prompt, 10, 1).shots
    assert "".join(str(shot.framing)[0].upper() for shot in shots) == sizes


def test_captions_that_are_told_of_all_shots_are_shared_by_them() -> None:
    prompt = (
        "She says “It is late.” He says “So what?” Camera alternates between wide and close-up."
    )
    told = [shot.dialogue for shot in direct(prompt, 8, 1).shots]
    assert told == [("It is late.",), (), ("So what?",), ()]


@pytest.mark.parametrize("prose", [
    "Starting with a close-up of an eye, the camera slowly orbits, pulling back over 10 seconds, "
    "embers, wind.",
    "开始是眼睛特写，镜头在10秒内缓慢环绕并拉远，火星飞舞，大风。",
])  # fmt: skip
def test_prose_behind_a_table_of_times_tells_of_all_its_shots(prose: str) -> None:
    shots = direct(f"0-5s: her eye.\n5-10s: her face.\n{prose}", 10, 1).shots
    told = [(*map(str, shot.moves), *map(str, shot.weather), *shot.sounds) for shot in shots]
    assert told == [("orbit right", "pull out", "embers", "wind")] * 2
    assert not {"close-up", "特写"}.isdisjoint(shots[0].not_animated)


def test_what_the_last_line_goes_on_with_is_of_the_last_shot() -> None:
    prompt = "0-5s: a man.\n5-10s: he sits.\nThen the camera pans left and tilts up to the moon."
    first, last = direct(prompt, 10, 1).shots
    assert "pan left" not in map(str, first.moves)
    assert {"pan left", "tilt up"} <= {*map(str, last.moves)}


@pytest.mark.parametrize("prompt", [
    "0-5秒：門。\n5-10秒：桟橋。\nカメラ：ゆっくり寄る。",
    "0-5초: 문.\n5-10초: 부두.\n카메라: 천천히 다가간다.",
    "0-5s: una puerta.\n5-10s: un muelle, una mujer.\nCámara: travelling hacia adelante.",
    "0-5 с: дверь.\n5-10 с: причал.\nКамера: плавный наезд.",
])  # fmt: skip
def test_a_line_of_the_camera_behind_the_shots_is_for_all(prompt: str) -> None:
    shots = direct(prompt, 10, 1).shots
    assert [[*map(str, shot.moves)] for shot in shots] == [["push in"]] * 2


def test_what_a_label_behind_the_shots_says_of_sound_is_told_of_with_the_first() -> None:
    prompt = "0-5s: uma porta.\n5-10s: um cais.\nMúsica: violão acústico, clarinete brincalhão."
    first, last = doubts(direct(prompt, 10, 1), prompt)
    assert "“violão acústico”, “clarinete brincalhão”" in first["sounds"]
    assert "sounds" not in last


def test_a_clock_behind_the_number_of_a_scene_is_its_time() -> None:
    prompt = (
        "SCENE 1 — 0:00–0:01\nA door.\nSCENE 2 — 0:01–0:06\nA stair.\nSCENE 3 — 0:06–0:10\nA roof."
    )
    assert [shot.end for shot in direct(prompt, 10, 1).shots] == [1, 6, 10]


def test_a_form_that_names_no_shots_keeps_those_of_its_text() -> None:
    prompt = (
        'Style: drama\nMood: "tense"\nShots:\n- Shot 1\n- Duration: 0:00 - 0:04\n- Scene: a door\n'
        "- Shot 2\n- Duration: 0:04 - 0:10\n- Scene: a stair"
    )
    assert [shot.end for shot in direct(prompt, 10, 1).shots] == [4, 10]


def test_the_times_of_a_line_cut_nothing() -> None:
    prompt = "0〜4秒：ドア。\n1〜3秒の台詞：「よし」\n4〜10秒：階段。"
    first, second = direct(prompt, 10, 1).shots
    assert (first.end, first.dialogue, second.dialogue) == (4, ("よし",), ())


def test_a_film_of_so_many_seconds_is_one_stretch() -> None:
    prompt = "Transforme esta foto em um vídeo realista de 12 a 18 segundos, câmera parada."
    assert len(direct(prompt, 15, 1).shots) == 1


def test_a_line_with_its_time_in_a_shot_cuts_nothing() -> None:
    prompt = "0-3秒：门。3-6秒：她停下。3.0-4.2秒说“你好！”，4.2-5.8秒说“一杯咖啡。”。"
    assert [shot.end for shot in direct(prompt, 6, 1).shots] == [3, 6]
