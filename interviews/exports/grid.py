"""The rows of a scorecard sheet: a band for each skill with its questions below, and the formulas over one column."""

from dataclasses import dataclass

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from interviews.drafts import PlanDraft, PlannedSkill, QuestionDraft
from interviews.exports.words import NOT_ASKED, NOT_ENOUGH, asked, number, safe

RATINGS = [1, 2, 3, 4, 5, NOT_ASKED, NOT_ENOUGH]

_MOST_IN_A_CELL = 32_000
# Points; Excel allows 409.
_HIGHEST, _LINE_HEIGHT, _PADDING = 409, 15, 4
_INK, _QUIET, _LINE, _BAND, _INPUT, _BAD = "#1A1E23", "#545C66", "#B8BEC5", "#E3F0F4", "#FFF9E5", "#A8231F"


@dataclass(frozen=True)
class Style:
    """How cells of each kind look."""

    title: Format
    quiet: Format
    label: Format
    text: Format
    head: Format
    band: Format
    band_number: Format
    band_rating: Format
    band_flag: Format
    cell: Format
    number: Format
    entry: Format
    field: Format
    score: Format
    count: Format
    verdict: Format
    flag: Format

    @classmethod
    def of(cls, book: Workbook) -> "Style":
        """The formats, made in a workbook."""

        def made(**values: object) -> Format:
            return book.add_format({"font_name": "Calibri", "font_size": 11, "font_color": _INK, **values})

        framed = {"border": 1, "border_color": _LINE, "valign": "top", "text_wrap": True}
        middle = {"align": "center"}
        band = {**framed, "bold": True, "bg_color": _BAND}
        entry = {**framed, **middle, "bg_color": _INPUT}
        return cls(
            title=made(bold=True, font_size=16, valign="bottom"),
            quiet=made(font_color=_QUIET),
            label=made(bold=True, valign="top"),
            text=made(text_wrap=True, valign="top"),
            head=made(**framed, bold=True, bottom=2),
            band=made(**band),
            band_number=made(**band, **middle),
            band_rating=made(**band, **middle, num_format="0.00"),
            band_flag=made(**band | {"font_color": _BAD}),
            cell=made(**framed),
            number=made(**framed, **middle),
            entry=made(**entry),
            field=made(**framed, bg_color=_INPUT),
            score=made(**framed, **middle, bold=True, num_format="0.00", bg_color=_BAND),
            count=made(**framed, **middle),
            verdict=made(**framed),
            flag=made(bold=True, font_color=_BAD),
        )


def put(sheet: Worksheet, row: int, column: int, text: str, style: Format) -> None:
    """Writes a text, never a formula, cut at what a cell holds."""
    sheet.write_string(row, column, safe(text)[:_MOST_IN_A_CELL], style)


def set_height(sheet: Worksheet, row: int, texts: list[tuple[str, int]]) -> None:
    """Makes a row high enough for its wrapped texts, each with the width of its column in characters.

    A spreadsheet does so by itself only where it lays the file out anew, which LibreOffice does not."""
    lines = max(sum(1 + len(line) // width for line in text.split("\n")) for text, width in texts)
    sheet.set_row(row, min(_HIGHEST, _LINE_HEIGHT * lines + _PADDING))


@dataclass(frozen=True)
class Grid:
    """Where the skills of a plan and their questions stand in a sheet, from row `first` on (counted from 0).

    `weights` is the column of the weights; a row of a question has none."""

    plan: PlanDraft
    first: int
    weights: int

    @property
    def last(self) -> int:
        """The last row."""
        return self.first + sum(1 + len(skill.questions) for skill in self.plan.skills) - 1

    def bands(self) -> list[tuple[int, PlannedSkill]]:
        """Each skill with the row of its band."""
        row, found = self.first, []
        for skill in self.plan.skills:
            found.append((row, skill))
            row += 1 + len(skill.questions)
        return found

    def rows(self) -> list[tuple[int, int, QuestionDraft]]:
        """Each question with its row and its number in the interview."""
        rows = [row + place for row, skill in self.bands() for place in range(1, len(skill.questions) + 1)]
        return [
            (row, number_of, question) for row, (number_of, _, question) in zip(rows, asked(self.plan), strict=True)
        ]

    def rating(self, row: int, skill: PlannedSkill, column: int) -> str:
        """The rating of a skill: the mean of its questions' ratings from 1 to 5, empty without one."""
        if not skill.questions:
            return '=""'
        cells = _range(row + 1, row + len(skill.questions), column)
        return f'=IF({_count(cells)}=0,"",AVERAGEIFS({cells},{cells},">=1",{cells},"<=5"))'

    def score(self, column: int) -> str:
        """The weighted mean of the skills that have a rating, times 2, to two decimals; empty without one."""
        if not self.plan.skills:
            return '=""'
        ratings = _range(self.first, self.last, column)
        weights = _range(self.first, self.last, self.weights, fixed=True)
        rated = f'SUMIF({ratings},">0",{weights})'
        return f'=IF({rated}=0,"",ROUND(2*SUMPRODUCT({weights},{ratings})/{rated},2))'

    def against_cutoff(self, score: str) -> str:
        """What the score in a cell says beside the cutoff."""
        cutoff = number(self.plan.general.cutoff)
        return (
            f'=IF({score}="","No rating yet",IF({score}>={cutoff},"At or above the cutoff of {cutoff}",'
            f'"Below the cutoff of {cutoff}: discuss"))'
        )

    def flagged(self, column: int) -> str:
        """How many must-haves are rated under 2."""
        cells = [xl_rowcol_to_cell(row, column) for row, skill in self.bands() if skill.importance == "must_have"]
        counted = ",".join(f'COUNTIF({cell},"<2")' for cell in cells)
        return f"=SUM({counted})" if cells else "=0"

    def rated(self, column: int) -> str:
        """How many questions have a rating from 1 to 5."""
        ranges = [_range(row + 1, row + len(skill.questions), column) for row, skill in self.bands() if skill.questions]
        return f"=SUM({','.join(_count(cells) for cells in ranges)})" if ranges else "=0"


def _count(cells: str) -> str:
    return f'COUNTIFS({cells},">=1",{cells},"<=5")'


def _range(first: int, last: int, column: int, *, fixed: bool = False) -> str:
    begin = xl_rowcol_to_cell(first, column, row_abs=fixed, col_abs=fixed)
    return f"{begin}:{xl_rowcol_to_cell(last, column, row_abs=fixed, col_abs=fixed)}"


def choose_rating(sheet: Worksheet, row: int, column: int) -> None:
    """Lets a cell take a rating only: a list to choose from."""
    sheet.data_validation(
        row,
        column,
        row,
        column,
        {
            "validate": "list",
            "source": RATINGS,
            "error_title": "Rating",
            "error_message": f'Enter a whole number from 1 to 5, "{NOT_ASKED}" or "{NOT_ENOUGH}".',
        },
    )
