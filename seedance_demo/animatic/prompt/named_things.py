"""Words beside quotes that say that nobody speaks or writes what they hold."""

import re

from .rules import Rule, any_of

# What is printed on a thing is shown by the picture already.
PRINTED = any_of(
    Rule(
        r",? (?:[a-z]+ )?(?:printed|embroidered|stitched|engraved|embossed|etched|carved|inscribed"
        r"|stamped|debossed|estampad|bordad|impres|imprim"
        r"|brod"
        r"|aufgedruckt|gedruckt|gestickt)",
        takes="text “staff”| printed on the chest",
        leaves="text “staff”| on the screen",
    )
)
# What sounds, or is told of.
TOLD_OF = any_of(
    Rule(
        r",? (?:goes|went|rings?|rang|echo(?:es|ed)|booms?) (?:the|an?)(?![a-z])",
        takes="“crack!”| goes the ice",
        leaves="“go!”| goes on the crowd",
    ),
    Rule(r"的(?:问题|故事|道理|传说|念头|感觉|意思)", takes="“如果”|的问题", leaves="“如果”|她说"),
)
# What is no caption: the name of a work or a thing, and what is printed on clothes.
NAMED = any_of(
    Rule(
        r"(?:(?<![a-z])(?:films?|movies?|books?|novel|songs?|album|paintings?|game|series|poem"
        r"|(?:book|novel|film|movie|song) (?:is )?titled"
        r"|anime|called|named|nicknamed|known as|so-called|similar to|inspired by|homage to"
        r"|style of|reminiscent of|from|like|by|of)(?: (?:a|an|the))?|(?<!text )(?<!words )of) ?$",
        takes="similar to |“streets of the old town”",
        leaves="she says softly |“come in”",
    ),
    Rule(
        r"(?:电影|影片|小说|歌曲|名为|名叫|叫做|所谓的?|类似|致敬|称为|像|传来|发出) ?$",
        takes="致敬电影|“花样年华”",
        leaves="他低声道|“花样年华”",
    ),
    Rule(
        r"(?:(?<![a-z])(?:t-?shirt|shirt|badge|jersey|hoodie|mug|cap|jacket|tattoo)s?(?![a-z])|T恤"
        r"|티셔츠|셔츠에|유니폼|등에는|徽章|胸牌|球衣)[^.。\n]{0,30}$",
        takes="a badge with the text |“staff”",
        leaves="a door with the text |“staff”",
    ),
    Rule(
        r"(?<![a-z])(?:mak|flash|giv)(?:es|ing) (?:an?|the) ?$",
        takes="she makes a |“peace” sign",
        leaves="she holds up a |“peace” sign",
    ),
    Rule(
        r"(?<![a-z])(?:including|keep|keeping|preserve|preserving|existing)(?: the| its)? ?$",
        takes="keep all layout, including the |“harbour inn” title",
        leaves="add the |“harbour inn” title",
    ),
    Rule(
        r"(?<![a-z])(?:from|after|before|until|since) the (?:words?|line|name) ?$",
        takes="go on from the word |“greenland”",
        leaves="on the wall stands the word |“greenland”",
    ),
    Rule(
        r"(?<![a-z])(?:no|without)(?: [a-z]+)? ?$",
        takes="no text |“like in an ad”",
        leaves="the text |“like in an ad”",
    ),
    flags=re.IGNORECASE,
)
