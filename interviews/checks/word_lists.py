"""Words that carry no matter in a question, and words that only grade."""

_GRAMMAR = """
a an the and or but nor so yet if then than that this these those there here it its is are was were be been being am no not of to in
on at by for from with without within into onto over under up down out off about after before between through during until till
while when where which who whom whose what why how as because since though although each every any some all both few more most other
another such own same only just even also too very much many once they them their he she his her him you your yours me my we us our i
"""
_EVERYDAY = """
do does did done doing have has had having can could will would shall should may might must one two three first second last next again
someone somebody anyone anybody nobody everyone everybody something anything nothing thing things person people others say says said
tell tells told ask asks asked give gives gave given go goes went make makes made take takes took get gets got keep keeps kept let lets
put puts use uses used know knows want wants need needs see sees look looks find finds found think thinks work works working way time
times like new old against among across upon per via instead rather still already never always often handles handle acts act names name
step steps part parts long well left right back whether answer answers example examples good clear else yes later happen happens
happened
"""
_GRADES = """
poor poorly weak weakly limited basic basically adequate adequately average fair good well strong strongly excellent excellently
outstanding exceptional exceptionally clear clearly detailed in-depth deep deeply thorough thoroughly solid great superb superior
sufficient sufficiently insufficient acceptable satisfactory unsatisfactory minimal partial partly full fully complete completely
incomplete very quite somewhat extremely highly more less most least better best worse worst high low little vague vaguely specific
concrete comprehensive advanced some no lacks lacking proficient expert effective effectively ineffective appropriate appropriately
consistent consistently insightful nuanced relevant superficial above below exceeds meets expectations
"""
_GRADED = """
answer answers response responses understanding knowledge awareness evidence example examples explanation explanations skill skills
reflection detail details depth approach candidate applicant shows show gives give demonstrates demonstrate provides provide displays
has have with ability communication performance level reasoning thinking thought grasp subject topic question area matter experience
insight quality understands explains describes communicates articulates addresses responds answered
"""

GRAMMAR = frozenset(_GRAMMAR.split())
EVERYDAY = GRAMMAR | frozenset(_EVERYDAY.split())
GRADES = frozenset(_GRADES.split())
# What a grade is given for when nothing of the work is named: "a good understanding of the subject".
GRADED = frozenset(_GRADED.split())
