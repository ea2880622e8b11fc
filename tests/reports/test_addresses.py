"""An address on paper is copied whole, and leads where it says."""

from __future__ import annotations

import io
import shutil
from collections.abc import Iterator
from dataclasses import replace

import pikepdf
import pytest
from page import ValidationProfile, validate_pdf_bytes

from decision_aid.content import Contact
from decision_aid.report.addresses import find_addresses, link_of_number
from decision_aid.report.languages import mark_language
from decision_aid.report.templating import WIDTH
from decision_aid.report.tidying import tidy
from decision_aid.summary.models import Summary
from tests import papers
from tests.reports.reading import by_poppler, folded, saying

WITH_HYPHENS = "example.org/a-page/with-many-hyphens/in-it-so-that-lines-end"
LONG = "https://example.org/" + "one-of-many-parts/" * 6 + "the-last-part-of-all?of=1&more=2"
ADDRESSES = {
    WITH_HYPHENS: f"https://{WITH_HYPHENS}",
    LONG: LONG,
    "http://example.org:80/x": "http://example.org:80/x",
    "https://example.org/a_(b)": "https://example.org/a_(b)",
    "https://example.org/ề": "https://example.org/%E1%BB%81",
    "www.example.dev": "https://www.example.dev",
    "nhs.uk": "https://nhs.uk",
    "healthlinkbc.ca": "https://healthlinkbc.ca",
    "health.gov.on.ca/fr": "https://health.gov.on.ca/fr",
    "doi:10.1016/S0140-6736(13)61747-X": "https://doi.org/10.1016/S0140-6736(13)61747-X",
    "jane.doe@example.co.uk": "mailto:jane.doe@example.co.uk",
}
IN_ENGLISH = mark_language("{}", "en")
"""As a source stands on a sheet in another language."""
NO_ADDRESSES = (
    "I slept.Then I woke.", "e.g. this, i.e. that", "at 10.30", "docs/evidence.md", "and/or",
    "mssociety.ca/hot-topics/.../risks", "javascript:alert(1)", "file:///etc/passwd", "a@b",
)  # fmt: skip
"""What only looks like one, was shortened, or may not be followed."""


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_is_found_without_the_signs_around_it(address: str) -> None:
    for around in ("{}", "See {}.", "({}), or", "“{}”;", "{}\nmore", "{}!", IN_ENGLISH):
        text = around.format(address)
        (found,) = find_addresses(text)
        assert (text[found.start : found.end], found.to) == (address, ADDRESSES[address])


@pytest.mark.parametrize("text", NO_ADDRESSES)
def test_what_is_no_address_is_none(text: str) -> None:
    assert list(find_addresses(text)) == []


@pytest.mark.parametrize(
    ("number", "link"),
    [("999", "tel:999"), ("0808 800 8000", "tel:08088008000"),
     ("+1 800-344-4867", "tel:+18003444867"), ("111 or 999", ""), ("", "")],
)  # fmt: skip
def test_a_number_can_be_dialled(number: str, link: str) -> None:
    assert link_of_number(number) == link


def links_in(pdf: bytes) -> Iterator[tuple[str, str]]:
    """Where each link of a PDF leads, and what it says of itself."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        for page in opened.pages:
            for one in page.get("/Annots", []):
                yield str(one.A.URI), str(one.Contents)


def with_contact(words: str) -> Summary:
    """A summary with those words as a person's own, and with a number to call."""
    contact = Contact(
        id="helpers", name="Helpers", number="0808 800 8000", purpose="talk",
        address=WITH_HYPHENS, sources=(),
    )  # fmt: skip
    return replace(saying(words), contacts=(contact,))


@pytest.mark.parametrize("edition", ["patient", "large-print"])
def test_addresses_in_a_pdf_are_links_with_words_of_their_own(edition: str) -> None:
    summary = with_contact("\n".join(ADDRESSES))
    pdf = papers.rendered(summary, "pdf", "a4", edition)
    found = dict(links_in(pdf)) | dict(links_in(papers.rendered(summary, "pdf", "a4", "facts")))
    wanted = {*ADDRESSES.values(), "tel:08088008000"}
    assert wanted <= set(found)
    assert all(found[to] for to in wanted)
    assert validate_pdf_bytes(pdf, profile=ValidationProfile.PDF_UA_1).is_compliant
    pages = folded("".join(papers.pages(pdf)))
    assert all(address in pages for address in ADDRESSES)


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="needs Debian's package poppler-utils")
def test_an_address_stands_on_one_line_if_it_can_and_else_breaks_at_no_hyphen() -> None:
    text = "\n".join(
        by_poppler(papers.pdf(with_contact(f"Word {'w ' * 40} {WITH_HYPHENS} or {LONG}."), "a4"))
    )
    assert text.count(WITH_HYPHENS) == 1
    start = text.index("https://example.org/")
    lines = text[start:].split(". ")[0].split("\n")
    assert folded("".join(lines)).startswith(LONG)
    assert not any(line.endswith("-") for line in lines)


def test_plain_text_never_breaks_an_address() -> None:
    for before in range(0, WIDTH, 7):
        text = papers.text(with_contact("w" * before + f" {WITH_HYPHENS}, {LONG} and more."))
        assert text.count(WITH_HYPHENS) == 2
        (line,) = (line for line in text.split("\n") if LONG in line)
        assert line.strip() == LONG
    assert all(len(line) <= WIDTH for line in text.split("\n") if LONG not in line)


def test_a_page_has_the_addresses_as_links() -> None:
    page = papers.html(with_contact("See https://example.org/?a=1&b=<2> and jane@example.com"))
    assert (
        '<a class="to" href="https://example.org/?a=1&amp;b=">https://example.org/?a=1&amp;b=</a>'
        in page
    )
    assert f'<a class="to" href="https://{WITH_HYPHENS}">{WITH_HYPHENS}</a>' in page
    assert '<a class="to" href="mailto:jane@example.com">jane@example.com</a>' in page
    assert '<a href="tel:08088008000">0808 800 8000</a>' in page


def test_an_address_that_would_run_a_program_is_no_link() -> None:
    words = 'javascript:alert(1) data:text/html,x " onclick="x" https://example.org/"onclick="x'
    assert "javascript" not in "".join(find.to for find in find_addresses(tidy(words)))
    page = papers.html(saying(words))
    assert 'onclick="' not in page
    assert 'href="javascript' not in page
