"""The interviewer's kit as Word file and PDF: what stands in them, and that Word files open in an office program."""

import io
import os
import re
import shutil
import subprocess
import sys
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from pypdf import PdfReader

from interviews.exports import FORMATS
from interviews.exports import kit_words as words
from interviews.exports.candidate_docx import candidate_docx
from interviews.exports.kit_docx import kit_docx
from interviews.exports.kit_making import kit
from interviews.exports.kit_pdf import MOST_CHARACTERS, PdfError, kit_pdf, typeset
from tests import samples
from tests.exports.kits import FACTS, bare, hostile_plan, long_plan, strings


def document(plan=None):
    return docx.Document(io.BytesIO(kit_docx(plan or samples.plan(), FACTS)))


def texts_of(made):
    """The text of a Word file, tables and footer included, in the order of its XML."""
    parts = (made.element, made.sections[0].footer._element)
    paragraphs = [node for part in parts for node in part.iter(qn("w:p"))]
    return " ".join("".join(run.text if run.tag == qn("w:r") else "" for run in node.iter()) for node in paragraphs)


def texts_in(table):
    return [cell.text for row in table.rows for cell in row.cells]


def pages_of(pdf):
    return [page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages]


def heading_of(page):
    return page.strip().split("\n")[0].strip()


@pytest.fixture(scope="module")
def pdf():
    return kit_pdf(samples.plan(), FACTS)


@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_both_files_say_every_word_of_the_kit(kind, pdf):
    said = bare(texts_of(document()) if kind == "docx" else " ".join(pages_of(pdf)))
    assert [text for text in strings(kit(samples.plan(), FACTS)) if bare(text) not in said] == []


def test_the_word_file_says_nothing_else():
    said = set(texts_of(document()).replace("☐", "").split())
    known = {word for text in strings(kit(samples.plan(), FACTS)) for word in text.split()}
    assert said - known <= {"1"}


def test_the_word_file_has_headings_tables_with_repeated_heads_and_a_language():
    made = document()
    headings = [found.text for found in made.paragraphs if found.style.name in ("Heading 1", "Heading 2")]
    assert headings == [
        "How to run the interview", "If something protected is volunteered", "Settle before the interview",
        "Not covered", "Agree on the scale", "Opening", "Receiving goods", "Stock counts", "Closing", "Scorecard",
        "Debrief",
    ]  # fmt: skip
    assert len(list(made.element.iter(qn("w:tblHeader")))) == 4
    assert made.styles.element.find(".//" + qn("w:lang")).get(qn("w:val")) == "en-GB"
    assert [field.text.strip() for field in made.sections[0].footer._element.iter(qn("w:instrText"))] == [
        "PAGE",
        "NUMPAGES",
    ]
    core = made.core_properties
    assert (core.title, core.author, core.version) == ("Interviewer kit: Warehouse operative", "Harbour Logistics", "3")
    assert core.created.date() == FACTS.exported_on


def test_texts_of_the_plan_carry_its_language_and_direction():
    plan = samples.plan(opening="اهلا وسهلا")
    plan.general.language = "Arabic"
    made = document(plan)
    assert made.styles["Plan text"].element.rPr.find(qn("w:lang")).get(qn("w:bidi")) == "ar"
    opening = next(found for found in made.paragraphs if found.text == "اهلا وسهلا")
    assert opening._p.pPr.find(qn("w:bidi")) is not None
    assert opening.runs[0]._r.rPr.find(qn("w:rtl")) is not None


def test_the_scale_of_a_question_stays_with_its_notes():
    made = document()
    style = made.styles["Notes line"]
    assert style.paragraph_format.keep_with_next
    scale = next(table for table in made.tables if "Between 1 and 3." in texts_in(table))
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in scale.rows)
    assert all(found.paragraph_format.keep_with_next for row in scale.rows[:-1] for found in row.cells[2].paragraphs)


def test_the_pdf_is_tagged_and_named_and_carries_its_fonts(pdf):
    reader = PdfReader(io.BytesIO(pdf))
    assert reader.metadata.title == "Interviewer kit: Warehouse operative"
    root: Any = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"].startswith("en")
    resources: list[Any] = [page["/Resources"] for page in reader.pages]
    fonts = [font.get_object() for found in resources for font in found["/Font"].values()]
    inside = [font["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object() for font in fonts]
    assert all({"/FontFile2", "/FontFile3"} & set(described) for described in inside)
    assert "2026-11-07" in str(reader.metadata.creation_date)


def test_scorecard_and_debrief_take_one_page_each_in_the_pdf(pdf):
    for pages in (pages_of(pdf), pages_of(kit_pdf(long_plan(10, 4), FACTS))):
        assert [heading_of(page) for page in pages[-2:]] == ["Scorecard", "Debrief"]
        assert f"Page {len(pages)} of {len(pages)}" in pages[-1]


def test_text_is_never_markup_and_a_hostile_plan_is_set_whole():
    pages = pages_of(kit_pdf(hostile_plan(), FACTS))
    said = bare(" ".join(pages)).replace("\u200b", "")
    assert bare('#include "/etc/passwd" #import "@preview/x:0.1.0": * \\ $x^2$ *b* `c` <l> @ref [a] // c') in said
    assert said.count("W") >= 10_000
    assert "<script>alert(1)</script>" in said


def test_scripts_that_the_typesetter_brings_itself_need_no_font_of_the_machine():
    words_of = {"Russian": "Привет", "Hebrew": "שלום", "Vietnamese": "Đặng Thị Hồng", "Polish": "żółć"}
    said = " ".join(pages_of(kit_pdf(samples.plan(screen_first=list(words_of.values())), FACTS)))
    assert "has no font for" not in said
    assert "Привет" in said
    assert "Đặng Thị Hồng" in said


def test_characters_without_a_font_are_said_to_be_missing():
    cover, *others = pages_of(kit_pdf(samples.plan(screen_first=["before \u0378 after"]), FACTS))
    assert "has no font for some characters (symbols such as emoji)" in " ".join(cover.split())
    assert "Export the Word file instead" in " ".join(cover.split())
    assert "before [?] after" in others[0]


def test_a_plan_that_is_far_too_long_is_refused_with_a_way_out():
    with pytest.raises(PdfError, match=r"too long for a PDF\. Export the Word file"):
        kit_pdf(samples.plan(opening="a b " * (MOST_CHARACTERS // 4)), FACTS)


def test_what_takes_too_long_is_ended():
    with pytest.raises(PdfError, match=r"took longer than 0\.001 seconds and was given up"):
        typeset(b"{}", seconds=0.001)


def test_what_cannot_be_set_says_so():
    with pytest.raises(PdfError, match=r"could not be made: .* Export the Word file instead"):
        typeset(b'{"unshown": ""}')


def test_nothing_is_carried_before_it_is_used():
    code = "import sys, interviews.exports, interviews.exports.kit_making, interviews.exports.kit_pdf\n"
    code += "print(sorted({'docx', 'typst', 'lxml'} & set(sys.modules)))"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert found.stdout.strip() == "[]"


def test_every_format_names_a_function_that_is_there():
    for label, purpose, content_type, suffix, where in FORMATS.values():
        module, _dot, name = where.rpartition(".")
        assert callable(getattr(__import__(module, fromlist=[name]), name))
        assert label
        assert purpose.endswith(".")
        assert re.match(r"[a-z]+/[a-z.+-]+", content_type)
        assert "." in suffix


@pytest.fixture(scope="module")
def office():
    """LibreOffice. HIRING_TEST_OFFICE names it, and then it must be there."""
    path = os.environ.get("HIRING_TEST_OFFICE") or shutil.which("soffice")
    if not path:
        pytest.skip("no LibreOffice on this machine")
    return path


def test_word_files_open_in_libreoffice_with_all_their_texts(office, tmp_path):
    files = {
        "kit": kit_docx(samples.plan(), FACTS),
        "long": kit_docx(long_plan(10, 4), FACTS),
        "hostile": kit_docx(hostile_plan(), FACTS),
        "candidate": candidate_docx(samples.plan(), FACTS),
    }
    for name, content in files.items():
        (tmp_path / f"{name}.docx").write_bytes(content)
    command = [office, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to", "pdf"]
    command += ["--outdir", str(tmp_path), *(str(tmp_path / f"{name}.docx") for name in files)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    pages = {name: pages_of((tmp_path / f"{name}.pdf").read_bytes()) for name in files}
    said = bare(" ".join(pages["kit"]))
    assert [text for text in strings(kit(samples.plan(), FACTS)) if bare(text) not in said] == []
    assert (len(pages["kit"]), len(pages["candidate"])) == (8, 1)
    for name in ("kit", "long"):
        assert [heading_of(page) for page in pages[name][-2:]] == ["Scorecard", "Debrief"]
    assert words.NOTES_LEAD in " ".join(pages["hostile"])
    assert heading_of(pages["candidate"][0]) == "Your interview"
