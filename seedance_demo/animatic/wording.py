"""Takes words out of a prompt, and tidies what is left of it."""

import re
from collections.abc import Iterator

from .prompt.image_references import references

_MARKS = ",.;:!?，。；：！？、"
_HAN = "\u3040-\u30ff\u3400-\u9fff"  # written without blanks between words
_WORD = re.compile(rf"[{_HAN}]|[^\s{_HAN}]+")
_CLAUSE = re.compile(rf"[^{_MARKS}]+[{_MARKS}]*\s*")
_LABEL = re.compile(
    r"(?:shot|scene|镜头|分镜|场景) ?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})(?: ?[:：.|)-])* *",
    re.IGNORECASE,
)
# Words that go with what stands behind them, and with what stands before them.
_BEFORE = {"at", "in", "on", "under", "with", "by", "during", "the", "a", "an", "of", "and", "then"}
_BEHIND = {"in", "out", "up", "down", "left", "right", "back", "forward", "away", "shot", "music"}
_ANOTHER = {"as", "while", "when", "and", "then", "who", "which"}  # begin what is said of others


def words_of(text: str) -> list[tuple[int, int]]:
    """Where each word stands; a Chinese or Japanese sign is one."""
    return [match.span() for match in _WORD.finditer(text)]


def clauses_of(text: str) -> list[str]:
    """The text in pieces, each with the marks and blanks behind it."""
    return _CLAUSE.findall(text)


def is_an_item(text: str, start: int, end: int) -> bool:
    """Whether a phrase of a list may stand in the place of these words: they are no part of a
    sentence about the camera, follow no preposition of their own, and are not written without
    blanks."""
    clause = re.split(rf"[{_MARKS}]", text[:start])[-1] + text[start:end]
    begins = not _BEFORE.isdisjoint(text[start:end].lower().split()[:1])
    return not begins and not re.search(rf"[{_HAN}]|\bcamera\b", clause.lower())


def own_words(text: str, image: int) -> str:
    """A shot's words on one line, without its number, the tags of other pictures, and that of its
    own where it stands first."""
    for found in reversed(references(text.lower())):
        if found.number != image + 1 or not text[: found.start].strip(" @<["):
            start = found.start - (text[found.start - 1 : found.start] in tuple("@<"))
            text = text[:start] + text[found.end :]
    lines = (line.strip() for line in text.splitlines())
    joined = " ".join(line if line[-1] in _MARKS else f"{line}." for line in lines if line)
    joined = joined if text.strip().endswith(tuple(_MARKS)) else joined.removesuffix(".")
    return tidy(_LABEL.sub("", tidy(joined), count=1) if _LABEL.match(tidy(joined)) else joined)


def stretches(
    text: str, words: list[tuple[int, int]], first: int, last: int
) -> Iterator[tuple[int, int]]:
    """What may be taken out with some words: the whole of what is said of the camera, the words
    that go with them, or they alone; up to the mark behind them."""

    def word(at: int) -> str:
        return text[slice(*words[at])].lower() if 0 <= at < len(words) else ""

    def clause(at: int) -> bool:
        return 0 <= at < len(words) and word(at)[-1] not in _MARKS

    begin, end = first, last
    while word(begin - 1) in _BEFORE:
        begin -= 1
    while clause(end) and word(end + 1).rstrip(_MARKS) in _BEHIND:
        end += 1
    subject, stop = first, last
    while clause(subject - 1) and word(subject) != "camera":
        subject -= 1
    while stop + 1 < len(words) and clause(stop) and word(stop + 1) not in _ANOTHER:
        stop += 1
    found = [(begin, end), (first, end), (first, last)]
    if word(subject) == "camera":
        while word(subject - 1) in _BEFORE | _ANOTHER:
            subject -= 1
        found.insert(0, (subject, stop))
    for one, other in dict.fromkeys(found):
        start, behind = words[one][0], words[other][1]
        yield start, start + len(text[start:behind].rstrip(_MARKS))


def without_a_clause(text: str) -> Iterator[str]:
    """The text without one of its clauses, each in turn."""
    for clause in _CLAUSE.finditer(text):
        yield tidy(text[: clause.start()] + text[clause.end() :])


def tidy(text: str) -> str:
    """Words without the marks and blanks that what was taken out of them left."""
    text = " ".join(text.split())
    text = re.sub(rf" +([{_MARKS}])", r"\1", text)
    text = re.sub(rf"[,;:，；：、](?: *[{_MARKS}])+", lambda left: left[0][-1], text)
    return text.strip(" ,;:，；：、").lstrip(".。 ")
