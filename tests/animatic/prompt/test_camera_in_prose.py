"""Whose a move is, and which, where no film term alone says so."""

import pytest

from seedance_demo.animatic.prompt.director import direct

pytestmark = pytest.mark.machine

NONE = "slow drift"
THINGS_MOVE = [
    ("She leaps, swinging the katana in a smooth arc.", NONE),
    ("The skater carves a smooth arc to the left.", NONE),
    ("The eagle makes a slow circle over the canyon.", NONE),
    ("The skateboarder does a 360 spin.", NONE),
    ("A drone is flying away from the lens toward the sky.", NONE),
    ("A delivery drone descends to the porch.", NONE),
    ("The police drone circles the suspect.", NONE),
    ("The camera moves in a smooth arc around the violinist.", "orbit right"),
    ("Slow arc around the violinist.", "orbit right"),
    ("A street at dawn with a slow orbit around the fountain.", "orbit right"),
    ("The film ends with a smooth arc to the left.", "orbit left"),
    ("A drone flies away from the lighthouse.", "aerial"),
    ("FPV drone descends to the porch.", "aerial, crane down"),
]
KINDS_OF_CAMERA = [
    ("CCTV footage of a cat at night.", "static"),
    ("A kitchen captured through a grainy security camera.", "static"),
    ("Doorbell camera: a bear waits.", "static"),
    ("监控画面，一只狗偷吃蛋糕。", "static"),
    ("Vídeo de cámara de vigilancia, un ladrón entra.", "static"),
    ("Vidéo de caméra de surveillance, un chat renverse un vase.", "static"),
    ("Aufnahme einer Überwachungskamera: ein Waschbär klaut Kekse.", "static"),
    ("Съёмка с камеры наблюдения, кот ворует рыбу.", "static"),
    ("防犯カメラの映像、廊下を歩く猫。", "static"),
    ("보안 카메라 시점, 너구리가 문을 연다.", "static"),
    ("A selfie video of a Viking.", "handheld"),
    ("GoPro mounted on a surfboard.", "handheld"),
    ("Documentary-style portrait of a weaver.", "handheld"),
    ("Dashcam footage of a meteor.", "push in"),
    # What is told of its moves is stronger.
    ("Documentary-style, slow push-in on her hands.", "push in"),
    ("CCTV style, slow zoom in on the vault.", "zoom in"),
    ("Vlog 风格，固定摄影机实拍感，女孩在刷牙。", "static"),
    # Things in the picture.
    ("A thief paints over the security camera.", NONE),
    ("A guard watches CCTV footage on twelve monitors.", NONE),
    ("She takes a selfie on the bridge.", NONE),
    ("Nature documentary style, an owl on a branch.", NONE),
    ("他在监控室里看着屏幕。", NONE),
    ("No CCTV look. A street.", NONE),
]


@pytest.mark.parametrize(("prompt", "moves"), KINDS_OF_CAMERA)
def test_a_camera_is_held_by_its_kind(prompt: str, moves: str) -> None:
    (shot,) = direct(prompt, 5, 1).shots
    assert ", ".join(shot.moves) == moves


def test_a_kind_of_camera_holds_the_shots_that_have_no_move() -> None:
    plan = direct("Camcorder footage.\nShot 1: a pool. Shot 2: pan left over the guests.", 8, 1)
    assert [shot.moves for shot in plan.shots] == [("handheld",), ("pan left",)]
    assert not plan.shots[0].not_animated


BETWEEN_THINGS = [
    ("Camera slowly tracks from the floor to her smiling face.", "tilt up"),
    ("The camera travels from the wheels of the car to the roofline.", "tilt up"),
    ("Camera drifts from the candles on the table up to the painting.", "tilt up"),
    ("We move from her hands to her eyes.", "tilt up"),
    ("The shot lowers from the stars to a lonely campfire on the grass.", "crane down"),
    ("The camera climbs from the roots of the oak to its highest branches.", "crane up"),
    ("镜头从脚部移到脸部，展示她的红裙。", "tilt up"),
    ("镜头由她的鞋子缓缓移向面部", "tilt up"),
    ("La cámara recorre desde los pies hasta la cabeza.", "tilt up"),
    ("La caméra glisse du plafond aux chaussures.", "tilt down"),
    ("Die Kamera schwenkt vom Himmel auf die Straße.", "tilt down"),
    ("カメラは足元から顔へとゆっくり移動する。", "tilt up"),
    ("카메라가 하늘에서 바닥으로 내려온다.", "crane down"),
    ("Камера медленно движется от туфель к лицу.", "tilt up"),
    ("Kamera ayakkabılarından yüzüne doğru hareket eder.", "tilt up"),
    ("A câmera desliza do chão até o teto.", "tilt up"),
    ("La telecamera si sposta dal volto alle scarpe.", "tilt down"),
    # Which end is higher is not known: the move alone.
    ("The camera pans from the window to the bed.", "pan right"),
    ("The camera follows her from the kitchen to the garden.", "track"),
    ("She walks from the street to the rooftop.", NONE),
    ("His gaze moves from her shoes to her face.", NONE),
    ("The light moves from the floor to the ceiling.", NONE),
    ("从天空落到地面的雨滴", NONE),
]


@pytest.mark.parametrize(("prompt", "moves"), BETWEEN_THINGS)
def test_a_camera_goes_up_or_down_by_what_its_ends_are(prompt: str, moves: str) -> None:
    (shot,) = direct(prompt, 5, 1).shots
    assert ", ".join(shot.moves) == moves


IN_OTHER_WORDS = [
    # A size that becomes another.
    ("Plano general al inicio que se convierte en plano medio.", "push in"),
    ("Die Einstellung beginnt als Totale und wird zur Nahaufnahme.", "push in"),
    ("Un gros plan qui devient un plan large.", "pull out"),
    ("Inizia con un campo largo e diventa un primo piano.", "push in"),
    ("Começa em plano geral e termina em close-up do rosto.", "push in"),
    ("Начинается с общего плана и переходит в крупный план.", "push in"),
    ("ワイドショットから始まり、クローズアップで終わる。", "push in"),
    ("와이드 샷에서 시작해 클로즈업으로 끝난다.", "push in"),
    ("先全景后特写，一只猫。", "push in"),
    ("Plano medio y primer plano, dos amigas hablan.", NONE),
    ("Gros plan d'une main, plan large de la mer.", NONE),
    ("全景和特写，一只猫。", NONE),
    # English nouns in other letters.
    ("클로즈업 돌리 레프트 샷으로 시작합니다.", "truck left"),
    ("カメラがクレーンダウンし、その後パンライト。", "crane down, pan right"),
    ("Долли-аут от окна, затем тилт вверх.", "pull out, tilt up"),
    ("パンを焼く女性", NONE),
    # And English nouns among other words.
    ("Une ville de nuit, plan travelling.", "track"),
    ("Traveling circular alrededor de la bailarina, luego zoom out.", "zoom out, orbit right"),
    # A bracket names the move.
    ("La camera scende con un movimento morbido (tilt) rivelando le scarpe.", "tilt down"),
    ("La cámara gira a la izquierda (pan) sobre la plaza.", "pan left"),
    ("カメラがゆっくり上がる（ティルト）。", "tilt up"),
    ("The camera moves in (zoom) on the stamp.", "zoom in"),
    ("The camera moves in (slowly) on the stamp.", "push in"),
]


@pytest.mark.parametrize(("prompt", "moves"), IN_OTHER_WORDS)
def test_a_move_is_read_in_other_words(prompt: str, moves: str) -> None:
    (shot,) = direct(prompt, 5, 1).shots
    assert ", ".join(shot.moves) == moves


@pytest.mark.parametrize(("prompt", "moves"), THINGS_MOVE)
def test_what_goes_its_own_way_moves_no_camera(prompt: str, moves: str) -> None:
    (shot,) = direct(prompt, 5, 1).shots
    assert ", ".join(shot.moves) == moves


def test_a_loan_and_a_move_of_its_own_language_are_made_in_turn() -> None:
    (shot,) = direct("Traveling circular alrededor de la bailarina, luego zoom out.", 5, 1).shots
    assert shot.in_turn == (("orbit right",), ("zoom out",))
