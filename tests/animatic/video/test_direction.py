"""Rows of both directions are laid out as the Unicode Bidirectional Algorithm says."""

from itertools import groupby

import pytest

from seedance_demo.animatic.video.direction import from_the_left, is_leftward, levels


def laid_out(text: str) -> str:
    """The letters of a row from left to right."""
    deep = levels(text, leftward=is_leftward(text))
    runs = [[*run] for _, run in groupby(range(len(text)), lambda n: deep[n])]
    placed = from_the_left(runs, lambda run: deep[run[0]])
    return "".join(text[n] for run in placed for n in (run[::-1] if deep[run[0]] % 2 else run))


@pytest.mark.parametrize(
    ("text", "leftward"),
    [("Push in", False), ("“שלום”", True), ("1925 باريس", True), ("…", False), ("A שלום", False)],
)
def test_the_first_letter_with_a_direction_decides(text: str, leftward: bool) -> None:
    assert is_leftward(text) is leftward


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("car (CAR) 12", "car (CAR) 12"),
        ("say אבג, then go", "say גבא, then go"),
        ("אבג car דהו", "והד car גבא"),
        ("אבג 1,250.5 דהו", "והד 1,250.5 גבא"),
        ("אבג (12%)!", "!)12%( גבא"),
        ("he said “אבג 12 דהו” twice", "he said “והד 12 גבא” twice"),
        ("شهر 1/2 آب", "بآ 1/2 رهش"),
        ("אָבג", "גבָא"),
        ("abc א 5 b", "abc 5 א b"),
    ],
)
def test_a_row_reads_in_the_order_of_its_letters(text: str, shown: str) -> None:
    assert laid_out(text) == shown
