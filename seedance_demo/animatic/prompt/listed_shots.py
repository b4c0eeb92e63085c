"""Finds the shots of a list in a prompt text: "1. wide shot of a bay 2. close-up of a shell"."""

from itertools import pairwise

from .mark import Mark
from .rules import Rule, any_of
from .unnumbered_shots import is_filmed

_LISTED = any_of(
    Rule(
        r"(?:^|(?<=[\s(\[.;:,])|(?<=[一-鿿])(?<![图片])(?=[1-9][)）]))"
        r"(?<!image )(?<!picture )(?<!photo )(?<!img )(?<!pic )(?<!figure )"
        r"(?<![0-9]:)"
        r"(?:(?P<number>[1-9])[.):\]、）]|(?P<letter>[a-i])[)）]) ?(?![0-9])",
        takes="1. a wide shot",
        leaves="image 1. push in",
    )
)
_OF_SHOTS = any_of(
    Rule(
        r"(?<![a-z])(?:shots?|cuts|scenes|storyboard|plans|planos|cenas|escenas|einstellungen"
        r"|tomas|tomadas|inquadrature|riprese|szenen)(?![a-z])"
        r"|[Çç]ekim|[Кк]адр|镜头|分镜|ショット|カット|샷|컷|장면",
        takes="fifteen fast shots:",
        leaves="fifteen fast steps:",
    )
)
# ... or the steps of a story, right before them.
_OF_STEPS = any_of(
    Rule(
        r"(?:(?<![a-z])(?:sequence|(?:story )?beats|timeline|story ?line|narrative|secuencia"
        r"|sequência|séquence|ablauf)|流程|剧情|情节|故事线?)[^\w\n]{0,3}:?\s*$",
        takes="story beats:\n|1. a boy",
        leaves="the story of the sequence 4:\n|1. a boy",
    )
)


def listed_shots(text: str) -> list[Mark]:
    """Items of a list that each name a shot: "1. wide shot of the bay 2. close-up of the shell"."""
    found = list(_LISTED.finditer(text))
    numbers = [int(match["number"] or ord(match["letter"]) - ord("a") + 1) for match in found]
    if numbers != list(range(1, len(found) + 1)):
        return []
    edges = pairwise([*(match.start() for match in found), len(text)])
    begin = found[0].start() if found else 0
    of_shots = _OF_SHOTS.search(text, 0, begin) or _OF_STEPS.search(text, 0, begin)
    told = len(found) > 2 and of_shots
    shots = told or 1 < 2 * sum(is_filmed(text[begin:end]) for begin, end in edges) >= len(found)
    return [Mark(*match.span()) for match in found] if shots else []
