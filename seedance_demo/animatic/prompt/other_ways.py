"""Reads which way a camera goes in sentences of other languages whose verb is in no table.

Verbs are many and ways are few: "move-se em volta", "gleitet nach oben", 前に進む. Only a sentence
whose subject is the camera, and of which nothing else was read, is asked for its way.
"""

import re
from collections.abc import Sequence

from ..plan import Move
from .lexicon import Hit
from .rules import Rule, any_of

_SENTENCE = re.compile(r"[^.;!?\n]+")
_SUBJECT = any_of(
    Rule(
        r"(?:^ ?|[,:(] ?|(?<![a-zа-я])(?:y|e|et|und|и|mientras|enquanto|tandis que|wahrend) )"
        r"(?:(?:la|a|die|una|une|uma|eine|un|um) )?"
        r"(?:(?:(?:tele)?camera|camara|kamera|камера)(?![^,.;\n]{0,24}:)(?:,? (?=[a-zа-яё'-]{2})|-)"
        r"|(?:travelling|plan|plano|toma|tomada)(?: [a-z]+){0,2} (?:qui|que) )"
        r"|(?<![a-z])kamerafahrt(?:en)? ",
        takes="a camara move-se em volta da mesa",
        leaves="ella mira a la camara y sonrie",
    ),
    Rule(r"カメラ(?:が|は|を)", takes="カメラが前に進む", leaves="カメラに微笑む"),
    Rule(r"카메라(?:가|는|를)", takes="카메라가 앞으로 간다", leaves="카메라에 미소 짓는다"),
)
# Where somebody else is spoken of.
_OTHERS = any_of(
    Rule(
        r"(?<![a-z])(?:mientras|enquanto|tandis que|pendant que|alors que|wahrend|quando|cuando)"
        r"(?![a-z])|, (?:das|der|die|er|sie|es|il|elle|le|el|ella|la|o|a|ele|ela|une?|una?|uma?)"
        r" |[、,][^、,]{1,12}[はが]|[, ][가-힣]{1,8}[이가은는] ",
        takes="die kamera steht, das kind geht nach rechts",
        leaves="die kamera geht langsam nach rechts",
    )
)
# A verb that turns the camera where it stands.
_TURNS = re.compile(
    r"gir[ao]|pane|vira|pivot|balaie|ruota|поворач|повернул|schwenk|dreht|inclin|neigt|kippt|bascul"
    r"|パン|振|向け|패닝|기울|틸트"
)
_STAYS = re.compile(r"(?<![a-z])(?:bleib|verharr|reste|queda|permanec|fica)[a-z]*|止ま|留ま|멈")
_WAYS_IN_WORDS: Sequence[tuple[str, Move, Move]] = (  # the words, and where it turns
    (
        r"вокруг|attorno|intorno"
        r"|alrededor|en torno|em volta|ao redor|em torno|autour|herum|rund um|周り|周囲|まわり|周回"
        r"|ぐるり|주위|주변|둘레|돌아",
        Move.ORBIT_RIGHT,
        Move.ORBIT_RIGHT,
    ),
    (
        r"назад|indietro"
        r"|hacia atras|para tras|en arriere(?!-| plan)"
        r"|zuruck|ruckwarts|後ろ[にへ]|後方|引い|引く|引き"
        r"|뒤로|멀어",
        Move.PULL_OUT,
        Move.PULL_OUT,
    ),
    (
        r"вверх|verso l'alto"
        r"|hacia arriba|para cima|vers le haut|nach oben|aufwarts|hinauf|empor"
        r"|上方|上[にへ]|위로|위쪽|상승",
        Move.CRANE_UP,
        Move.TILT_UP,
    ),
    (
        r"вниз|verso il basso"
        r"|hacia abajo|para baixo|vers le bas|nach unten|abwarts|hinunter|hinab|herab"
        r"|下方|下[にへ]|아래로|아래쪽|하강",
        Move.CRANE_DOWN,
        Move.TILT_DOWN,
    ),
    (
        r"сквозь|attraverso"
        r"|durch|a traves|a travers|atraves|por entre|通り抜け|抜け|くぐ|통과|사이로",
        Move.PUSH_IN,
        Move.PAN_RIGHT,
    ),
    (
        r"влево|sinistra|izquierda|esquerda|gauche|(?:nach )?links|左|왼쪽",
        Move.TRUCK_LEFT,
        Move.PAN_LEFT,
    ),
    (
        r"вправо|destra|derecha|direita|droite|(?:nach )?rechts|右|오른쪽",
        Move.TRUCK_RIGHT,
        Move.PAN_RIGHT,
    ),
    (
        r"(?<![a-z])(?:sigue|acompan|segue|suit|accompagn|folgt|begleit)[a-z]*|追|付いて|따라",
        Move.TRACK,
        Move.TRACK,
    ),
    (
        r"вдоль|lungo (?:il|la|i|le)(?![a-z])"
        r"|(?<![a-z])(?:recorr|percorr|parcour|longe)[a-z]*|entlang|a lo largo|ao longo|le long"
        r"|沿って",
        Move.TRUCK_RIGHT,
        Move.PAN_RIGHT,
    ),
    (
        r"впер[её]д|in avanti|verso (?:il|la)(?! (?:sinistra|destra))"
        r"|hacia (?:adelante|delante|(?:el|la|los|las|sus?)(?! (?:lado|izquierda|derecha)))"
        r"|para (?:a )?frente|em direcao|rumo a"
        r"|rapproche|approche|vers (?:l'avant|le|la|les|l'|son|sa)|en avant"
        r"|nach vorne?|vorwarts|heran|hinein|naher|naeher|(?<![a-z])(?:avanc|avanz)[a-z]*"
        r"|前[にへ]|前方|[にへ]向か|寄[るっり]"
        r"|앞으로|향해|쪽으로",
        Move.PUSH_IN,
        Move.PUSH_IN,
    ),
)


_WAYS = [(re.compile(words), move, turn) for words, move, turn in _WAYS_IN_WORDS]


def led_by_ways(text: str, read: Sequence[Hit[Move]]) -> list[Hit[Move]]:
    """The moves that were `read` of `text` (lower case, without accents), and those that the ways
    tell in sentences of the camera where none was, or only that it glides."""
    led = list(read)
    for sentence in _SENTENCE.finditer(text):
        subject = _SUBJECT.search(sentence[0])
        start, end = sentence.span()
        own = [hit for hit in read if start <= hit.start < end]
        if subject and all(hit.meaning is Move.TRUCK_RIGHT for hit in own):
            others = _OTHERS.search(text, start + subject.end(), end)
            told = _first_way(text, start + subject.end(), others.start() if others else end)
            led = [hit for hit in led if not (told and hit in own)] + told
    return led


def _first_way(text: str, start: int, end: int) -> list[Hit[Move]]:
    if _STAYS.search(text, start, end):
        return []
    turns = bool(_TURNS.search(text, start, end))
    found = [
        Hit(turn if turns else move, *match.span())
        for words, move, turn in _WAYS
        if (match := words.search(text, start, end))
    ]
    if turns and not found:  # as "pans" alone in English
        found = [Hit(Move.PAN_RIGHT, start, end)]
    return sorted(found, key=lambda hit: hit.start)[:1]
