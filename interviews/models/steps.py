"""The names of the steps of each type of job, where both the pipeline and the pages read them.

Both types go the same way: ANALYSE, SEARCH, WRITE, CHECK, SAVE."""

ANALYSE, SEARCH, WRITE, CHECK, SAVE = range(5)

STEP_NAMES: dict[str, tuple[str, ...]] = {
    "ai_interview_generation": (
        "Analyzing job requirements",
        "Searching the skill library",
        "Generating interview questions",
        "Checking the plan",
        "Saving the interview",
    ),
    "ai_interview_regeneration": (
        "Reading the plan",
        "Searching the skill library",
        "Generating interview questions",
        "Checking the proposal",
        "Saving the proposal",
    ),
}
