"""Prompts in other languages: which one it is, and what of it is read."""

import pytest

from seedance_demo.animatic.plan import Look, Move
from seedance_demo.animatic.prompt.director import direct
from seedance_demo.animatic.shot_list import of_language
from tests.animatic.prompt.prompts import Says
from tests.animatic.prompt.test_director import compared

pytestmark = pytest.mark.machine

# Each begins out of black.
FADES = (
    "검은 화면에서 천천히 바다가 보인다",
    "黒画面から海へ、ゆっくりと",
    "Ouverture en fondu sur la mer, la caméra avance",
    "Fundido desde negro, la cámara se aleja y termina con un fundido a negro",
    "Aufblende, die Kamera fährt langsam nach vorn",
    "Fade in a partir do preto, a câmera se afasta",
)
ROWS: dict[str, list[tuple[str, Says]]] = {
    "Spanish": [
        (
            "La cámara se acerca lentamente al rostro de la anciana, de noche, bajo la lluvia.",
            Says(moves="push in", pace="slow", looks="night", weather="rain", sounds="rain"),
        ),
        (
            "Primer plano de una taza de café, luz cálida del amanecer, cámara fija",
            Says(framing="close-up", moves="static", looks="warm, sunrise"),
        ),
        (
            "Un guardia de noche pasea a plena luz del día por la playa, sin lluvia",
            Says(looks="day", weather="", sounds="waves"),
        ),
        ("Travelling lateral de un ciclista en la ciudad", Says(moves="truck right")),
        ("La cámara muy lentamente se aleja de la casa mientras nieva", Says(moves="pull out")),
        ("Una lluvia de pétalos cae sobre los novios en el jardín", Says(weather="")),
        ("Paneo hacia la izquierda por la calle, en blanco y negro", Says(moves="pan left")),
        ("El motor ruge y la cámara sigue al coche", Says(moves="track", sounds="engine")),
        (
            "Plano medio de un faro, la cámara baja despacio y luego gira alrededor de la puerta",
            Says(framing="medium shot", moves="crane down, orbit right"),
        ),
        ("El cielo cambia del día a la noche sobre la casa", Says(looks="day", at_end="night")),
        (
            "El cielo pasa de atardecer a un día claro sobre el lago.",
            Says(looks="sunset", at_end="day"),
        ),
        ("Una pantalla que parece un portal de neón en la casa", Says(looks="")),
        ("Una niña mira a la cámara y se acerca", Says(moves="slow drift")),
        ("La cámara sigue al barco desde el amanecer hasta la noche.", Says(at_end="night")),
        (
            "Un movimiento lateral sobre la mesa, cámara en mano",
            Says(moves="truck right, handheld"),
        ),
        ("La cámara se desplaza hacia los lados y revela el taller", Says(moves="truck right")),
        ("La leche explota hacia arriba en cámara lenta, detalle macro", Says(sounds="")),
        ("Una puerta explota. Plano general.", Says(sounds="impact")),
        ("Sin gente, tráfico ni música de piano en la calle", Says(sounds="", music="")),
    ],
    "Portuguese": [
        (
            "A câmera se aproxima lentamente do rosto da menina, sob a chuva, à noite.",
            Says(moves="push in", pace="slow", looks="night", weather="rain"),
        ),
        (
            "Primeiro plano de uma xícara com luz quente, câmera fixa",
            Says(framing="close-up", moves="static", looks="warm"),
        ),
        ("Vista aérea da praia ao pôr do sol, ondas", Says(moves="aerial", looks="sunset")),
        (
            "Close no rosto da mulher que caminha ao amanhecer, a câmera recua devagar",
            Says(framing="close-up", moves="pull out", pace="slow", looks="sunrise"),
        ),
        ("A câmera gira em torno do bolo, sem música", Says(moves="orbit right", music="")),
        ("Plano geral da floresta com neblina, a câmera sobe", Says(moves="crane up", looks="fog")),
        ("Uma chuva de pétalas cai sobre os noivos na rua", Says(weather="")),
        ("A câmera acompanha o cão pela neve enquanto neva", Says(moves="track", weather="snow")),
        ("O céu muda do dia para a noite na rua", Says(looks="day", at_end="night")),
        ("Zoom lento, foco em uma xícara, poeira flutuando", Says(moves="zoom in", weather="dust")),
        ("Close-up extremo da costura sob luz quente", Says(framing="extreme close-up")),
        ("A menina corre para a câmera e se aproxima", Says(moves="slow drift")),
        ("A câmera desce, depois se afasta do navio", Says(moves="crane down, pull out")),
        ("Acompanhamento lateral do carro na estrada, luz do dia", Says(moves="track")),
        ("A câmera se move suavemente para o lado sobre a mesa", Says(moves="truck right")),
        ("A câmera sobe e se afasta lentamente da aldeia", Says(moves="crane up, pull out")),
        ("Afastamento lento até a porta da sala", Says(moves="pull out", pace="slow")),
        (
            "Um barco parado na doca, sob o sol, <rugido suave do motor>",
            Says(sounds="engine"),
        ),
    ],
    "French": [
        (
            "La caméra s'approche très lentement du visage de la vieille dame, sous la pluie.",
            Says(moves="push in", pace="very slow", weather="rain", sounds="rain"),
        ),
        (
            "Gros plan sur une tasse, lumière douce du matin, plan fixe",
            Says(framing="close-up", moves="static"),
        ),
        ("Un chat noir dort sur le canapé, panoramique vers la droite", Says(looks="")),
        (
            "Travelling arrière dans la rue, de nuit, néons",
            Says(moves="pull out", looks="night, neon"),
        ),
        ("Une table de nuit au soleil, sans pluie, la caméra recule", Says(looks="", weather="")),
        ("Une pluie de pétales tombe sur les mariés", Says(weather="")),
        ("La caméra tourne autour du feu de camp", Says(moves="orbit right", sounds="fire")),
        ("Il neige sur le village, vue aérienne", Says(moves="aerial", weather="snow")),
        ("La caméra avance vers le phare, puis descend", Says(moves="push in, crane down")),
        (
            "La lumière passe du jour doré au bleu du soir",
            Says(looks="golden hour", at_end="sunset"),
        ),
        ("Le soleil se couche et la nuit tombe sur la ville", Says(at_end="night")),
        ("Filmé caméra à la main, pluie douce sur la vitre", Says(moves="handheld", sounds="rain")),
        ("Un enfant marche vers la caméra et s'approche, jazz", Says(music="happy")),
        (
            "Un lent déplacement latéral de la caméra vers la droite, le vase ne bouge pas",
            Says(moves="truck right", pace="slow"),
        ),
        ("La caméra panoramique lentement à droite sur le port", Says(moves="pan right")),
        ("Plan large fixe sur la baie", Says(moves="static")),
        ("Caméra : une seule avancée douce vers le phare", Says(moves="push in")),
        ("La caméra décrit un arc doux vers la droite", Says(moves="orbit right")),
        ("Ni narration, musique, foule ou klaxon dans la rue", Says(music="", sounds="")),
        ("Sans musique, la foule avance dans la rue", Says(sounds="crowd")),
    ],
    "German": [
        (
            "Die Kamera fährt langsam auf das Gesicht der alten Frau zu, im Regen, bei Nacht.",
            Says(moves="push in", pace="slow", looks="night", weather="rain", sounds="rain"),
        ),
        (
            "Nahaufnahme einer Tasse, warmes Licht, die Kamera bleibt ruhig",
            Says(framing="close-up", moves="static", looks="warm"),
        ),
        ("Ein Kind im Regenmantel auf der Straße, ohne Regen", Says(weather="", sounds="")),
        ("Die Kamera schwenkt langsam nach links über den Hafen", Says(moves="pan left")),
        ("Die Kamera umkreist das Auto, der Motor heult auf", Says(moves="orbit right")),
        ("Es schneit auf das Dorf, die Kamera zieht sich zurück", Says(moves="pull out")),
        (
            "Ein alter Mann am Fenster, draußen regnet es, die Kamera nähert sich langsam",
            Says(moves="push in", weather="rain"),
        ),
        ("Ein Nachttisch mit der Lampe am Mittag", Says(looks="day")),
        ("Der Wald im Nebel, Handkamera, keine Musik", Says(moves="handheld", looks="fog")),
        ("sanfte Kamerafahrt nach links, weiches Licht", Says(moves="truck left", looks="bloom")),
        ("Der Himmel wechselt von Tag zu Nacht", Says(looks="day", at_end="night")),
        ("Morgen nach einer Nacht mit sanftem Regen im Wald", Says(weather="")),
        ("Die Kamera folgt dem Boot und schwenkt nach links", Says(moves="track, pan left")),
        ("Die Kamera bewegt sich nach oben zu einem Turm", Says(moves="crane up")),
        ("Ein Hase rennt durch den Wald. Folge ihm auf Bodenhöhe.", Says(moves="track")),
        ("Keine Musik, Menschenmenge oder Glocken auf der Straße", Says(music="", sounds="")),
    ],
    "Japanese": [
        (
            "雨の夜、カメラがゆっくりと老女の顔に近づいていく。",
            Says(moves="push in", pace="slow", looks="night", weather="rain"),
        ),
        (
            "コーヒーカップのクローズアップ、暖かい光、固定カメラ",
            Says(framing="close-up", moves="static", looks="warm"),
        ),
        ("左にパンしながら港を映す、夕焼け", Says(moves="pan left", looks="sunset")),
        ("雨上がりの街、雨傘を持つ女の子", Says(weather="", sounds="")),
        ("カメラが彼女の周りを回る、雪が静かに降る", Says(moves="orbit right")),
        ("森の中、カメラは少年を後ろから追う、鳥の声", Says(moves="track", sounds="birds")),
        ("音楽なし、波の音だけ、カメラは引いていく", Says(moves="pull out", sounds="waves")),
        ("昼から夜へと空が変わる街", Says(looks="day", at_end="night")),
        ("蛍光灯の照明、疲れた死神", Says(weather="")),
        ("雪のように白いドレスの女性が微笑む", Says(weather="")),
        ("彼の肩越しにパン、天の川の下の橋", Says(moves="pan right", sounds="")),
        ("焼きたてのパン。机の上の朝食", Says(moves="slow drift")),
        ("カメラがクレーン上昇しながら大きく引き、街を見せる", Says(moves="pull out, crane up")),
        ("カメラは寄りのままゆるやかに回り込む", Says(moves="orbit right")),
        ("彼女が振り返り、画面がブラックアウトする", Says(leaves="fade to black")),
        ("少年がカメラに向かって歩み寄る、ハンディカメラ", Says(moves="handheld")),
        (
            "灯台の空撮からゆっくり始まる、golden hour、EDM",
            Says(looks="golden hour", music="synth"),
        ),
    ],
    "Korean": [
        (
            "비가 내리는 밤거리, 카메라가 천천히 여인의 얼굴로 다가간다.",
            Says(moves="push in", pace="slow", looks="night", weather="rain", sounds="rain"),
        ),
        (
            "커피잔 클로즈업, 따뜻한 조명, 카메라 고정",
            Says(framing="close-up", moves="static", looks="warm"),
        ),
        ("왼쪽으로 패닝하며 항구를 비춘다, 노을", Says(moves="pan left", looks="sunset")),
        ("어젯밤에 산 우산을 든 소녀, 비밀스러운 눈", Says(looks="", weather="")),
        ("카메라가 케이크 주위를 돈다, 잔잔한 음악", Says(moves="orbit right", music="ambient")),
        ("눈 내리는 마을, 드론 촬영", Says(moves="aerial", weather="snow")),
        ("줌 아웃하며 도시의 야경을 보여준다", Says(moves="zoom out", looks="night")),
        ("카메라가 소년을 뒤에서 따라간다, 파도 소리", Says(moves="track", sounds="waves")),
        ("낮에서 밤으로 하늘이 변하는 도시", Says(looks="day", at_end="night")),
        ("대장이 '3분 안에 공격하라!'라고 말한다", Says(says="3분 안에 공격하라!")),
        ('카메라가 천장으로 올라가고, 등에는 "Fitness" 로고', Says(moves="crane up", titles="")),
        ("소년이 카메라를 향해 다가갑니다", Says(moves="slow drift")),
        ("측면 고정, 당나귀가 우리를 박차고 나온다", Says(moves="static")),
        ("고정 렌즈. 대장이 주먹을 쥔다", Says(moves="static")),
        ("카메라가 등대를 향해 천천히 다가갑니다", Says(moves="push in", pace="slow")),
    ],
}


@pytest.mark.parametrize(
    ("language", "prompt", "says"),
    [(language, *row) for language, rows in ROWS.items() for row in rows],
    ids=[prompt for rows in ROWS.values() for prompt, _ in rows],
)
def test_the_usual_words_of_a_language_are_read(language: str, prompt: str, says: Says) -> None:
    plan = direct(prompt, 5, 1)
    (shot,) = plan.shots
    assert (plan.language, compared(shot, says)) == (language, says.told())
    assert f"This prompt is in {language}: Seedance understands it" in of_language(plan)


@pytest.mark.parametrize(
    ("language", "prompt"),
    [
        ("Vietnamese", "Máy quay lia chậm sang phải trong một căn phòng"),
        ("Polish", "Kamera powoli zbliża się do okna"),
        ("Dutch", "het meisje loopt langzaam door de straat van een dorp"),
        ("Hindi", "कैमरा धीरे धीरे पास आता है"),
    ],
)
def test_a_language_that_is_not_read_is_named(language: str, prompt: str) -> None:
    assert f"is in {language}: Seedance understands it" in of_language(direct(prompt, 5, 1))


@pytest.mark.parametrize(
    "prompt",
    [
        "",
        "push in",
        "A taqueria called El Sol de la Noche, slow push in on the door",
        "She says: “La cámara se acerca al fuego y la noche”, slow pan",
        "镜头缓慢推近，雨中的街道",
        "Die hard fans in the rain",
        "4k, hdr, -- 16:9",
    ],
)
def test_english_and_chinese_are_read_without_a_word(prompt: str) -> None:
    assert of_language(direct(prompt, 5, 1)) == ""


@pytest.mark.parametrize(
    "prompt",
    [
        "0-2 сек: дверь. 2-5 сек: лестница.",
        "0-2 Sek.: eine Tür. 2-5 Sek.: eine Treppe.",
        "von 0 bis 2 Sekunden eine Tür, von 2 bis 5 Sekunden eine Treppe",
        "0-2 segundos: una puerta. 2-5 segundos: una escalera.",
        "0-2 seg: uma porta. 2-5 seg: uma escada.",
        "0초-2초: 문. 2초-5초: 계단.",
        "0秒から2秒まで扉、2秒から5秒まで階段",
        "0,0s-2,0s : une porte. 2,0s-5,0s : un escalier.",
    ],
)
def test_seconds_have_many_names(prompt: str) -> None:
    assert [(shot.start, shot.end) for shot in direct(prompt, 5, 1).shots] == [(0, 2), (2, 5)]


@pytest.mark.parametrize(
    ("prompt", "shots"),
    [
        ("Escena 1: un faro. Escena 2: primer plano de una llave.", 2),
        ("Plan 1 : un phare.\nPlan 2 : gros plan d'une clé.", 2),
        ("Einstellung 1: ein Leuchtturm. Einstellung 2: Nahaufnahme der Uhr.", 2),
        ("シーン1：灯台。\nシーン2：鍵のクローズアップ。", 2),
        ("灯台の全景。少年の顔のアップへカット。", 2),
        ("장면 1: 등대. 장면 2: 열쇠 클로즈업.", 2),
        ("Un phare dans la brume, plan-séquence. 0-2s : un phare. 2-5s : la mer.", 1),
        ("ワンショットで。0-2秒：灯台。2-5秒：海。", 1),
        ("등대, 원 테이크. 0-2초: 등대. 2-5초: 바다.", 1),
        ("Ein Tag im Hafen, 4 verschiedene Einstellungen", 4),
        ("港の一日、4つの異なるショット", 4),
        ("Un puerto, varias escenas", 3),
        ("Un montaje de 3 tomas:\n1. La niña duerme.\n2. Un pan.\n3. Las 00:14. Sale.", 3),
        ("Inquadrature a taglio netto:\n1. La porta.\n2. Una bici nella strada.\n3. Il mare.", 3),
        ("Çekim listesi:\n1. Bir kapı ve bir bank.\n2. Bir kuş.\n3. Bir çocuk koşuyor.", 3),
        ("항구의 하루, 빠른 몽타주", 3),
        ("Un port au matin, ni zoom ni coupe. 0-2s : un phare. 2-5s : la mer.", 1),
    ],
)
def test_shots_are_told_in_every_language(prompt: str, shots: int) -> None:
    assert len(direct(prompt, 5, 1).shots) == shots


@pytest.mark.parametrize("prompt", FADES)
def test_a_film_that_begins_out_of_black_does_not_end_in_it(prompt: str) -> None:
    (shot,) = direct(prompt, 5, 1).shots
    assert shot.enters == "fade in"
    assert (shot.leaves == "fade to black") is ("fundido a negro" in prompt)


@pytest.mark.parametrize(
    ("prompt", "moves"),
    [
        ("Um vídeo no estilo vlog de uma rua", ("handheld",)),
        ("Una donna nella strada. Nessuna stabilizzazione, gimbal, drone.", ("slow drift",)),
        ("Une rue. Pas de stabilisateurs, de drones ou de ralenti.", ("slow drift",)),
        ("une rue, steadicam, puis un vélo", ("track",)),
    ],
)
def test_what_a_language_refuses_is_refused_in_english_words_too(
    prompt: str, moves: tuple[str, ...]
) -> None:
    (shot,) = direct(prompt, 5, 1).shots
    assert (shot.moves, shot.pace) == (moves, 1.0)


@pytest.mark.parametrize(
    "prompt",
    [
        "찻주전자가 돈다. 대사, 서커스 음악, 웃음소리 또는 밈 사운드는 없음.",
        "音楽、ナレーション、人工的な効果音は一切なし。",
        "劇伴、台詞、サイレン、爆発は不要。",
        "音楽と字幕は入れない。",
        "音楽や爆発音は使わず、静かに歩く。",
        "음악과 자막은 넣지 않는다. 폭발은 필요 없다.",
        "빗소리, 음악, 폭발은 제외.",
        "音乐和字幕都不要。爆炸声不要，雷声也不需要。",
        "字幕、水印、背景音乐一律不要了",
        "Music and subtitles are not needed.",
        "Explosions, thunder and music are to be avoided.",
        "Skip the thunder, and leave out the music.",
        "The music has stopped.",
        "음악을 넣지 말아 주세요. 천둥소리도 필요 없어요.",
        "Ein Tisch. Regen, Donner und Musik bitte weglassen.",
        "Una mesa. Evita la música.",
        "Une table. Évitez la musique.",
        "Un tavolo. Evitare la musica.",
        "Стол. Уберите музыку.",
        "Ein Tisch. Musik und Untertitel sind nicht nötig.",
        "Una mesa. La música no es necesaria.",
        "Une table. La musique n'est pas nécessaire.",
        "Стол. Музыка и субтитры не нужны.",
    ],
)
def test_a_refusal_behind_a_list_refuses_all_of_it(prompt: str) -> None:
    (shot,) = direct(prompt, 5, 1).shots
    assert (shot.music, shot.sounds) == ((), ())


@pytest.mark.parametrize(
    "prompt",
    [
        "音乐不要太吵",
        "不要字幕，音乐不要停",
        "음악이 멈추지 않는다",
        "음악이 흐르고 자막은 없다",
        "音楽が止まらない夜",
        "彼女は音楽を聴きながら歩き、止まらない",
        "Music plays, subtitles are not needed.",
    ],
)
def test_what_another_word_is_refused_of_is_heard(prompt: str) -> None:
    assert direct(prompt, 5, 1).shots[0].music == ("ambient",)


def test_letters_with_marks_are_letters() -> None:
    assert direct("một nhân vật nữ cuốn hút", 5, 1).shots[0].framing == "wide shot"


def test_a_length_between_two_numbers_is_no_cut() -> None:
    assert len(direct("16:9, 6 a 10 s em loop suave. Câmera lenta, plano macro", 8, 1).shots) == 1


# Verbs of no table: the way alone tells the move.
WAYS = (
    ("orbit right", "A câmara move-se lentamente em volta da mesa."),
    ("orbit right", "La cámara se mueve despacio en torno a la mesa."),
    ("crane up", "La caméra file vers le haut."),
    ("pull out", "Die Kamera rollt langsam zurück."),
    ("push in", "最後にカメラが前に進みます。"),
    ("truck right", "카메라가 천천히 오른쪽으로 미끄러진다."),
    ("truck right", "la cámara recorre el taller"),
    ("pan right", "Ein Hafen, die Kamera schwenkt über das Wasser."),
    ("push in", "La caméra se faufile à travers la foule."),
    ("crane up", "Die Kamera gleitet den Mast hinauf."),
    # By both its ends.
    ("tilt down", "La cámara pasa de su rostro a sus manos."),
    ("tilt down", "La caméra passe lentement de son visage à ses mains."),
    ("tilt down", "Die Kamera wandert von ihrem Gesicht zu ihren Händen."),
    ("crane down", "A câmera desce do céu até a rua."),
    ("tilt up", "La telecamera passa dalle mani al viso."),
    ("pan right", "La cámara gira de la izquierda a la derecha."),
    ("slow drift", "Una mano pasa de su rostro a sus pies."),
    ("slow drift", "Camera setup: weiche Übergänge durch Natur und Technik, die Hand ruht"),
    ("slow drift", "La niña mira a la cámara y camina hacia atrás."),
    ("slow drift", "Die Kamera liegt auf dem Tisch, das Kind geht nach rechts."),
)


@pytest.mark.parametrize(("move", "prompt"), WAYS)
def test_a_camera_goes_the_way_that_is_told(move: str, prompt: str) -> None:
    assert direct(prompt, 5, 1).shots[0].moves == (move,)


@pytest.mark.parametrize(
    ("music", "prompt"),
    [
        ("epic", "Ein Schiff. Epische, sphärische Musik"),
        ("sad", "Un barco, una música lenta y triste"),
        ("ambient", "Un bateau sur la mer, avec de la musique"),
        ("piano", "船、切ないピアノの音楽"),
        ("piano", "La donna guarda la strada, musica di pianoforte"),
        ("", "Primo piano del volto di una donna, la luce della strada"),
        ("", "Ein Schiff, keine Musik"),
    ],
)
def test_music_has_the_mood_of_the_word_beside_it(music: str, prompt: str) -> None:
    heard = direct(prompt, 5, 1).shots[0].music
    assert music in heard if music else heard == ()


@pytest.mark.parametrize(
    "prompt",
    [
        "La cámara avanza y cierra en un primer plano",
        "カメラが前に進み、顔のクローズアップで終わる",
    ],
)
def test_a_shot_begins_before_the_size_that_it_ends_on(prompt: str) -> None:
    assert direct(prompt, 5, 1).shots[0].framing == "wide shot"


@pytest.mark.parametrize(
    "prompt",
    [
        "sin música, cámara en mano, noche",
        "sans musique, caméra portée, nuit",
        "ohne Musik, Handkamera, Nacht",
        "sem música, câmera na mão, noite",
        "senza musica, camera a mano, notte",
    ],
)
def test_without_one_thing_the_rest_of_the_list_is_asked_for(prompt: str) -> None:
    (shot,) = direct(prompt, 5, 1).shots
    assert (shot.moves, shot.looks, shot.music) == ((Move.HANDHELD,), (Look.NIGHT,), ())


EVERYDAY = """
orbit right | rotación de 360 grados alrededor del coche
orbit right | rotation à 360 degrés autour de la voiture
orbit right | 360-Grad-Drehung um das Auto
orbit right | rotação de 360 graus em volta do carro
orbit right | rotazione di 360 gradi intorno alla macchina
orbit right | 車の周りを360度回転
orbit right | 자동차 주위를 360도 회전
aerial | dron sobrevolando montañas al amanecer
aerial | drone au-dessus des montagnes au lever du soleil
aerial | drone sobre montanhas ao nascer do sol
zoom in | mulher sorri, zoom lento
pan right | 왼쪽에서 오른쪽으로 천천히 팬
"""


@pytest.mark.parametrize("row", EVERYDAY.strip().splitlines())
def test_an_everyday_move_is_read_in_few_words(row: str) -> None:
    move, prompt = row.split(" | ")
    assert direct(prompt, 5, 1).shots[0].moves == (move,)


@pytest.mark.parametrize(
    ("prompt", "line"),
    [
        ('una chica habla a cámara: "hola a todos"', "hola a todos"),
        ("une fille parle à la caméra : « salut tout le monde »", "salut tout le monde"),
        ("Mädchen spricht in die Kamera: „Hallo zusammen“", "Hallo zusammen"),
        ("少女がカメラに話す「こんにちは」", "こんにちは"),
        ('소녀가 카메라에 말한다 "안녕하세요"', "안녕하세요"),
    ],
)
def test_who_speaks_to_the_camera_is_lettered(prompt: str, line: str) -> None:
    assert direct(prompt, 5, 1).shots[0].dialogue == (line,)


@pytest.mark.parametrize(
    "prompt", ["primer plano de los ojos, corte a negro", "gros plan sur les yeux, coupe au noir"]
)
def test_a_cut_to_black_is_no_shot(prompt: str) -> None:
    (shot,) = direct(prompt, 5, 1).shots
    assert shot.leaves == "fade to black"


@pytest.mark.parametrize(
    "prompt", ["nieva suavemente, mercado navideño", "es schneit leise, Weihnachtsmarkt"]
)
def test_few_words_tell_a_language(prompt: str) -> None:
    assert direct(prompt, 5, 1).shots[0].weather == ("snow",)


@pytest.mark.parametrize(
    ("prompt", "looks"),
    [
        ("blanco y negro, estilo cine, una mujer", (Look.BLACK_AND_WHITE,)),
        ("ein Mann auf der Straße, schwarz-weiß", (Look.BLACK_AND_WHITE,)),
        ("흑백, 비 오는 거리", (Look.BLACK_AND_WHITE,)),
        ("un gato blanco y negro", ()),
        ("eine schwarz-weiße Katze auf der Straße", ()),
    ],
)
def test_a_film_without_colour_is_no_cat_without(prompt: str, looks: tuple[Look, ...]) -> None:
    assert direct(prompt, 5, 1).shots[0].looks == looks


def test_only_the_wind_is_not_refused_with_the_music() -> None:
    (shot,) = direct("Sem música, só o vento", 5, 1).shots
    assert (shot.sounds, shot.music) == (("wind",), ())


def test_a_russian_scene_is_a_shot() -> None:
    prompt = "Сцена 1: общий план моря. Сцена 2: крупный план девушки. Шум волн."
    assert [shot.framing for shot in direct(prompt, 5, 1).shots] == ["wide shot", "close-up"]
