"""Quotes become captions where somebody says or writes them, and nowhere else."""

import pytest

from seedance_demo.animatic.doubts import doubts
from seedance_demo.animatic.plan import Look, Move, Shot, Sound, Transition, Weather
from seedance_demo.animatic.prompt.director import direct

pytestmark = pytest.mark.machine


@pytest.mark.parametrize(
    "prompt",
    [
        'similar to "Streets of the Old Harbour Town" by a painter',
        "an ironic “very best dad ever” kind of grin",
        'a dog named "Mister Fluffy the Third" runs',
        "the song “Here comes the snow, dear” plays",
        'a nurse with a badge that reads "Ward 7 staff only"',
        'a street, no text "like in an ad"',
        "传来“滴答滴答滴答”声，房间安静",
        "《雾都孤儿》里的场景，孩子奔跑",
        "一种“说走就走的自由”感",
        'a chef in an apron with the text "Bon Appetit" printed on the pocket',
        'un niño con una gorra con el texto "Capitán" bordado al frente',
        "发型是地道的“大拉翅”，带有流苏",
        "她梳着白色的“堕马髻”，知道“江湖规矩”",
        "展示：对白情感映射: 展现出“想触碰却收回手”的克制",
        "10秒舞台表演：“江湖夜雨十年灯”",
        'the gong goes "BONG!" and the birds fly',
        'a metallic "CLANG!" as the blade falls',
        '"Crack!" goes the ice',
        "老师问了一个“如果地球停止转动会怎样”的问题",
        'she makes a "peace" sign at the window',
        "Anna (25): a tall woman in red.\nTom (30): a short man in blue.",
        "Warning (important): keep your face!\nReminder (always): don't change my shirt.",
        "Light (soft): warm on your face.\nCamera (handheld): it follows you!",
    ],
)
def test_a_name_or_a_manner_of_speaking_is_no_caption(prompt: str) -> None:
    assert not captions(shot_of(prompt))


@pytest.mark.parametrize(
    ("prompt", "caption"),
    [
        ("“Where are you going?” she asks softly", "Where are you going?"),
        ("She turns to the door. “We leave at dawn.”", "We leave at dawn."),
        ('a "HOTEL" neon sign in the window', "HOTEL"),
        ("the word “Spring” in white letters", "Spring"),
        ("“我们走吧”她低声说", "我们走吧"),
        ("门上挂着“营业中”的招牌", "营业中"),
        ("字幕《归途》", "归途"),
        ("Une femme à sa fenêtre. Elle dit doucement : « Il pleut enfin. »", "Il pleut enfin."),
        ("Ein Mann am Tisch, er sagt: „Wir gehen jetzt“", "Wir gehen jetzt"),
        ("Un viejo en el muelle. (Con voz ronca) 'Ya es tarde...'", "Ya es tarde..."),
        ("老人望着海（沙哑的声音）“船不会来了”", "船不会来了"),
        ("男孩站在门口，轻轻说一句：我回来了。", "我回来了"),
        ("海辺の夕焼け、最後に「おわり」という文字", "おわり"),
        ('A bottle on a rock. Below it, in clean white type:\n"STAY WILD"', "STAY WILD"),
    ],
)
def test_a_cue_may_stand_on_either_side(prompt: str, caption: str) -> None:
    assert captions(shot_of(prompt)) == (caption,)


@pytest.mark.parametrize(
    "prompt",
    [
        "一间书店，雨夜。\n对话：\n小明：你还在等吗\n小红：我不等了\n音效：雨声",
        "【台词】\n小明：你还在等吗\n小红：我不等了",
        "一间书店。\n老板抬起头：\n👉「你还在等吗」\n客人低声回答：\n👉「我不等了」",
    ],
)
def test_lines_under_a_heading_are_spoken(prompt: str) -> None:
    assert captions(shot_of(prompt)) == ("你还在等吗", "我不等了")


def test_the_name_of_a_work_directs_nothing() -> None:
    shot = shot_of("the song “Thunder and Rain at Night” on the radio, 《雾都孤儿》 on the table")
    assert Weather.RAIN not in shot.weather
    assert Look.FOG not in shot.looks
    assert Sound.THUNDER not in shot.sounds


def test_a_quote_that_nobody_says_is_told_as_not_shown() -> None:
    assert "very best dad ever" in shot_of("a grin, “very best dad ever”").not_animated
    assert "slow push in here" not in shot_of("a “slow push in here” for us").not_animated


def test_unlike_is_no_likeness_and_no_one_refuses() -> None:
    assert shot_of("unlike thunder, a soft breeze").sounds == (Sound.WIND,)
    assert shot_of("no one ever really speaks").not_animated == ()


def captions(shot: Shot) -> tuple[str, ...]:
    return (*shot.dialogue, *shot.subtitles)


def shot_of(prompt: str) -> Shot:
    (shot,) = direct(prompt, 5, 1).shots
    return shot


@pytest.mark.parametrize(
    "prompt",
    [
        "She says “We leave at dawn.” No subtitles.",
        "她说：“我们走吧。”无字幕",
        "Negative prompt: subtitles, logos\nShe says “We leave at dawn.”",
    ],
)
def test_refused_subtitles_are_obeyed_and_the_line_is_told(prompt: str) -> None:
    shot = shot_of(prompt)
    assert not captions(shot)
    assert any(line.startswith("“") for line in shot.not_animated)


def test_brackets_that_head_a_line_are_no_subtitle() -> None:
    assert not captions(shot_of("【深夜】街道空无一人"))
    assert captions(shot_of("空房间【第二天】")) == ("第二天",)


@pytest.mark.parametrize(
    "prompt",
    [
        'Prompt: "A quiet street, slow push in."',
        'Video prompt (short): "A quiet street, slow push in."',
        "提示词：“安静的街道，镜头缓慢推近。”",
        "Beschreibung: „Eine Strasse, Kamera fährt langsam heran.“",
        'Descripción: "Una calle, la cámara avanza lentamente."',
        '프롬프트: "조용한 거리, 카메라가 천천히 다가간다."',
        "プロンプト：「静かな通り、カメラがゆっくり寄る。」",
    ],
)
def test_what_a_label_describes_in_quotes_is_read(prompt: str) -> None:
    shot = shot_of(prompt)
    assert not captions(shot)
    assert Move.PUSH_IN in shot.moves


@pytest.mark.parametrize(
    ("prompt", "lines"),
    [
        ("Anna (whispering): I will never go back.\nTom: You must.",
         ("I will never go back.", "You must.")),
        ("二人争吵。\n苏佳佳（嘶吼）：你不能去！\n江止风（挣扎）：放开我！\n【音效】撞击声",
         ("你不能去！", "放开我！")),
        ("Mother (crying): Where were you?\nSon (calm): I was at the lake.\nCamera: slow push in",
         ("Where were you?", "I was at the lake.")),
        ("小红冲出门。\n小红（嘶吼）：你不能去！", ("你不能去！",)),
    ],
)  # fmt: skip
def test_lines_behind_names_need_no_quotes(prompt: str, lines: tuple[str, ...]) -> None:
    assert captions(shot_of(prompt)) == lines


def test_lines_that_stand_in_their_shots_are_not_said_again() -> None:
    prompt = (
        'Shot 1: Anna says, "It is late,"\nShot 2: Ben replies, "Stay here with me."\n'
        'Style: film grain.\nVoice script\nAnna: "It is late,"\n'
        'Ben: (smiles) "Stay here with me."'
    )
    first, last = direct(prompt, 8, 1).shots
    assert (first.dialogue, last.dialogue) == (("It is late",), ("Stay here with me.",))
    assert "Stay here with me." not in first.not_animated


@pytest.mark.parametrize("prompt", [
    "A dog runs. End on a clean black screen with only the text Coming Soon fading in.",
    "A dog runs. Finish with a black frame, the brand name fading up.",
    "A dog runs. It ends with a plain black card, the logo name 'Lumo' fading in.",
])  # fmt: skip
def test_a_card_ends_the_film_and_its_words_fade_in_by_themselves(prompt: str) -> None:
    (shot,) = direct(prompt, 5, 1).shots
    assert (shot.enters, shot.leaves) == (Transition.CUT, Transition.FADE_TO_BLACK)


def test_words_without_quotes_that_shall_appear_are_told_of() -> None:
    prompt = "A dog runs. The words Stay Wild appear."
    (doubt,) = doubts(direct(prompt, 5, 1), prompt)
    assert "The words Stay Wild appear" in doubt["edit"]


def test_who_looks_at_the_camera_speaks() -> None:
    shot = direct('girl talking to camera: "hey guys, welcome back to my channel!"', 5, 1).shots[0]
    assert shot.dialogue == ("hey guys, welcome back to my channel!",)
    assert direct('Camera: "slow push in"', 5, 1).shots[0].dialogue == ()


@pytest.mark.parametrize(
    ("prompt", "shots"),
    [
        ('"[00:00-00:05] A gate. Subtitle: Open up"\n\n"[00:05-00:10] A rider."',
         [("Open up",), ()]),
        ('"[00:00-00:05] 城门中景。口型与字幕：开门"\n"[00:05-00:10] 城楼近景。口型与字幕：你是谁"',
         [("开门",), ("你是谁",)]),
        ('"0-4s: wide shot of a pier."\n"4-8s: close-up of a bell."', [(), ()]),
        ('- "Shot 1: a baker at work."\n- "Shot 2: close-up of flour."', [(), ()]),
        ("“镜头1：全景，雪山下的小屋。”\n“镜头2：特写，窗边的蜡烛。”", [(), ()]),
        ("「カット1：海辺の全景。」\n「カット2：少女の顔のアップ。」", [(), ()]),
        ('Scene 1: "The camera pans left."\nScene 2: "Close-up: an orange."', [(), ()]),
        ('1. "Wide shot, a tower."\n2. "Close-up, the lamp."', [(), ()]),
        ('Clip 1: "0:00-0:05 drone shot of cliffs"\nClip 2: "0:05-0:10 waves"', [(), ()]),
        ("“第一幕：城市全景。”\n“第二幕：女主走在街上。”", [(), ()]),
        ('Animate this photo: "he smiles, wind, camera slowly zooms out"', [()]),
        ('"A street at dawn. Wide shot."\n"A baker. Medium shot."\n"Close-up of bread."', [()] * 3),
        ("动画描写这张照片：“老人微笑，镜头缓缓拉远”", [()]),
        # What is said may well begin with a number, or speak of a scene.
        ('She turns. "Five to seven, every day."', [("Five to seven, every day.",)]),
        ('She turns. "Scene one is the best of all."', [("Scene one is the best of all.",)]),
        ('The director shouts: "Camera rolls, action!"', [("Camera rolls, action!",)]),
        ('The director says: "Close-up, please!"', [("Close-up, please!",)]),
        ('Anna: "The camera is broken again!"', [("The camera is broken again!",)]),
        ("她转身。“镜头前别紧张！”", [("镜头前别紧张！",)]),
        ("他说：“镜头推近一点！”", [("镜头推近一点！",)]),
        ('"0-3 is our score!" she shouts.', [("0-3 is our score!",)]),
    ],
)  # fmt: skip
def test_quotes_around_a_part_of_a_form_are_no_caption(
    prompt: str, shots: list[tuple[str, ...]]
) -> None:
    assert [captions(shot) for shot in direct(prompt, 10, 1).shots] == shots


@pytest.mark.parametrize(
    ("prompt", "lines"),
    [
        ("Man (whispering): We have to leave now. He turns.", ("We have to leave now",)),
        ("男人（低语）：我们得走了。", ("我们得走了",)),
        ("Text overlay: SALE 50% OFF", ("SALE 50% OFF",)),
        ("Title card: THE LONG ROAD", ("THE LONG ROAD",)),
        ("A vase (blue voiceless glass), a lamp", ()),
        ("Anna (32): dark hair, red coat", ()),
    ],
)
def test_a_line_behind_its_voice_needs_no_quotes(prompt: str, lines: tuple[str, ...]) -> None:
    (shot,) = direct(prompt, 5, 1).shots
    assert (*shot.dialogue, *shot.subtitles) == lines


def test_a_line_whose_subtitles_are_off_is_told_and_not_lettered() -> None:
    prompt = '{"scene": "a pier", "dialogue": {"line": "We sail at noon.", "subtitles": false}}'
    (shot,) = direct(prompt, 5, 1).shots
    assert (shot.dialogue, "“We sail at noon.”" in shot.not_animated) == ((), True)


def test_a_list_of_quoted_pictures_is_no_speech() -> None:
    first = "Wide shot of barren land in the dust, red soil under the sun."
    second = "Farmer Joao walks slowly with a hoe over his shoulder, hat in hand."
    shots = direct(f'1.\n"{first}"\n\n2.\n"{second}"', 10, 1).shots
    assert [(shot.dialogue, shot.subtitles) for shot in shots] == [((), ())] * 2
    spoken = direct('Dialogue:\n1. "We leave at dawn."\n2. "Not without me."', 10, 1).shots
    assert sum(len(shot.dialogue) for shot in spoken) == 2


def test_the_letter_of_a_logo_is_no_caption() -> None:
    assert direct("chalk marks of a “T” logo on the grass", 5, 1).shots[0].subtitles == ()
