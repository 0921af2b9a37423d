"""Postings written for these tests."""

# ruff: noqa: E501 - postings are pasted as they come

SOFTWARE = """Backend developer

About us
We build booking software for hotels. Our office has a slide and a Python petting zoo for the children of staff.

What you'll do
- Design and build REST APIs in Django
- Write automated tests for every change
- Review the code of three colleagues each week
- Operate our services on AWS together with the platform team

Requirements
• 3+ years of experience with Python and Django
• Solid knowledge of PostgreSQL, no Kubernetes needed
• A bachelor's degree in computer science

Nice to have
* Experience with Terraform would be a plus

We offer
- Free lunch and a Java coffee bar
- Competitive salary of $90,000 to $120,000

How to apply
Send your CV to Jane Doe at jobs@example.org or call +1 555 123 4567.
"""

CARE = """We are looking for a care assistant for our nursing home.
Responsibilities: help residents with washing, dressing and meals; record fluid intake and observations in the care notes;
move residents safely with a hoist; report concerns to the nurse in charge.
You must be able to work night shifts and every second weekend. A valid driving licence is required.
Experience in dementia care is preferred.
"""

TRADE = (
    "ELECTRICIAN. Duties: Installs conduit and wiring in commercial buildings; troubleshoots motor control circuits; "
    "reads blueprints and wiring diagrams; inspects electrical installations against the electrical code. "
    "Requirements: Completion of an apprenticeship as an electrician. Two years of experience in industrial maintenance. "
    "Must hold a valid state electrician license."
)

RETAIL = """<h2>Sales assistant</h2><p>Your tasks:</p><ul><li>Advise customers on the shop floor</li><li>Work the till and handle cash</li>
<li>Fill shelves and build displays</li><li>Handle returns &amp; complaints</li></ul><p>You should be friendly and <b>able to work Saturdays</b>.</p>
"""

GERMAN = """Wir suchen für unser Team in Berlin eine Softwareentwicklerin oder einen Softwareentwickler. Sie entwickeln mit uns
Anwendungen für die Verwaltung und sind für die Qualität der Software verantwortlich. Sie haben Erfahrung mit Python und arbeiten gern
mit anderen zusammen. Wir bieten Ihnen eine unbefristete Stelle mit flexiblen Zeiten."""

ALL = {
    "Backend developer": SOFTWARE,
    "Care assistant": CARE,
    "Electrician": TRADE,
    "Sales assistant": RETAIL,
}
