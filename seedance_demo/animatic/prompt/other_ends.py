"""Finds camera moves that other languages tell by their ends: "pasa de su rostro a sus manos"."""

import re
from collections.abc import Iterator, Sequence

from ..plan import Move
from .ends import by_height, by_side
from .heights import OTHER, height
from .lexicon import Hit
from .rules import Rule, any_of

_OWN = (
    r"(?:(?:el|la|los|las|sus?|le|les|l'|son|sa|ses|o|as?|os|seus?|suas?|il|lo|gli|i|suoi?|sue"
    r"|dem|der|den|das|die|ihre[mnr]?|seine[mnr]?)(?: |(?<=')))*"
)
_FROM_TO = any_of(
    Rule(
        r"(?<![a-z])(?:camara|(?:tele)?camera|kamera)(?:,? (?!que |qui |die )[a-z]+){0,3}?"
        r" (?P<verb>[a-z]+)(?: [a-z]+(?:mente|ment))?(?: langsam)?"
        r" (?:desde|del?|depuis|des|du|dal(?:l[aeo])?|dagli|dai|do|da|dos|das|von|vom)"
        rf" {_OWN}(?P<one>[a-z]+)"
        r"(?: [a-z]+){0,2}? (?:hasta|hacia|al?|jusqu'au?x?|vers|aux?|ate|para|aos?|as|all[aeo]|agli"
        rf"|ai|zur?|zum|auf|bis zu[mr]?) {_OWN}(?P<other>[a-z]+)",
        takes="la camara pasa de su rostro a sus manos",
        leaves="la mano pasa de su rostro a sus pies",
    ),
    Rule(
        r"камера(?: [а-я]+){0,2}? (?P<verb_ru>[а-я]+)(?: [а-я]+)? (?:от|с|со|из)"
        r" (?P<one_ru>(?:[а-я]+ ){1,2}?)(?:до|к|на) (?P<other_ru>[а-я]+(?: [а-я]+)?)",
        takes="камера медленно движется от туфель к лицу",
        leaves="девушка движется от двери к окну",
    ),
    Rule(
        r"カメラ(?:は|が|を)[、,]?[ゆっくりと徐々に静かに ]*(?P<one_ja>[ぁ-ヿ一-鿿]{1,8}?)から"
        r"[、,ゆっくりと徐々に ]*(?P<other_ja>[ぁ-ヿ一-鿿]{1,8}?)(?:へと?|まで|に)"
        r"(?P<verb_ja>[^。、,]{1,12})",
        takes="カメラは足元から顔へとゆっくり移動する",
        leaves="彼女は足元から顔へと手を動かす",
    ),
    Rule(
        r"카메라(?:가|는|를) ?(?:천천히 |서서히 |부드럽게 )?(?P<one_ko>[가-힣 ]{1,10}?)에서"
        r"(?:부터)? "
        r"(?P<other_ko>[가-힣 ]{1,10}?)(?:까지|으로|로|쪽으로) ?(?P<verb_ko>[가-힣 ]{1,12})",
        takes="카메라가 발끝에서 얼굴까지 천천히 이동한다",
        leaves="그녀는 발끝에서 얼굴까지 손을 움직인다",
    ),
    Rule(
        r"kamera(?: [a-z]+){0,2}? (?P<one_tr>[a-z]+[dt][ae]n) (?P<other_tr>[a-z]+(?:[ae]|ye|ya)"
        r")(?: dogru)?(?: [a-z]+)? (?P<verb_tr>[a-z]+)",
        takes="kamera ayaklarindan yuzune dogru yavasca hareket eder",
        leaves="kadin kapidan pencereye dogru yurur",
    ),
)
_SIDES = {
    "left": re.compile(r"izquierda|gauche|esquerda|sinistra|links|лев|sol(?=dan|a)|左|왼"),
    "right": re.compile(r"derecha|droite|direita|destra|rechts|прав|sag|右|오른"),
}
_TURNS = re.compile(r"gir|pan|pivot|vir|ruot|schwenk|dreht|панорам|повор|パン|패닝|팬|don")
_RISES = re.compile(
    r"sube|baja|desc|mont|sobe|desce|sale|scend|steig|sink|fahrt|подним|опуск|上昇|下降|下り|降り|上が|昇|상승|하강"
    r"|내려|올라"
)


def led_by_other_ends(text: str, read: Sequence[Hit[Move]]) -> list[Hit[Move]]:
    """The moves that were `read` of `text` (lower case, without accents), and those that its ends
    tell in place of them."""
    told = list(_by_ends(text))
    rest = (
        hit for hit in read if not any(hit.start < end.end and end.start < hit.end for end in told)
    )
    return [*rest, *told]


def _by_ends(text: str) -> Iterator[Hit[Move]]:
    for match in _FROM_TO.finditer(text):
        told = {name.split("_")[0]: words for name, words in match.groupdict().items() if words}
        if move := _move(told["one"], told["other"], told["verb"]):
            yield Hit(move, *match.span())


def _move(one: str, other: str, verb: str) -> Move | None:
    begins, ends = height(one, OTHER), height(other, OTHER)
    if begins is not None and ends is not None and begins != ends:
        return by_height(ends > begins, rises=bool(_RISES.match(verb)))
    return by_side(_side(one), _side(other), turns=bool(_TURNS.match(verb)))


def _side(thing: str) -> str | None:
    return next((side for side, words in _SIDES.items() if words.search(thing)), None)
