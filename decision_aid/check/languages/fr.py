"""What the rules of language know of French."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from decision_aid.check import languages

if TYPE_CHECKING:
    from decision_aid.check.languages import Counts

EASE = 60.0
"""The least ease of reading, by Kandel and Moles; 100 is easiest.

Their formula of 1958 is that of Flesch made to fit French: 207 - 1.015 words per sentence
- 73.6 syllables per word.
"""

MEDICAL = (
    "anévrisme", "angioplastie", "anticoagulant", "antiagrégant", "azygos", "biopsie", "cathéter",
    "chronique", "cohorte", "contre-indication", "dissection", "Doppler", "embolie",
    "endovasculaire", "fatigabilité", "groupe témoin", "hémorragie", "hypertension",
    "immunosuppresseur", "incontinence", "infarctus", "insuffisance", "intraveineux", "ischémie",
    "jugulaire", "lésion", "neurologue", "occlusion", "œdème", "pacemaker", "percutané",
    "phlébite", "placebo", "poussée", "pronostic", "prophylaxie", "randomisé", "resténose",
    "sclérose", "septicémie", "spasticité", "stent", "sténose", "thrombose", "thrombus",
    "vasculaire", "veinographie", "veinoplastie", "échographie",
)  # fmt: skip

EVERYDAY = frozenset({"UE", "USA", "TV", "PDF", "OK", "ADN", "II", "III", "SMS"})

LOADED = (
    "miracle", "miracles", "miraculeux", "miraculeuse", "percée", "révolutionnaire", "guérison",
    "faux espoir", "faux espoirs", "victime", "victimes", "cobaye", "cobayes", "arnaque",
    "arnaques", "charlatan", "charlatans", "tourisme médical", "mythe", "mythes", "sans risque",
    "prouvé", "prouvée", "effet placebo", "n’existe pas", "désespérément", "formidable",
    "terrible", "effrayant", "effrayante", "observance",
)  # fmt: skip

TO_AVOID = {
    "simplement": "rien",
    "malheureusement": "rien",
    "anodin": "rien",
    "anodine": "rien",
    "bénin": "rien",
    "bénigne": "rien",
    "effet secondaire": "tout problème de santé ; un mal grave",
    "effets secondaires": "tout problème de santé ; un mal grave",
    "effet indésirable": "tout problème de santé ; un mal grave",
    "effets indésirables": "tout problème de santé ; un mal grave",
    "vous devez": "vous pouvez ; demandez",
    "vous devriez": "vous pouvez ; demandez",
    "il faut que vous": "vous pouvez ; demandez",
    "significatif": "l’écart peut être dû au hasard",
    "significative": "l’écart peut être dû au hasard",
    "intervalle de confiance": "en tenant compte du hasard, de A à B",
    "actuellement": "l’année",
    "récemment": "l’année",
    "cliquez": "choisissez",
    "ci-dessous": "sur l’écran suivant",
}

_DENIED = re.compile(
    r"\b(pas|ni|aucune?|sans|jamais|non|plutôt que?)\b[^.?!]{0,24}$", re.IGNORECASE
)
_VOWELS = re.compile(r"[aeiouyàâäéèêëîïôöûüœæ]+")
_HIATUS = re.compile(r"(?<=[éïë])(?=[aeoiuâô])|(?<=[aeiou])(?=[ïë])|(?<=a)(?=é)|(?<=o)(?=é)")
"""Where two vowels beside each other are two syllables."""
_SILENT = re.compile(r"[^aeiouyàâäéèêëîïôöûüœæ]es?$|[gq]ues?$")


_NO_COUNT = re.compile(
    r"\b(?:moyennes?|médianes?|survie|incidence|taux"
    r"|par (?:personne|an|année|mois|semaine|jour)|(?:personne|patient)s?[- ](?:années?|mois))\b",
    re.I,
)


class Language(languages.Language):
    """French."""

    medical = MEDICAL
    endings = "e?(?:s|x)?"
    everyday = EVERYDAY
    loaded = LOADED
    to_avoid = TO_AVOID
    denied = _DENIED
    no_count = _NO_COUNT
    replies = frozenset({"oui", "non"})

    def syllables(self, word: str) -> int:
        """The syllables of a word; a number or an abbreviation is one.

        Groups of vowels are counted, without an `e` that ends a word and is not heard. Hyphenation
        would count too few: it parts no syllable of one or two letters from the end of a word.
        """
        return 1 if word.isupper() else sum(map(_in_part, re.findall(r"[^\W\d_]+", word))) or 1

    def find_hard(self, counts: Counts) -> Iterator[str]:
        """The ease of reading, where it is too low."""
        if counts.kandel_moles < EASE:
            yield f"is at ease {counts.kandel_moles:.0f} by Kandel and Moles, which is under 60"


def _in_part(part: str) -> int:
    """Those of a word, or of one side of an apostrophe or a hyphen; `l’` and `d’` have none."""
    heard = _HIATUS.sub("-", part.lower())
    vowels = len(_VOWELS.findall(heard))
    return max(vowels - bool(_SILENT.search(heard)), min(vowels, 1))
