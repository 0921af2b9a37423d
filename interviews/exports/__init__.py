"""A plan as files that leave the house: for printing, for sheets, for other systems. Pure: plans in, bytes out.

What writes a file is loaded when the file is asked for, so that a web process carries no library until it is used."""

from importlib import import_module
from typing import NamedTuple

from interviews.drafts import PlanDraft
from interviews.exports.facts import ExportError, Facts
from interviews.exports.words import gettext_noop

__all__ = ["FORMATS", "ExportError", "Facts", "Format", "export"]


class Format(NamedTuple):
    """A kind of file. `suffix` ends its name, `function` is the dotted name of what writes it: (plan, facts) -> bytes.

    `label` and `purpose` are for people, in English; a page translates them."""

    label: str
    purpose: str
    content_type: str
    suffix: str
    function: str


FORMATS: dict[str, Format] = {
    "docx": Format(
        gettext_noop("Interviewer kit (Word)"),
        gettext_noop(
            "To edit, to print or to fill in on screen: questions, notes, scales, scorecard and debrief sheet."
        ),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ".docx",
        "interviews.exports.kit_docx.kit_docx",
    ),
    "pdf": Format(
        gettext_noop("Interviewer kit (PDF)"),
        gettext_noop("To print and to hand out as it is: questions, notes, scales, scorecard and debrief sheet."),
        "application/pdf",
        ".pdf",
        "interviews.exports.kit_pdf.kit_pdf",
    ),
    "candidate-html": Format(
        gettext_noop("Candidate sheet (HTML)"),
        gettext_noop("To send to candidates: what to expect and what is monitored, without any question."),
        "text/html; charset=utf-8",
        " candidate sheet.html",
        "interviews.exports.candidate_html.candidate_html",
    ),
    "candidate-docx": Format(
        gettext_noop("Candidate sheet (Word)"),
        gettext_noop("To fill in and send to candidates: what to expect and what is monitored, without any question."),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        " candidate sheet.docx",
        "interviews.exports.candidate_docx.candidate_docx",
    ),
    "json": Format(
        gettext_noop("Plan as JSON"),
        gettext_noop("The whole plan for programs, and for importing it again here or into another team."),
        "application/json; charset=utf-8",
        ".json",
        "interviews.exports.json_file.json_file",
    ),
    "markdown": Format(
        gettext_noop("Plan as Markdown"),
        gettext_noop("The whole plan with its job description, for a wiki, a ticket or a repository."),
        "text/markdown; charset=utf-8",
        ".md",
        "interviews.exports.markdown.markdown_file",
    ),
    "csv": Format(
        gettext_noop("Questions as CSV"),
        gettext_noop("One row for each question with all that belongs to it, for any spreadsheet."),
        "text/csv; charset=utf-8",
        " questions.csv",
        "interviews.exports.tables.questions",
    ),
    "scorecard-csv": Format(
        gettext_noop("Scorecard as CSV"),
        gettext_noop("One row for each question with its scale, and room for the rating and notes."),
        "text/csv; charset=utf-8",
        " scorecard.csv",
        "interviews.exports.tables.scorecard",
    ),
    "xlsx": Format(
        gettext_noop("Scorecard as Excel workbook"),
        gettext_noop("Rate one candidate, or several side by side; the weighted score is computed as you rate."),
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        " scorecard.xlsx",
        "interviews.exports.workbook.workbook",
    ),
    "greenhouse": Format(
        gettext_noop("Text for Greenhouse"),
        gettext_noop("Scorecard attributes, interview prep and questions, each headed with where to paste it."),
        "text/plain; charset=utf-8",
        " for Greenhouse.txt",
        "interviews.exports.applicant_systems.greenhouse",
    ),
    "ashby": Format(
        gettext_noop("Text for Ashby"),
        gettext_noop(
            "Interviewer instructions and the fields of the feedback form, each headed with where to paste it."
        ),
        "text/plain; charset=utf-8",
        " for Ashby.txt",
        "interviews.exports.applicant_systems.ashby",
    ),
    "lever": Format(
        gettext_noop("Text for Lever"),
        gettext_noop("Instructions and questions of the feedback form, each headed with where to paste it."),
        "text/plain; charset=utf-8",
        " for Lever.txt",
        "interviews.exports.applicant_systems.lever",
    ),
}


def export(name: str, plan: PlanDraft, facts: Facts) -> bytes:
    """The plan as a file of a format of `FORMATS`. Raises KeyError on another name, and ExportError."""
    module, _, function = FORMATS[name].function.rpartition(".")
    written: bytes = getattr(import_module(module), function)(plan, facts)
    return written
