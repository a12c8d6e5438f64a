"""Cases: texts in capitals, shown in the case they would usually have."""

import re

# Headlines and names hold capitals in any text; a text in capitals has hardly anything else.
LEAST_CAPITALS = 0.8

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SENTENCE_END = re.compile(r"[.!?:]\s+[\"“(\[]*$|^\s*[\"“(\[]*$|\n\s*\n\s*$")

# Words that keep a small letter inside a sentence; all others of a text in capitals could be
# names, and a parser reads a common noun with a capital better than a name without one.
_SMALL = frozenset(
    """
    a an the and or but nor of in on at to from by for with without into onto upon over under
    after before between among against during since until about as than that this these those
    which who whom whose what when where why how if because while although though not no is are
    was were be been being has have had do does did will would shall should can could may might
    must it its he she they we you i his her their our your my him them us me there here more
    most less least some any all each every other another such only also very too so then now
    yesterday today tomorrow said says say told reported reports report according added
    announced stated denied claimed killed wounded injured died dead attacked attack attacks
    people persons person men man women woman children child soldiers soldier troops guerrillas
    guerrilla rebels terrorists terrorist peasants civilians police policemen army military
    government armed forces members member group groups leader leaders officials official
    president minister spokesman sources source bomb bombs explosion explosions murder murdered
    assassination assassinated kidnapped kidnapping killing carried out least one two three four
    five six seven eight nine ten eleven twelve several many hours night morning afternoon
    evening day days week weeks month months year years last first second third next early late
    yesterday's house home car vehicle building office embassy road street city town village
    area zone region department province country capital percent million thousand hundred meters
    kilometers
    """.split()
)


def is_upper_case(text: str) -> bool:
    """Tell whether a text is written in capitals throughout."""
    letters = [character for character in text if character.isalpha()]
    cased = [character for character in letters if character.isupper() or character.islower()]
    if len(cased) < 40:
        return False
    return sum(character.isupper() for character in cased) >= LEAST_CAPITALS * len(cased)


def truecase(text: str) -> str:
    """Return a text in capitals in its usual case, of the same length in code points."""
    parts = []
    end = 0
    for match in _WORD.finditer(text):
        parts.append(text[end : match.start()])
        parts.append(_change_word(match[0], text[max(0, match.start() - 8) : match.start()]))
        end = match.end()
    parts.append(text[end:])
    return "".join(parts)


def _change_word(word: str, before: str) -> str:
    if not word.isupper():
        return word
    small = _lower(word)
    if small in _SMALL and _SENTENCE_END.search(before) is None:
        return small
    # Abbreviations have no vowels ("FMLN"); short capitals that are no common word stay too.
    if len(word) > 1 and not re.search(r"[aeiouyAEIOUYÀ-ÿ]", word):
        return word
    return word[0] + small[1:] if len(word) > 1 else word


def _lower(word: str) -> str:
    """Return a word in small letters, character by character where that keeps its length."""
    return "".join(
        character.lower() if len(character.lower()) == 1 else character for character in word
    )
