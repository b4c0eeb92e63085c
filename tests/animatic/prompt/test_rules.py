"""Every rule of the prompt reader takes the sentence that it is for, and leaves its neighbour."""

import importlib
import pkgutil
import re

import pytest

from seedance_demo.animatic import prompt
from seedance_demo.animatic.prompt.rules import EVERY_RULE, Rule, any_of, applies

pytestmark = pytest.mark.machine

for _module in pkgutil.iter_modules(prompt.__path__):
    importlib.import_module(f"{prompt.__name__}.{_module.name}")


@pytest.mark.parametrize(("rule", "flags"), EVERY_RULE, ids=[each.takes for each, _ in EVERY_RULE])
def test_a_rule_takes_and_leaves_its_sentences(rule: Rule, flags: re.RegexFlag) -> None:
    pattern = re.compile(rule.pattern, flags)
    assert applies(pattern, rule.takes)
    assert not applies(pattern, rule.leaves)


@pytest.mark.parametrize(
    ("pattern", "sentence", "expected"),
    [
        ("music $", "the music |fades", True),
        ("music $", "music and |rain", False),
        (" on", "rain| on the roof", True),
        ("on", "rain| on the roof", False),
        ("roof", "rain on the roof", True),
        (" then ", "pan left| then |right", True),
        (" then", "pan left| then |right", False),
    ],
)
def test_a_bar_says_where_the_reader_stands(pattern: str, sentence: str, expected: bool) -> None:
    assert applies(re.compile(pattern), sentence) is expected


def test_rules_are_one_pattern() -> None:
    before = len(EVERY_RULE)
    try:
        either = any_of(Rule("rain", "rain", "sun"), Rule("snow", "snow", "sun"))
        assert [bool(either.search(text)) for text in ("rain", "snow", "sun")] == [
            True,
            True,
            False,
        ]
    finally:
        del EVERY_RULE[before:]
