"""The documents for people that a plan can be exported as."""

# Label, what it is for, content type, suffix, and where its function `(plan, facts) -> bytes` is: imported when used.
KIT_FORMATS: dict[str, tuple[str, str, str, str, str]] = {
    "docx": (
        "Interviewer kit (Word)",
        "To edit, to print or to fill in on screen: questions, notes, scales, scorecard and debrief sheet.",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ".docx",
        "interviews.exports.kit_docx.kit_docx",
    ),
    "pdf": (
        "Interviewer kit (PDF)",
        "To print and to hand out as it is: questions, notes, scales, scorecard and debrief sheet.",
        "application/pdf",
        ".pdf",
        "interviews.exports.kit_pdf.kit_pdf",
    ),
    "candidate-html": (
        "Candidate sheet (HTML)",
        "To send to candidates: what to expect and what is monitored, without any question.",
        "text/html; charset=utf-8",
        ".html",
        "interviews.exports.candidate_html.candidate_html",
    ),
    "candidate-docx": (
        "Candidate sheet (Word)",
        "To fill in and send to candidates: what to expect and what is monitored, without any question.",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ".docx",
        "interviews.exports.candidate_docx.candidate_docx",
    ),
}
