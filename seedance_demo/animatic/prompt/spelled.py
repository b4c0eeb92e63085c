"""Numbers as prompts spell them, in the languages that are read."""

# Two to ten: English, French, Spanish, Portuguese, German, Chinese and Japanese, Korean.
_ROWS = (
    "two deux dos dois zwei 两 二 두",
    "three trois tres três drei 三 세",
    "four quatre cuatro quatro vier 四 네",
    "five cinq cinco fünf 五 다섯",
    "six seis sechs 六 여섯",
    "seven sept siete sete sieben 七 일곱",
    "eight huit ocho oito acht 八 여덟",
    "nine neuf nueve nove neun 九 아홉",
    "ten dix diez dez zehn 十 열",
)
SPELLED = {word: number for number, row in enumerate(_ROWS, start=2) for word in row.split()}


def number(told: str) -> int:
    """What figures or a spelled number say."""
    return SPELLED.get(told) or int(told)
