"""The screens that need content; imported while the first screen is read."""

from decision_aid.content import Note
from decision_aid.tui.screens.answers import AnswersScreen
from decision_aid.tui.screens.code import CodeScreen
from decision_aid.tui.screens.comparison import ComparisonScreen
from decision_aid.tui.screens.counselling import CoveredScreen, NotesScreen
from decision_aid.tui.screens.lists import SourcesScreen, WordsScreen
from decision_aid.tui.screens.note import NoteScreen
from decision_aid.tui.screens.opening import OpeningScreen
from decision_aid.tui.screens.overview import OverviewScreen
from decision_aid.tui.screens.pictures import PicturesScreen
from decision_aid.tui.screens.question import QuestionScreen
from decision_aid.tui.screens.summary import SummaryScreen
from decision_aid.tui.screens.welcome import WelcomeScreen
from decision_aid.tui.widgets.entry import EntryPanel

__all__ = [
    "AnswersScreen",
    "CodeScreen",
    "ComparisonScreen",
    "CoveredScreen",
    "EntryPanel",
    "Note",
    "NoteScreen",
    "NotesScreen",
    "OpeningScreen",
    "OverviewScreen",
    "PicturesScreen",
    "QuestionScreen",
    "SourcesScreen",
    "SummaryScreen",
    "WelcomeScreen",
    "WordsScreen",
]
