"""Papers in French: what is not in French says so, and bodies are quoted in their own words."""

from __future__ import annotations

import io
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from decision_aid.content import DecisionAid, text_hash
from decision_aid.content.load import load
from decision_aid.content.overlay_lines import write_lines
from decision_aid.content.text_places import find_texts, mark_of
from decision_aid.content.yaml_reader import read_yaml
from decision_aid.report.guard import IncompleteReport, check_text
from decision_aid.screens.page import Prose
from decision_aid.screens.summary_pages import read_page
from decision_aid.summary.patient import make_summary
from decision_aid.summary.staff import make_staff_summary
from decision_aid.visit import Visit
from tests import papers
from tests.conftest import ON, clock
from tests.small import small_text

ENGLISH = "This should not be used."
FRENCH = "Ceci ne devrait pas servir."
ELSEWHERE, OTHERS = "Nobody should have it.", "Personne ne devrait l’avoir."
FURTHER = f"""
  further:
    - quotations: [{{id: p5, by: "Canada, 2018", words: {ELSEWHERE}, source: nice}}]
  in_short:"""
SAID = {
    "summary.title": "Mon résumé",
    "recommendation.lead": "Ceci est imprimé dans chaque résumé.",
    "recommendation.quotations.p9.words": FRENCH,
    "recommendation.further.1.quotations.p5.words": OTHERS,
    "options.balloon.name": "Un ballonnet",
    "sources.trial.body": "A",
}


@pytest.fixture
def aid(tmp_path: Path) -> DecisionAid:
    """The small aid with these texts in French, and all else in English."""
    path = tmp_path / "questions.yaml"
    path.write_text(small_text().replace("\n  in_short:", FURTHER), encoding="utf-8")
    texts = find_texts(read_yaml(path.read_bytes()).data)
    lines = write_lines({place: (mark_of(texts[place].text), text) for place, text in SAID.items()})
    path.with_name("questions.fr.yaml").write_text(lines, encoding="utf-8")
    aid = load(path, "fr")
    assert aid.untranslated == len(texts) - len(SAID)
    return aid


def page(aid: DecisionAid, edition: str = "patient") -> str:
    return papers.rendered(make_summary(aid, {}, ON), "html", edition=edition).decode()


# --- languages -------------------------------------------------------------------------------


def test_a_page_says_of_each_text_that_is_not_in_french_which_language_it_is(
    aid: DecisionAid,
) -> None:
    shown = page(aid)
    assert '<html lang="fr"' in shown
    assert '<td data-column="No procedure\u00a0:"><span lang="en">All goes on.</span></td>' in shown
    assert '<th scope="col"><span lang="en">No procedure</span></th>' in shown
    assert '<th scope="col">Un ballonnet</th>' in shown and "<h1>Mon résumé</h1>" in shown
    without = re.sub(r'<span lang="en">.*?</span>', "", shown.partition("<body>")[2])
    assert [one for one in (ENGLISH, "All goes on", "This is not") if one in without] == []


def test_what_a_source_calls_itself_stays_in_its_language(aid: DecisionAid) -> None:
    (source,) = re.findall('<li id="source-[0-9]+"><strong>.*Trial, 2018.*</li>', page(aid))
    assert '<span lang="en">A</span>.' in source  # left as it is by the translation
    assert '<span lang="en">JAMA</span>.' in source  # an address, which nobody translates
    assert 'lang="en">Lu le' not in source and "Lu le 20 novembre 2026." in source


@pytest.mark.parametrize(("form", "edition"), papers.FILES)
def test_nothing_of_how_languages_are_marked_is_left(
    aid: DecisionAid, form: str, edition: str
) -> None:
    make = make_staff_summary if edition == "staff" else make_summary
    made = papers.rendered(make(aid, {}, ON), form, edition=edition)
    said = "".join(papers.pages(made)) if form == "pdf" else made.decode()
    assert re.findall("[\ufdd0-\ufdef]", said) == []
    assert re.findall(r'="[^"]*<span', said) == []


def test_an_english_page_names_no_other_language(small: DecisionAid) -> None:
    assert 'lang="en"><' not in page(small) and "<span lang" not in page(small)


def languages_in(pdf: bytes) -> Counter[str]:
    """How many elements and pieces of pages in the file say that they are in a language."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        every = (one for one in opened.objects if isinstance(one, pikepdf.Dictionary))
        found = Counter(str(one["/Lang"]) for one in every if "/Lang" in one)
        for page in opened.pages:
            found.update(
                re.findall(r"/Lang\((\w+)\)", page.Contents.read_bytes().decode("latin-1"))
            )
        return found


def test_a_pdf_says_the_same_to_a_voice(aid: DecisionAid, small: DecisionAid) -> None:
    summary = make_summary(aid, {}, ON)
    found = languages_in(papers.pdf(summary, "a4"))
    assert found["en"] > 5 and found["fr"] > 5
    assert languages_in(papers.pdf(make_summary(small, {}, ON), "a4"))["fr"] == 0
    assert languages_in(papers.rendered(make_staff_summary(aid, {}, ON), "pdf"))["en"] > 5


# --- quotations ------------------------------------------------------------------------------


def test_the_sheet_has_the_own_words_of_who_is_quoted_for_all_and_our_translation(
    aid: DecisionAid,
) -> None:
    text = " ".join(papers.text(make_summary(aid, {}, ON)).split())
    assert f"NICE, 2019 : « {ENGLISH} »" in text and f"Notre traduction : « {FRENCH} »" in text
    assert f"Canada, 2018 (notre traduction) : « {OTHERS} »" in text
    assert ELSEWHERE not in text
    shown = page(aid)
    assert f'«\u00a0<span lang="en">{ENGLISH}</span>\u00a0»' in shown
    assert f"<strong>Notre traduction\u00a0:</strong> «\u00a0{FRENCH}\u00a0»" in shown


def test_the_booklet_and_the_data_have_the_own_words_of_all(aid: DecisionAid) -> None:
    summary = make_summary(aid, {}, ON)
    for form, edition in (("txt", "facts"), ("html", "facts"), ("json", "patient")):
        made = papers.rendered(summary, form, edition=edition).decode()
        missing = [one for one in (ENGLISH, FRENCH, ELSEWHERE, OTHERS) if one not in made]
        assert missing == [], (form, edition)


def test_the_staff_s_page_has_them_as_the_sheet_has(aid: DecisionAid) -> None:
    text = papers.text(make_staff_summary(aid, {}, ON))
    assert ENGLISH in text and FRENCH in text and OTHERS in text and ELSEWHERE not in text


def test_a_screen_shows_them_as_the_sheet_does(aid: DecisionAid) -> None:
    visit = Visit(aid, clock)
    said = [one.text for one in read_page(visit).parts if isinstance(one, Prose)]
    at = said.index("NICE, 2019\u00a0:")
    assert said[at : at + 4] == ["NICE, 2019\u00a0:", ENGLISH, "Notre traduction\u00a0:", FRENCH]


@pytest.mark.parametrize("lost", [ENGLISH, FRENCH, OTHERS])
def test_no_paper_leaves_without_the_own_words_or_our_translation(
    aid: DecisionAid, lost: str
) -> None:
    summary = make_summary(aid, {}, ON)
    text = papers.text(summary)
    assert check_text(text, summary) == text
    with pytest.raises(IncompleteReport):
        check_text(text.replace(lost, "…"), summary)


def test_a_quotation_without_a_translation_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "questions.yaml"
    path.write_text(small_text(), encoding="utf-8")
    path.with_name("questions.fr.yaml").write_text(
        f'title: {{of: "{mark_of("A small aid")}", text: "Un guide"}}\n', encoding="utf-8"
    )
    text = papers.text(make_summary(load(path, "fr"), {}, ON))
    assert ENGLISH in text and "traduction" not in text


def test_a_review_of_the_translation_holds_until_a_quotation_is_translated_anew(
    aid: DecisionAid,
) -> None:
    quotations = {**aid.laid_over.quotations, ENGLISH: "Ceci ne doit pas servir."}
    other = replace(aid, laid_over=replace(aid.laid_over, quotations=quotations))
    assert text_hash(other) != text_hash(aid)
