"""How our Word documents look: fonts, sizes, spaces, and what stays with what follows it."""

from typing import Any

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor

FONT = "Arial"
ACCENT, QUIET, HAIR = RGBColor(0x17, 0x60, 0x7A), RGBColor(0x54, 0x5C, 0x66), "A6A6A6"
OURS = "en-GB"
PLAN = "Plan text"

# Name, size, bold, colour, points before and after; all but "Body" stay with what follows.
_STYLES: tuple[tuple[str, float, bool, RGBColor | None, float, float], ...] = (
    ("Title", 25, True, None, 2, 4),
    ("Heading 1", 15, True, None, 16, 4),
    ("Heading 2", 16, True, None, 0, 2),
    ("Heading 3", 9.5, True, ACCENT, 10, 6),
    ("Label", 9.5, True, ACCENT, 8, 2),
    ("Lead", 9.5, False, QUIET, 0, 4),
    ("Prompt", 14, True, None, 0, 4),
    ("Spoken", 12, False, None, 2, 6),
    ("Notes line", 11, False, None, 0, 0),
    ("Body", 10.5, False, None, 0, 4),
    ("Cell", 10, False, None, 2, 2),
    ("Cell small", 9, False, QUIET, 2, 2),
    ("Remark", 9.5, False, QUIET, 4, 0),
    ("List Bullet", 10.5, False, None, 0, 3),
    ("List Number", 10.5, False, None, 0, 4),
    ("Row", 9, False, None, 0, 0),
    ("Foot", 9, False, QUIET, 4, 0),
    ("Gap", 4, False, None, 0, 0),
)
_STAY = {"Title", "Heading 1", "Heading 2", "Heading 3", "Label", "Lead", "Prompt", "Notes line"}


def dress(made: Document, language: str) -> None:
    """Gives a document our styles; `language` is the code of the language of the style `PLAN`."""
    styles = made.styles
    defaults = styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    _speak(defaults, OURS, OURS)
    for name, size, bold, colour, before, after in _STYLES:
        known = name in [style.name for style in styles]
        style: Any = styles[name] if known else styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        if not known:
            style.base_style = styles["Normal"]
        _font(style, size, bold, colour)
        form = style.paragraph_format
        form.space_before, form.space_after, form.line_spacing = Pt(before), Pt(after), 1.1
        form.keep_with_next = name in _STAY
        form.widow_control = True
    _font(styles["Normal"], 10.5, False, None)
    plan: Any = styles.add_style(PLAN, WD_STYLE_TYPE.CHARACTER)
    _speak(plan.element.get_or_add_rPr(), language, language)
    for name, size, colour, bold in (("Aside", 9, QUIET, False), ("Remark name", 9.5, ACCENT, True)):
        aside: Any = styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
        _font(aside, size, bold, colour)
    _lines(styles)
    in_order(styles.element)


def _font(style: Any, size: float, bold: bool, colour: RGBColor | None) -> None:
    style.font.size, style.font.bold, style.font.italic = Pt(size), bold, False
    properties = style.element.get_or_add_rPr()
    for old in properties.findall(qn("w:rFonts")):
        properties.remove(old)
    names = dict.fromkeys(("ascii", "hAnsi", "cs"), FONT) | {"eastAsia": "Malgun Gothic"}
    fonts = properties.get_or_add_rFonts()
    for name, font in names.items():
        fonts.set(qn(f"w:{name}"), font)
    # Arabic and Hebrew take their size and weight from properties of their own.
    for tag, value in (("w:szCs", str(int(size * 2))), ("w:bCs", "1" if bold else "0")):
        for old in properties.findall(qn(tag)):
            properties.remove(old)
        element = OxmlElement(tag)
        element.set(qn("w:val"), value)
        properties.append(element)
    style.font.color.rgb = colour if colour is not None else RGBColor(0x1A, 0x1E, 0x23)


def _speak(properties: Any, language: str, backwards: str) -> None:
    for old in properties.findall(qn("w:lang")):
        properties.remove(old)
    element = OxmlElement("w:lang")
    for name, value in (("val", language), ("eastAsia", language), ("bidi", backwards)):
        element.set(qn(f"w:{name}"), value)
    properties.append(element)


def _lines(styles: Any) -> None:
    """The lines of the page: to write on, under a question's number, over the footer, beside what is said aloud."""
    hair = f'w:val="single" w:sz="4" w:space="0" w:color="{HAIR}"'
    lines = {
        "Title": "",
        "Notes line": f"<w:bottom {hair}/><w:between {hair}/>",
        "Heading 3": f"<w:bottom {hair}/>".replace('space="0"', 'space="3"'),
        "Foot": f"<w:top {hair}/>".replace('space="0"', 'space="4"'),
        "Spoken": f'<w:left w:val="single" w:sz="12" w:space="8" w:color="{ACCENT}"/>',
    }
    for name, edges in lines.items():
        form = styles[name].element.get_or_add_pPr()
        for old in form.findall(qn("w:pBdr")):
            form.remove(old)
        if edges:
            form.append(parse_xml(f"<w:pBdr {nsdecls('w')}>{edges}</w:pBdr>"))
    styles["Notes line"].paragraph_format.line_spacing = Mm(8)
    styles["Spoken"].paragraph_format.left_indent = Mm(4)
    styles["Row"].paragraph_format.line_spacing = 1.0


def tighten(made: Document) -> None:
    """Sets the texts of a document closer, so that a short one ends on its first page."""
    closer = (("Title", 20, 0, 2), ("Heading 1", 12, 9, 2), ("Body", 10, 0, 2), ("List Bullet", 10, 0, 1))
    for name, size, before, after in closer:
        style: Any = made.styles[name]
        _font(style, size, bool(style.font.bold), None)
        form = style.paragraph_format
        form.space_before, form.space_after = Pt(before), Pt(after)


# Word wants the parts of properties in the order of its schema; those that we touch, in that order.
_ORDERS = {
    "w:rPr": "rStyle rFonts b bCs i iCs color sz szCs rtl cs lang",
    "w:pPr": "pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr shd tabs bidi spacing ind "
    "contextualSpacing jc outlineLvl rPr",
    "w:tblPr": "tblStyle bidiVisual tblW jc tblInd tblBorders tblLayout tblCellMar tblLook",
}


def in_order(root: Any) -> None:
    """Puts the properties under an element into the order of Word's schema; what is not listed keeps its place last."""
    for tag, names in _ORDERS.items():
        places = {qn(f"w:{name}"): place for place, name in enumerate(names.split())}
        for properties in root.iter(qn(tag)):
            properties[:] = sorted(properties, key=lambda part: places.get(part.tag, len(places)))
