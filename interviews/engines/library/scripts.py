"""What the interviewer says first and last, and what to do when something protected is volunteered."""

from interviews.drafts import CLOSING_MINUTES, Brief


def opening(brief: Brief) -> str:
    """The opening script, about two minutes."""
    role = " ".join(brief.role.split()) or "this job"
    return (
        f"Thank you for taking the time. I am going to ask you about the work of the role: {role}. "
        "Every candidate gets the same main questions in the same order, and I take notes so that I can rate answers "
        "fairly afterwards. Take a moment to think before you answer; you may ask me to repeat a question. "
        "Examples from study, volunteering or life at home count as well as paid work. "
        "Please leave out names and anything confidential of other people or firms. "
        f"We have about {brief.general.duration.max} minutes, and the last {CLOSING_MINUTES} are yours for questions. "
        "Shall we begin?"
    )


def closing(brief: Brief) -> str:
    """The closing script, about three minutes."""
    return (
        "Those were all my questions. Is there anything that you would like to add to one of your answers? "
        "What would you like to ask me about the job or the team? "
        "After this I complete my ratings on my own before I talk to anyone else about them. "
        "You will hear from us about the next step by the date that we agreed on. Thank you for your time."
    )


def protected_note() -> str:
    """What to do when a candidate volunteers something protected."""
    return (
        "If the candidate brings up family, health, age, religion, origin or anything else that is protected: do not "
        "write it down, do not ask about it and do not let it touch a rating. "
        'Say "Thank you, we do not need that for our decision" and return to the question. '
        "If it is a request for an accommodation, say whom to contact and go on."
    )
