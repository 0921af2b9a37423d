"""Tries out the language model for a page that waits for the answer."""

from interviews.drafts import Call
from interviews.engines import LANGUAGE_MODEL
from interviews.engines.base import EngineError
from interviews.models import ConnectionTest

BROKEN = "Something in this product failed. The log of the worker has the details."


def try_out(identifier: str) -> None:
    """Asks the server a small question and writes down how it went, unless the try has ended or is gone."""
    test = ConnectionTest.objects.filter(pk=identifier, finished_at=None).first()
    if test is None:
        return
    try:
        found = LANGUAGE_MODEL.try_out(Call())
    except EngineError as error:
        test.finish(succeeded=False, message=str(error))
    except Exception:
        test.finish(succeeded=False, message=BROKEN)
        raise
    else:
        test.finish(succeeded=True, message=found.message, model=found.model, seconds=found.seconds)
