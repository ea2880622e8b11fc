"""Another language in the middle of a visit: every open screen goes on in it where it is."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from decision_aid.screens.notice import nothing
from decision_aid.screens.screen import Stay, Step, make_work

if TYPE_CHECKING:
    from decision_aid.content import DecisionAid
    from decision_aid.screens.notice import Notice
    from decision_aid.screens.sitting import Sitting


def speak(sitting: Sitting, language: str, said: Notice) -> Step:
    """Go on in that language as soon as the aid is there in it; what was said is said in it too."""
    sitting.chosen = language
    languages = sitting.languages
    if sitting.visit is None or languages is None:
        return Stay(said)
    if languages.is_loaded(language):
        return _change(sitting, said, languages.take(language))
    from decision_aid.languages import OtherContent

    return make_work(
        partial(languages.take, language),
        partial(_change, sitting, said),
        partial(_tell_other_content, sitting),
        OtherContent,
        ValueError,  # the file was changed meanwhile, and has faults now
    )


def _change(sitting: Sitting, said: Notice, aid: DecisionAid) -> Step:
    sitting.begun.change_language(aid)
    told = sitting.tell_untranslated()
    if told is not nothing or said == sitting.say_untranslated:
        return Stay(told)
    return Stay(said)


def _tell_other_content(sitting: Sitting, _fault: Exception) -> Step:
    sitting.chosen = sitting.begun.aid.language
    return Stay(lambda: sitting.words.screens.other_content)
