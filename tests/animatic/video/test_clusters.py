"""Text is broken where its script allows it, and nowhere inside a letter."""

import pytest

from seedance_demo.animatic.video.clusters import Span, clusters, rows


def broken(text: str, width: int) -> list[str]:
    """Rows where every letter is one wide."""
    return [text[a:b].strip() for a, b in rows(text, length, width)]


def length(span: Span) -> float:
    return span[1] - span[0]


@pytest.mark.parametrize(
    "whole",
    ["é", "1️⃣", "👍🏽", "👨‍👩‍👧‍👦", "🇩🇪", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "ที่", "क्ष", "கொ", "각", "שָׁ", "❤️"],
)
def test_what_a_reader_takes_for_one_letter_is_one(whole: str) -> None:
    assert clusters(f"a{whole}{whole}b") == ["a", whole, whole, "b"]


@pytest.mark.parametrize("width", range(6, 40))
def test_no_row_is_wider_and_nothing_is_lost(width: int) -> None:
    text = (
        "他说：“走吧。”她没有回答，see https://www.example.org/films/night-market and Straßenbahn"
    )
    found = broken(text, width)
    assert max(map(len, found)) <= width
    assert "".join("".join(found).split()) == "".join(text.split())
    assert not any(row[0] in "，。”" for row in found)


def test_rows_are_about_equally_long() -> None:
    found = broken("Nobody who was there that night remembers it the way they told it, nobody.", 60)
    assert len(found) == 2
    assert min(map(len, found)) > 0.75 * max(map(len, found))


def test_where_a_row_may_end() -> None:
    assert broken("「もう一度」と言った。", 9) == ["「もう一度」", "と言った。"]
    assert broken("불이 꺼졌을 때 어디에", 8) == ["불이 꺼졌을", "때 어디에"]
    assert broken("a well-known film", 10) == ["a well-", "known film"]
    assert broken("x" * 12, 5) == ["x" * 4] * 3
