"""Is it valid: what people type, checked field by field."""

from interviews.forms.engine import EngineForm
from interviews.forms.first_run import FirstRunForm
from interviews.forms.importing import ImportForm
from interviews.forms.new_interview import NewInterviewForm
from interviews.forms.notifications import SendTestForm
from interviews.forms.question import QuestionForm
from interviews.forms.settings import PROCTORING_COSTS, GeneralForm, ProctoringForm

__all__ = [
    "PROCTORING_COSTS",
    "EngineForm",
    "FirstRunForm",
    "GeneralForm",
    "ImportForm",
    "NewInterviewForm",
    "ProctoringForm",
    "QuestionForm",
    "SendTestForm",
]
