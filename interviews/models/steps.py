"""The names of the steps of each type of job, where both the pipeline and the pages read them."""

STEP_NAMES: dict[str, tuple[str, ...]] = {
    "ai_interview_generation": (
        "Analyzing job requirements",
        "Searching the skill library",
        "Generating interview questions",
        "Checking the plan",
        "Saving the interview",
    ),
}
