"""In which of eight languages a text is written, by its commonest short words; None where that is not sure.

A word that several languages share counts little for each. Linear in the text; never raises.
"""

from collections import Counter
from typing import Final

from gateway.lints.phrases import fold
from gateway.lints.wording.language import LETTERS, WORDS

_SAMPLE: Final = 4000
_LEAST: Final = 2.5
_AHEAD: Final = 1.8
_SHARE: Final = 0.18
_KNOWN: Final = {language: frozenset(words.split()) for language, words in WORDS.items()}
_SPOKEN: Final = Counter(word for words in _KNOWN.values() for word in words)
LANGUAGES: Final = tuple(_KNOWN)


def detected(text: str) -> str | None:
    """The language of a text as its two-letter code, or None if it is short, mixed or another one."""
    sample = text[:_SAMPLE].lower()
    folded = fold(sample)
    words = "".join(sign if sign.isalpha() or sign == "'" else " " for sign in folded).split()
    scores = dict.fromkeys(_KNOWN, 0.0)
    hits = dict.fromkeys(_KNOWN, 0)
    for word, count in Counter(words).items():
        spoken = _SPOKEN.get(word)
        if spoken:
            for language, known in _KNOWN.items():
                if word in known:
                    scores[language] += min(count, 3) / spoken
                    hits[language] += count
    for language, signs in LETTERS.items():
        scores[language] += min(1.0, sum(sample.count(sign) for sign in signs) / 4)
    (best, score), (_, second) = sorted(scores.items(), key=lambda item: -item[1])[:2]
    if score < _LEAST or score < _AHEAD * second or hits[best] < _SHARE * len(words):
        return None
    return best
