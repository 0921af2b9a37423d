"""What a clipboard held becomes text that can be read; what people type stays as it is."""

import pytest

from interviews.edits.pasting import plain_text

WORD = """Version:1.0\r\nStartHTML:000000105\r\nEndHTML:000002041\r\nSourceURL:file:///C:/plan.docx\r\n
<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><title>Plan</title>
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style><!-- /* Font Definitions */ @font-face {font-family:Wingdings;} p.MsoNormal {margin:0cm;} --></style></head>
<body lang=EN-GB style='tab-interval:36.0pt'><!--StartFragment-->
<p class=MsoNormal><span lang=EN-GB style='font-size:12.0pt'>A trailer arrives two pallets short.<br>
The driver&nbsp;wants your <b>signature</b>.<o:p></o:p></span></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;
</span></span></span><![endif]>Counts the pallets<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>·<span>&nbsp; </span></span><![endif]>Tells the dispatcher &amp; the shift lead<o:p></o:p></p>
<p class=MsoNormal>What do you do?<o:p></o:p></p>
<!--EndFragment--></body></html>"""

GOOGLE = (
    """<meta charset='utf-8'><meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-7f1">"""
    """<p dir="ltr" style="line-height:1.38;"><span>Tell me about a load that shifted.</span></p>"""
    """<ul style="margin-top:0;"><li aria-level="1"><p role="presentation"><span>Which straps</span></p></li>"""
    """<li dir="ltr" aria-level="1"><p dir="ltr" role="presentation"><span>Who was told</span></p></li>"""
    """<ul><li aria-level="2"><p><span>and when</span></p></li></ul></ul>"""
    """<ol><li><p><span>First</span></p></li><li><p><span>Then</span></p></li></ol>"""
    """<p dir="ltr"><span>What&nbsp;next?</span></p></b><br class="Apple-interchange-newline">"""
)

RTF_WORD = r"""{\rtf1\adeflang1025\ansi\ansicpg1252\uc1\deff31507{\fonttbl{\f0\fbidi \froman\fcharset0 Times New Roman;}
{\f3\fbidi \froman\fcharset2 Symbol{\*\falt Marlett};}}{\colortbl;\red0\green0\blue0;}{\*\defchp \fs24 }
{\stylesheet{\ql \li0 Normal;}}{\info{\author Jane Roe}{\creatim\yr2026}}{\*\rsidtbl \rsid5527}
\pard\plain \ltrpar\ql {\rtlch\fcs1 \af0 A trailer arrives \'84short\'93 \endash  caf\'e9, \u8364\'80 5.}{\par }
\pard {\listtext\pard\plain\ltrpar \s15 \f3\fs22 \loch\af3\dbch\af0\hich\f3 \'b7\tab}{\insrsid1 Counts the pallets\par }
{\listtext\pard\plain 2.\tab}{Tells \{everybody\}\par }
{\field{\*\fldinst {HYPERLINK "https://example.org"}}{\fldrslt {the note}}}{ \u-10179?\u-8704?\par }}"""

RTF_PAD = r"""{\rtf1\ansi\ansicpg1252\deff0\nouicompat\deflang1033{\fonttbl{\f0\fnil\fcharset0 Calibri;}}
{\*\generator Riched20 10.0;}\viewkind4\uc1
\pard\sa200\f0\fs22 What do you do?\par
\pard{\pntext\f1\'B7\tab}{\*\pn\pnlvlblt\pnf1\pnindent0{\pntxtb\'B7}}\fi-200 Stop\par
{\pntext\f1\'B7\tab}Call\line the lead\par
}"""


@pytest.mark.parametrize(
    ("pasted", "text"),
    [
        (
            WORD,
            "A trailer arrives two pallets short.\nThe driver wants your signature.\n\n- Counts the pallets\n"
            "- Tells the dispatcher & the shift lead\n\nWhat do you do?",
        ),
        (
            GOOGLE,
            "Tell me about a load that shifted.\n\n- Which straps\n- Who was told\n  - and when\n\n"
            "1. First\n2. Then\n\nWhat next?",
        ),
        (RTF_WORD, "A trailer arrives „short“ – café, € 5.\n- Counts the pallets\n2. Tells {everybody}\nthe note 😀"),
        (RTF_PAD, "What do you do?\n- Stop\n- Call\nthe lead"),
        ("<p>One</p><p>Two <br>lines</p>", "One\n\nTwo\nlines"),
        ("<div>One</div><div>Two</div><div><br></div><div>Three</div>", "One\nTwo\n\nThree"),
        ("<table><tr><td>Skill</td><td>Min</td></tr><tr><td>Line</td><td>5</td></tr></table>", "Skill | Min\nLine | 5"),
        ("  <b>What</b> do you <i>do</i>&nbsp;<span>first?</span>\n", "What do you do first?"),
        ("<p>a &lt; b &amp; c</p>", "a < b & c"),
        ("<p>One<script>alert(1)</script><style>p{}</style></p>", "One"),
    ],
    ids=["word", "docs", "rtf of word", "rtf of a pad", "paragraphs", "lines", "table", "inline", "entities", "script"],
)  # fmt: skip
def test_markup_becomes_text_with_its_paragraphs_and_bullets(pasted, text):
    assert plain_text(pasted) == text


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "What do you do if a < b and c > d?",
        "Why is List<String> no List<Object>?",
        "<div> and <span>",
        "<p> starts a paragraph. What does <br> do?",
        "What is wrong with <p>One</p>?",
        "<b>Which</b> of the two do you take?",
        "<T extends Comparable<T>>",
        "<script>alert(1)</script>",
        "<3",
        "<p></p>",
        "Dear {name}, what do you do with {tool|Excel}?",
        "{rtf} is what?",
        "{\\rtf1}",
        "C:\\rtf1\\{x}",
        " Two  spaces\n\nand an empty line \n",
        "{\\rtf1 " + "x" * 600_000 + "}",
    ],
)
def test_what_people_type_stays_as_it_is(typed):
    assert plain_text(typed) == typed


@pytest.mark.parametrize(
    "seed",
    [
        "{", "}", "{\\*", "\\'", "\\'81", "\\u-1?", "\\bin9 ", "\\bin99999999", "\\ansicpg99999 \\'e4", "\\",
        "\\uc9\\u1 ", "{\\listtext ", "{\\pict 00", "<", "<a", "<p ", "<!--", "<![", "<![if x]>", "</p>", "<p a='",
        "&#x", "&amp", "<li>", "<ul>", "<table><td>", "<span style='mso-list:Ignore'>", "<script>", "<br>",
    ],
)  # fmt: skip
def test_hostile_markup_is_read_to_its_end(seed):
    many = seed * (20_000 // len(seed))
    for pasted in (f"{{\\rtf1 {many} end}}", f"<p>{many} end</p>", f"<!--x--><p>{many}</p>"):
        plain_text(pasted).encode()
