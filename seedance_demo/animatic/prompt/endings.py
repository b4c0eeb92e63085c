"""Finds what a film or a stretch of it ends on: "finally, ...", "it ends on ...", 定格在……"""

import re

from .rules import Rule, any_of

_OPENS = r"(?:^|(?<=[.,;:!?\n→])|(?<=[.,;:!?\n→] )|(?<=[.,;:!?\n→]  ))"  # a clause
_FILM = r"(?:film|video|clip|scene|sequence|montage|shot|camera|ad|image|picture|frame)"
ENDING = any_of(
    Rule(
        rf"(?:{_OPENS}|(?<= and )|(?<= then ))"
        rf"(?:finally|lastly|(?:at|in) the end|(?:(?:and|before) )?(?:(?:it|we|(?:the|this) {_FILM}"
        rf"|the (?:last|final) {_FILM}) )?(?:end|clos|finish|conclud|culminat)(?:e?s|ing|e)?"
        r" (?:up )?(?:on|in|with)|(?:it )?freez(?:e?s|ing|e)? (?:frame )?(?:on|at)"
        rf"|(?:the )?(?:final|last) {_FILM})(?![a-z])",
        takes="quick cuts, |ending on a silhouette",
        leaves="quick cuts, a day that never |ends on time",
    ),
    Rule(
        rf"{_OPENS}(?:最后|最终|结尾|末尾|片尾|(?:画面|镜头)?定格)",
        takes="快速剪辑,|最后定格在剪影上",
        leaves="快速剪辑,他|最后才来",
    ),
    Rule(
        rf"{_OPENS}(?:(?:(?:e|y|et|und) )?(?:(?:no|ao|al) fin(?:al)?"
        r"|por (?:último|fim)|termin[ae]n?(?:do)? (?:con|com|sur|avec|em|en)|à la fin"
        r"|pour finir|(?:se|il) termine|am (?:ende|schluss)|zum schluss|endet (?:mit|auf)"
        r"|alla fine|si conclude|в конце)(?![a-zа-я])|最後[にはの]|ラスト[はにの]"
        r"|마지막(?:에|으로))",
        takes="cortes rápidos. |no final, uma loja",
        leaves="cortes rápidos de uma |tarde no final do ano",
    ),
)
_SENTENCE = re.compile(r"(?:[^.;!?\n]|\.(?=[0-9]))*[.;!?\n]?")


def ending_in(text: str) -> tuple[int, int] | None:
    """Where the last sentence, or the rest of one, stands in `text` that tells the end."""
    begin = max((match.start() for match in ENDING.finditer(text)), default=0)
    if not any(letter.isalnum() for letter in text[:begin]):
        return None
    sentence = _SENTENCE.match(text, begin)
    return begin, sentence.end() if sentence else len(text)
