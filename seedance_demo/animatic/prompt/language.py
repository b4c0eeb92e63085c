"""Finds out which language a prompt is written in, by its script and its little words."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain

from .vocabulary import (
    french_words,
    german_words,
    italian_words,
    japanese_words,
    korean_words,
    portuguese_words,
    russian_words,
    spanish_words,
    turkish_words,
)
from .vocabulary.tables import Tables

READ: Mapping[str, Tables] = {
    "Japanese": japanese_words.TABLES,
    "Korean": korean_words.TABLES,
    "Spanish": spanish_words.TABLES,
    "French": french_words.TABLES,
    "German": german_words.TABLES,
    "Portuguese": portuguese_words.TABLES,
    "Italian": italian_words.TABLES,
    "Russian": russian_words.TABLES,
    "Turkish": turkish_words.TABLES,
}
_NOT_LATIN = re.compile(r"[^\x00-\u024f]+")
_SCRIPTS = (
    ("Japanese", re.compile(r"[ぁ-ゖァ-ヺ]")),
    ("Korean", re.compile(r"[가-힣]")),
    ("Chinese", re.compile(r"[一-鿿]")),
    ("Russian", re.compile(r"[а-яё]")),
    ("Ukrainian", re.compile(r"[іїєґ]")),
    ("Arabic", re.compile(r"[؀-ۿ]")),
    ("Hindi", re.compile(r"[ऀ-ॿ]")),
    ("Thai", re.compile(r"[฀-๿]")),
    ("Greek", re.compile(r"[α-ωά-ώ]")),
    ("Hebrew", re.compile(r"[א-ת]")),
)
# The little words that most sentences of a language have, and those of film that need none.
_LITTLE_WORDS = {
    "English": "the a an of and with in on at to is are her his its from as into by over for then "
    "camera slow slowly shot light while no",
    "Spanish": "el la los las una un y con del de en hacia al se su por muy que sobre mientras "
    "cámara lento lentamente plano noche lluvia luz calle sin travelling izquierda derecha vista "
    "toma aérea primer movimiento estilo cine película chica niña niño hombre mujer habla "
    "ciudad mercado relámpagos "
    "trueno montaña playa "
    "bosque cielo nieva llueve tormenta campanas hola música",
    "French": "le la les des une un et du de dans avec sur au aux vers qui est sa son elle sous "
    "caméra lent lente lentement plan nuit pluie lumière rue sans l d travelling panoramique gros "
    "gauche droite douce doux mouvement autour survol vue en devant homme femme gardez "
    "fille garçon sourit parle ville mer plage forêt ciel neige cloches "
    "conservez preservez préservez arrière avant prise",
    "German": "der die das ein eine einer einem und mit im den dem des auf von zu zum nach sich "
    "über am ist durch kamera langsam langsame nacht regen licht straße ohne kamerafahrt schwenk "
    "grad drehung frau mann mädchen junge spricht lächelt stadt meer strand wald himmel schneit "
    "regnet es leise glocken nahaufnahme totale links rechts oben unten sanfte sanfter leichte "
    "ruhige weiches warmes zoom "
    "luftaufnahme drohnenaufnahme handkamera einstellung",
    "Portuguese": "o os uma um com do da dos das de em no na ao à e se seu sua pela pelo que sobre "
    "câmera câmara lento lentamente plano noite chuva luz rua sem esquerda direita a "
    "travelling vista tomada aérea primeiro movimento mulher homem menina menino sorri fala cidade "
    "praia floresta céu neva chove sinos olá música",
    "Italian": "il lo gli una della del di e con nel nella sul sulla che si verso mentre piano "
    "donna ragazza ragazzo sorride parla città spiaggia foresta cielo nevica piove campane "
    "camera lentamente notte pioggia luce strada senza telecamera inquadratura dal dalla dei delle "
    "alla al le primo dall gli sopra carrellata ripresa panoramica lungo sotto sugli "
    "uomo mano lenta un l d su fuori verso forma alto acqua tavolo luce",
    "Turkish": "bir ve ile bu için etrafında içinde altında üzerine kamera yavaşça "
    "doğru yakın çekim sahne gece yok olarak",
    "Vietnamese": "và của với trong một là không được cảnh máy quay khi trên người",
    "Polish": "i w na z się kamera powoli do jest nie przez",
    "Indonesian": "dan yang di dengan ke dari kamera perlahan pada sebuah tidak",
    "Dutch": "de het een en van met op naar in door is langzaam camera nacht regen licht straat "
    "zonder",
}
_WORDS = {language: frozenset(words.split()) for language, words in _LITTLE_WORDS.items()}
_LANGUAGES_OF = {
    word: [language for language, words in _WORDS.items() if word in words]
    for word in frozenset().union(*_WORDS.values())
}
_WORD = re.compile(r"[a-zà-öø-ỹœß]+")
_LETTERS = {  # that none of the others has
    "Spanish": frozenset("ñ¿¡"),
    "French": frozenset("èëîïûùœ"),
    "German": frozenset("äöüß"),
    "Portuguese": frozenset("ãõ"),
    "Turkish": frozenset("ğış"),
    "Vietnamese": frozenset("ăđơưạảấầẩậắằếềểệọốồổộớờởợụủứừửựỵỷỹ"),
    "Polish": frozenset("łąęśżźćń"),
}
_PART = 0.2  # of its letters are in its own script: a Chinese name makes no Chinese prompt
_KANA = 0.1  # of them are enough, because no Chinese has any
_LOOKED_AT = 4000  # letters tell a language


@dataclass(frozen=True)
class Language:
    """`name` in English; `tables` where the animatic reads some of it beside English, Chinese."""

    name: str
    tables: Tables | None = None

    @property
    def is_usual(self) -> bool:
        return self.name in ("English", "Chinese")


def language_of(text: str) -> Language:
    """The language of `text` (lower case); English where nothing tells of another."""
    text = text[:_LOOKED_AT]
    letters, not_latin = sum(map(str.isalpha, text)), "".join(_NOT_LATIN.findall(text))
    for name, script in _SCRIPTS:
        if len(script.findall(not_latin)) > (_KANA if name == "Japanese" else _PART) * letters:
            return Language(name, READ.get(name))
    name = _by_little_words(text)
    return Language(name, READ.get(name))


def _by_little_words(text: str) -> str:
    known = (_LANGUAGES_OF.get(word, ()) for word in _WORD.findall(text))
    scores = Counter(chain.from_iterable(known))
    letters = set(text)
    scores.update(language for language, own in _LETTERS.items() if own & letters)
    best = max(_WORDS, key=lambda language: scores[language])  # English where two are as good
    return best if scores[best] >= 2 else "English"
