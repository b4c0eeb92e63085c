"""What the shot list says of its own guesses."""

import pytest

from seedance_demo.animatic.doubts import doubts
from seedance_demo.animatic.prompt.director import direct

pytestmark = pytest.mark.machine


@pytest.mark.parametrize(
    "words",
    [
        "the camera escapes through the keyhole",
        "镜头钻入钥匙孔",
        "カメラが鍵穴に消える",
        "카메라가 열쇠 구멍을 빠져나간다",
        "la cámara escapa por la cerradura de la puerta",
    ],
)
def test_what_is_said_of_the_camera_and_not_read_is_quoted(words: str) -> None:
    prompt = f"0-2s: push in. 2-4s: {words}."
    read, unread = doubts(direct(prompt, 4, 1), prompt)
    assert "moves" not in read
    assert words in unread["moves"]


@pytest.mark.parametrize(
    "prompt",
    [
        "she smiles at the camera, slow push in",
        "the camera slowly\ncircles around her",
        "她看向镜头，镜头缓缓推近",
        "la leche salta en cámara lenta, la cámara se acerca al vaso",
    ],
)
def test_a_camera_that_was_read_leaves_no_doubt(prompt: str) -> None:
    assert "moves" not in doubts(direct(prompt, 5, 1), prompt)[0]


@pytest.mark.parametrize(
    ("field", "prompt", "quote"),
    [
        ("moves", "the camera dives and cuts tight around the cockpit", "cuts tight around"),
        ("moves", "MS, 24mm tilt / girl spins the dough", "24mm tilt"),
        ("moves", "镜头缓缓推近，侧面双人镜头", "侧面双人镜头"),
        ("moves", "Plano subjetivo de una persona, la cámara se acerca", "Plano subjetivo"),
        ("moves", "Über-die-Schulter-Aufnahme, die Kamera fährt langsam zurück", "Schulter"),
        ("looks", "a street at night, low side light from a door", "low side light"),
        ("looks", "老人坐着，硬朗的侧光", "硬朗的侧光"),
        ("looks", "une rue la nuit, éclairage latéral dur", "éclairage latéral dur"),
        ("sounds", "a kitchen. Audio: rain on the roof, kettle hiss", "kettle hiss"),
        ("sounds", "厨房。音效：雨声，锅铲声", "锅铲声"),
        ("sounds", "une chambre, bruit du fer à lisser", "bruit du fer"),
        ("edit", "an old sailor, shallow depth of field, push in", "“shallow depth of field”"),
        ("edit", "car chase with speed ramps and rack focus on her eyes", "“speed ramps”"),
        ("edit", "waves, seamless loop, HUD elements", "“seamless loop”, “HUD elements”"),
        ("edit", "timestamp overlay in the corner, a hall", "“timestamp overlay in the corner”"),
        ("edit", "女孩推开门，浅景深，背景虚化", "“浅景深”, “背景虚化”"),
        ("edit", "一只猫，无缝循环", "“无缝循环”"),
        ("edit", "猫が歩く、浅い被写界深度、ループ動画", "“浅い被写界深度”, “ループ動画”"),
        ("edit", "고양이가 걷는다, 얕은 심도, 보케", "“얕은 심도”, “보케”"),
        ("edit", "una calle, poca profundidad de campo", "“poca profundidad de campo”"),
        ("edit", "une rue, boucle parfaite, faible profondeur de champ", "“boucle parfaite”"),
        ("edit", "eine Katze in der Stadt, geringe Schärfentiefe", "“geringe Schärfentiefe”"),
        ("looks", "slightly grainy with subtle digital noise", "“subtle digital noise”"),
        ("looks", "a hall, green-tinted night vision, push in", "“green-tinted night vision”"),
        ("looks", "a hall. muted pastel colors, black and blue palette", "“muted pastel colors”"),
        ("looks", "产品展示，画面主要颜色使用蓝色和黑色", "“画面主要颜色使用蓝色和黑色”"),
        ("looks", "una calle, colores muy vivos, la cámara avanza", "“colores muy vivos”"),
        ("moves", "a hall, smooth camera movement, soft rain, 4K", "“smooth camera movement”"),
        ("edit", "a slow-motion leap over the fence", "slow-motion leap"),
        ("edit", "花びらがスローモーションで舞い、カメラは右にパン", "スローモーション"),
        ("edit", "a pier, the logo appears at the end", "logo appears"),
    ],
)
def test_what_is_said_of_a_film_and_not_read_is_quoted(field: str, prompt: str, quote: str) -> None:
    assert quote in doubts(direct(prompt, 5, 1), prompt)[0].get(field, "")


@pytest.mark.parametrize(
    "prompt",
    [
        "slow push in, warm side light, no zoom. Audio: rain, no music",
        "a hot pan of oil on the stove, she gives him a shot of espresso, slow push in",
        "a traffic light turns green, the camera pans left over the lighthouse",
        "镜头推近，她的目光坚定，她声明大噪",
        "パンを食べる男、カメラはゆっくりズームイン",
        "la cámara se acerca lentamente a un planeta lejano, sin música",
        "la cámara se acerca a la puerta, el gato duerme, no slow motion",
        "Shot 1: push in. Shot 2: pan left. Final shot: the sea, static shot.",
        "push in, teal & orange, lens flares, film grain, rack focus to her hands",
        "push in, a rope loop on a field of deep grass, a ribbon loops around her, a tint of rose",
        "镜头推近，景色很深，循环的水车，她有很多颜色的裙子",
        "push in, no depth of field, without motion blur, no text overlay",
        "la cámara se acerca a un vestido de colores en el campo profundo",
        "push in. Sound: the gentle, steady crackling of the campfire, the soft, distant wind.",
    ],
)
def test_what_was_read_or_refused_or_is_no_film_word_is_not_quoted(prompt: str) -> None:
    for said in doubts(direct(prompt, 6, 1), prompt):
        assert not {"moves", "looks", "sounds", "edit"} & said.keys()


def test_what_is_said_of_all_shots_and_not_read_is_told_once() -> None:
    prompt = "Tight framing. 0-2s: push in. 2-4s: pan left."
    first, second = doubts(direct(prompt, 4, 1), prompt)
    assert "Tight framing" in first["moves"]
    assert "moves" not in second


def test_a_shot_without_a_move_says_that_it_drifts() -> None:
    assert "drifts" in doubts(direct("a quiet pier", 5, 1), "a quiet pier")[0]["moves"]


def test_pictures_that_the_same_words_name_are_shown_when_nobody_knows() -> None:
    prompt = "Image 1 defines the lamp, image 2 only the desk. She switches it on, push in."
    first, second = doubts(direct(prompt, 4, 2), prompt)
    assert "when picture 1" in first["image"]
    assert "when picture 2" in second["image"]
    prompt = "Image 1: the lamp. Image 2: the desk."
    assert not any("image" in each for each in doubts(direct(prompt, 4, 2), prompt))


def test_no_line_that_is_spoken_is_quoted_as_light() -> None:
    prompt = "She says: “I glide in like I own the room.” Soft studio lighting. no subtitle"
    assert doubts(direct(prompt, 5, 1), prompt)[0]["looks"] == (
        "Of the light this was not read: “Soft studio lighting”."
    )
