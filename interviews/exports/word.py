"""What Word documents of ours are made of: pages, styles, texts with their language and direction, tables, ticks."""

from collections.abc import Sequence
from datetime import datetime, time
from io import BytesIO

import docx
from docx.document import Document
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_ROW_HEIGHT_RULE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from interviews.exports.facts import Facts
from interviews.exports.texts import direction, shortened
from interviews.exports.word_styles import HAIR, OURS, PLAN, dress, in_order

Place = Document | _Cell

WIDTH = 170


def begun(title: str, facts: Facts, footer: str, page: tuple[str, str], language: str) -> Document:
    """An empty A4 document with our styles, its properties, and a footer with the number of the page.

    `language` is the code of the plan's language: texts of the style `PLAN` are in it, all others in English."""
    made = docx.Document()
    _without_thumbnail(made)
    section = made.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(20)
    section.top_margin, section.bottom_margin, section.footer_distance = Mm(17), Mm(21), Mm(10)
    dress(made, language)
    _properties(made, title, facts, language)
    _foot(section.footer.paragraphs[0], footer, page)
    return made


def written(made: Document) -> bytes:
    """The document as a file."""
    in_order(made.element)
    file = BytesIO()
    made.save(file)
    return file.getvalue()


def say(place: Place, text: str, style: str, *, plan: bool = False) -> Paragraph:
    """Adds a text in a style, each line a paragraph; gives the last. `plan` texts are in the plan's language."""
    paragraph = _next(place, style)
    for number, line in enumerate(text.split("\n")):
        paragraph = _next(place, style) if number else paragraph
        add(paragraph, line, plan=plan)
        if plan and direction(line) == "rtl":
            paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
    return paragraph


def add(paragraph: Paragraph, text: str, *, plan: bool = False, look: str = "") -> Run:
    """Adds a piece of text to a paragraph; `look` names a character style in place of the paragraph's own."""
    run = paragraph.add_run(text)
    if plan or look:
        run._r.style = (PLAN if plan else look).replace(" ", "")
    if plan and direction(text) == "rtl":
        run._r.get_or_add_rPr().append(OxmlElement("w:rtl"))
    return run


def tick(paragraph: Paragraph, label: str) -> None:
    """Adds a box to tick, by hand on paper or with a click in Word; `label` is its name for a screen reader."""
    box = parse_xml(
        f'<w:sdt {nsdecls("w", "w14")}><w:sdtPr><w:alias/><w14:checkbox><w14:checked w14:val="0"/>'
        '<w14:checkedState w14:val="2612" w14:font="MS Gothic"/><w14:uncheckedState w14:val="2610" '
        'w14:font="MS Gothic"/></w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:rPr><w:rFonts w:ascii="Segoe UI Symbol" '
        'w:hAnsi="Segoe UI Symbol" w:eastAsia="MS Gothic" w:cs="Segoe UI Symbol"/></w:rPr><w:t>☐</w:t></w:r>'
        "</w:sdtContent></w:sdt>"
    )
    box.find(qn("w:sdtPr")).find(qn("w:alias")).set(qn("w:val"), label)
    paragraph._p.append(box)


def ruled(place: Place, lines: int) -> None:
    """Adds lines to write on, 8 mm apart."""
    for _line in range(lines):
        _next(place, "Notes line")


def table(place: Place, widths: Sequence[float], *, ruled_rows: bool = True, columns: bool = False) -> Table:
    """Adds a table without rows; widths in millimetres. A line runs under each row unless `ruled_rows` is False, and
    between the columns if `columns` is True."""
    made = place.add_table(0, len(widths))
    made.autofit = False
    for column, width in zip(made.columns, widths, strict=True):
        column.width = Mm(width)
    properties = made._tbl.tblPr
    if ruled_rows:
        ruled_edges = ("bottom", "insideH", "insideV") if columns else ("bottom", "insideH")
        edges = "".join(f'<w:{edge} w:val="single" w:sz="4" w:color="{HAIR}"/>' for edge in ruled_edges)
        properties.append(parse_xml(f"<w:tblBorders {nsdecls('w')}>{edges}</w:tblBorders>"))
    sides = "".join(f'<w:{side} w:w="57" w:type="dxa"/>' for side in ("left", "right"))
    properties.append(parse_xml(f"<w:tblCellMar {nsdecls('w')}>{sides}</w:tblCellMar>"))
    return made


def row(of: Table, *, head: bool = False, high: float | None = None) -> _Row:
    """Adds a row that is never split. A head is repeated on each page; `high` is its exact height in millimetres."""
    added: _Row = of.add_row()  # type: ignore[no-untyped-call]
    for cell, column in zip(added.cells, of.columns, strict=True):
        cell.width = column.width
    properties = added._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    if head:
        properties.append(OxmlElement("w:tblHeader"))
    if high is not None:
        added.height, added.height_rule = Mm(high), WD_ROW_HEIGHT_RULE.EXACTLY
    return added


def stay_together(of: Table) -> None:
    """Keeps the rows of a table on one page, where a page holds them."""
    for paragraph in (paragraph for cells in of.rows[:-1] for cell in cells.cells for paragraph in cell.paragraphs):
        paragraph.paragraph_format.keep_with_next = True


def centred(paragraph: Paragraph) -> Paragraph:
    """The paragraph, its text in the middle."""
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    return paragraph


def to_the_right(paragraph: Paragraph) -> Paragraph:
    """The paragraph, its text at the right edge."""
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    return paragraph


def numbered(made: Document, items: Sequence[str]) -> None:
    """Adds a list of ours, numbered from 1."""
    numbering = made.part.numbering_part.element
    usual = numbering.num_having_numId(made.styles["List Number"].element.pPr.numPr.numId.val)
    fresh = numbering.add_num(usual.abstractNumId.val)
    fresh.add_lvlOverride(ilvl=0).add_startOverride(1)
    for item in items:
        properties = say(made, item, "List Number")._p.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_ilvl().val, properties.get_or_add_numId().val = 0, fresh.numId


def blanks(place: Place, names: Sequence[str]) -> None:
    """Adds lines to be filled in, side by side, each with its name above."""
    between = 6.0
    wide = (WIDTH - between * (len(names) - 1)) / len(names)
    cells = row(table(place, [wide, *(between, wide) * (len(names) - 1)], ruled_rows=False)).cells
    for cell, name in zip(cells[::2], names, strict=True):
        say(cell, name, "Remark")
        ruled(cell, 1)


def in_the_middle(of: _Row) -> None:
    """Sets what stands in a row between its upper and its lower edge."""
    for cell in of.cells:
        cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER


def framed(cell: _Cell) -> None:
    """Draws a frame around a cell."""
    edges = "".join(
        f'<w:{edge} w:val="single" w:sz="8" w:color="1A1E23"/>' for edge in ("top", "left", "bottom", "right")
    )
    cell._tc.get_or_add_tcPr().append(parse_xml(f"<w:tcBorders {nsdecls('w')}>{edges}</w:tcBorders>"))


def _next(place: Place, style: str) -> Paragraph:
    """The empty paragraph that a new cell begins with, else a new one.

    Styles are named by their ids: python-docx looks through all styles for each name, and a kit names thousands."""
    first = place._tc.p_lst[0] if isinstance(place, _Cell) and len(place._tc.p_lst) == 1 else None
    is_fresh = first is not None and first.pPr is None and not len(first)
    paragraph = Paragraph(first, place) if first is not None and is_fresh else place.add_paragraph()
    paragraph._p.style = style.replace(" ", "")
    return paragraph


def _properties(made: Document, title: str, facts: Facts, language: str) -> None:
    core = made.core_properties
    core.title, core.author, core.language = title, shortened(facts.team, 120), OURS
    core.comments, core.version, core.last_modified_by = "", str(facts.version), ""
    core.subject = f"Version {facts.version}, {facts.status}"
    on = datetime.combine(facts.exported_on, time()) if facts.exported_on else datetime(2000, 1, 1)
    core.created = core.modified = on


def _without_thumbnail(made: Document) -> None:
    """The template that documents begin with holds a picture of itself."""
    links = made.part.package.rels
    for name in [name for name, link in links.items() if link.reltype.endswith("/thumbnail")]:
        del links[name]


def _foot(paragraph: Paragraph, footer: str, page: tuple[str, str]) -> None:
    paragraph._p.style = "Foot"
    paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(WIDTH), WD_TAB_ALIGNMENT.RIGHT)
    add(paragraph, f"{footer}\t{page[0]} ")
    _field(paragraph, "PAGE")
    add(paragraph, f" {page[1]} ")
    _field(paragraph, "NUMPAGES")


def _field(paragraph: Paragraph, code: str) -> None:
    pieces = (
        '<w:fldChar {} w:fldCharType="begin"/>',
        f'<w:instrText {{}} xml:space="preserve"> {code} </w:instrText>',
        '<w:fldChar {} w:fldCharType="separate"/>',
        "<w:t {}>1</w:t>",
        '<w:fldChar {} w:fldCharType="end"/>',
    )
    for piece in pieces:
        paragraph.add_run()._r.append(parse_xml(piece.format(nsdecls("w"))))
