"""Sentences that nobody wrote, of the words in vocabulary.py; the same seed gives the same ones."""

import random
import re
import unicodedata

from vocabulary import VOCABULARY

SYLLABLES = [
    start + vowel
    for start in "b br c ch d f g l m n p r s t tr v".split()
    for vowel in "a e i o u é è ou an on in".split()
]
"""Of invented place names."""


class Prose:
    """Draws phrases and sentences of one locale from a seeded generator."""

    def __init__(self, locale, seed):
        self.random = random.Random(seed)
        self.words = VOCABULARY[locale]

    def draw(self, kind):
        """One entry of a list of the vocabulary."""
        return self.random.choice(self.words[kind])

    def noun_phrase(self):
        """Article and noun, often with an adjective: its place is the language's."""
        article, noun = self.draw("articles"), self.draw("nouns")
        if self.random.random() < 0.4:
            return f"{article} {noun}"
        adjective = self.draw("adjectives")
        if self.words is VOCABULARY["fr"]:
            return f"{article} {noun} {adjective}"
        return f"{article} {adjective} {noun}"

    def marked_phrase(self):
        """A noun phrase, now and then emphasised, struck out or as code."""
        phrase = self.noun_phrase()
        chance = self.random.random()
        if chance < 0.04:
            return f"**{phrase}**"
        if chance < 0.08:
            return f"*{phrase}*"
        if chance < 0.09:
            return f"~~{phrase}~~"
        if chance < 0.11:
            return f"{phrase} (`{self.code_name()}`)"
        return phrase

    def code_name(self):
        """A name such as a file or a field has."""
        return f"{slug_of(self.draw('nouns'))[:9]}_{self.random.randrange(1000)}"

    def clause(self):
        """Who does what to whom, without marks."""
        return f"{self.noun_phrase()} {self.draw('verbs')} {self.noun_phrase()}"

    def circumstance(self):
        """A stock phrase, or a place and a year that no list knows."""
        if self.random.random() < 0.5:
            return self.draw("complements")
        syllables = "".join(self.random.choices(SYLLABLES, k=3))
        year = self.random.randrange(1950, 2030)
        return f"{self.draw('at')} {capital(syllables)} {self.draw('in')} {year}"

    def sentence(self, aside=""):
        """A sentence of about fifteen words, with an aside in parentheses at its end."""
        parts = [self.marked_phrase(), self.draw("verbs"), self.marked_phrase()]
        if self.random.random() < 0.3:
            parts.insert(0, self.draw("openings"))
        if self.random.random() < 0.35:
            parts += [self.draw("joins"), self.clause()]
        parts.append(self.circumstance())
        if aside:
            parts.append(f"({self.draw('see')} {aside})")
        return capital(" ".join(parts)) + "."


def slug_of(title):
    """An ASCII slug of the title's longer words."""
    plain = unicodedata.normalize("NFKD", title.replace("œ", "oe")).encode("ascii", "ignore")
    words = re.findall(r"[a-z]+", plain.decode().lower())
    return "-".join([word for word in words if len(word) > 3][:4])


def capital(text):
    """The text with a capital at its start, behind marks of emphasis."""
    start = len(text) - len(text.lstrip("*~"))
    return text[:start] + text[start : start + 1].upper() + text[start + 1 :]
