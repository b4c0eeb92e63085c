"""Rules of the prompt reader: a pattern, a sentence that it must take, and one that it must leave.

A prompt is read by patterns whose reasons no pattern shows. So each stands beside two sentences,
and a test runs all of them. In a sentence `|` is where the reader stands:

    "the music| fades out"    a pattern that ends in `$` is looked for in the words before it
    "rain |on the tin roof"   any other pattern begins right at it
    "pan left| then |right"   two of them: the pattern matches just what is between
    "from day to night"       without it, the pattern is looked for anywhere
"""

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Rule:
    """`takes` and `leaves` are in the form that the pattern reads: mostly lower case, with
    half-width punctuation."""

    pattern: str
    takes: str
    leaves: str


EVERY_RULE: list[tuple[Rule, re.RegexFlag]] = []  # in the order of import, for the test


def any_of(*rules: Rule, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    """One pattern that matches where one of the rules does."""
    return re.compile(part(*rules, flags=flags), flags)


def part(*rules: Rule, flags: re.RegexFlag = re.NOFLAG) -> str:
    """The same as text, to be a part of other patterns."""
    EVERY_RULE.extend((rule, flags) for rule in rules)
    return "|".join(rule.pattern for rule in rules)


def applies(pattern: re.Pattern[str], sentence: str) -> bool:
    """Whether a pattern matches a sentence, at its `|` if it has one."""
    parts, text = sentence.split("|"), sentence.replace("|", "")
    if len(parts) == 1:
        return bool(pattern.search(text))
    at = len(parts[0])
    if len(parts) == 3:
        return bool(pattern.fullmatch(text, at, at + len(parts[1])))
    if pattern.pattern.endswith("$"):
        return bool(pattern.search(text, 0, at))
    return bool(pattern.match(text, at))
