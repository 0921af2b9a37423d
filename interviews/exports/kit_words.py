"""What the interviewer's kit says of itself, whatever the plan."""

STEPS = (
    "Before the first candidate, read every question aloud once. Take out nothing and add nothing: changes belong in "
    "the plan, so that all interviewers get them.",
    "Ask every candidate the same questions, in this order and in these words. Leave time to think; silence is fine.",
    "Ask the probes marked “ask everyone” each time. Use the others only where an answer leaves something open. They "
    "are neutral on purpose: do not help towards an answer.",
    "If a candidate has not met such a situation, ask the alternate question. The same scale applies.",
    "Write down what the candidate says and does, in their own words, before you think of a score.",
    "Then rate the answer against the descriptions. 2 and 4 lie between them. “Not asked” and “not enough evidence” "
    "are ratings too, and neither counts as zero.",
    "A red flag is something you heard or saw. Note it and raise it in the debrief. It is never a veto.",
    "Watch the minutes. If you run late, leave out first the questions that say so, and tick “not asked”.",
    "Complete your scorecard on your own, before you talk to anyone about the candidate.",
)

UNNAMED = "Interview without a name"
UNNAMED_SKILL = "Skill without a name"
COVER_REMARK = "For interviewers only. Candidates get the candidate sheet, which holds no questions."
DRAFT_REMARK = "This is a draft. It may still change; hold interviews with a published version."
ARCHIVED_REMARK = "This plan is archived. Ask for the one in use before you hold an interview with it."

CUTOFF = "{cutoff} of 10 (a 6 meets the bar)"
AGENDA_TOTAL = "{used} of {planned} minutes"

SCREEN_FIRST = "To be settled before the interview. It is not asked here and not scored."
ASSESS_ELSEWHERE = "Better shown by a certificate, a test or a reference than by an answer."
NOT_COVERED = "The job description asks for this too, and no question of this plan covers it."
CALIBRATION = (
    "Before the first interview, each interviewer rates these answers to question {number} alone, with the scale of "
    "that question. Then compare what you gave, and why. What they deserve stands above each."
)
PROTECTED = "For you, not to be read aloud."
SAID_ALOUD = "Say this in your own voice, about {minutes}."

WHY = "Why we ask"
PROBES = "Probes"
ASK_ALL = "ask everyone"
IF_NEEDED = "if needed"
ALTERNATE = "Without the experience, ask instead"
CRITERIA = "Listen for"
RED_FLAGS = "Red flags"
RED_FLAGS_LEAD = "To note and to discuss, never a veto."
DROP_FIRST = "Leave out first if you run late"
NOTES = "Notes"
NOTES_LEAD = "What the candidate says and does. Write first, score afterwards."
RATING = "Rating"
RATING_LEAD = "Tick one: the description that comes nearest."
BETWEEN = "Between {low} and {high}."
NOT_DESCRIBED = "Not described. Agree before the first interview what such an answer shows."
BESIDE = (
    ("Not asked", "Left out, for lack of time."),
    ("Not enough evidence", "Asked, but the answer cannot be rated."),
)
EVIDENCE = "From the job description"

CANDIDATE_ASKS = "Questions of the candidate"
CANDIDATE_ASKS_LEAD = "And what you promised to find out. None of this is rated."

MUST_HAVE = "must have"
SCORECARD_LEAD = "Fill this in alone, from your notes, before you talk to anyone about the candidate."
SKILL_RATING = (
    "A skill's rating is the mean of the ratings of its questions. What was not asked, or gave not enough evidence, "
    "is left out of the mean: it is not zero. A skill without any rating is left out with its weight."
)
FORMULA = "Score, of 10: B ÷ A × 2"
MUST_HAVE_LOW = "Must-haves rated under 2 (to be discussed, whatever the score)"
FLAGS_SEEN = "Red flags, with what was said or done"

DEBRIEF_LEAD = "For the meeting after the interviews, once every scorecard is complete."
RULES = (
    "Everyone scores alone before anyone talks. Who has not scored yet does not listen in.",
    "Read out all scores first. Then go through the skills one by one, from what was said. The person with the most "
    "say speaks last.",
    "The score is the weighted mean of the skill ratings, times 2. What was not asked is not zero: it is left out.",
    "A must-have rated under 2 is flagged and discussed. It is not averaged away by a good score.",
    "The cutoff is {cutoff} of 10. Below it people discuss: nothing is rejected by itself, and nothing is hired by "
    "itself above it.",
    "Where two ratings of a skill lie 2 or more apart, compare the notes. Who changes a rating writes down why.",
    "Decide on the work alone. What a candidate volunteered about anything protected stays out of it.",
)
