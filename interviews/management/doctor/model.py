"""The language model: named, and answering."""

from django.conf import settings

from interviews.drafts import Call
from interviews.engines import LANGUAGE_MODEL
from interviews.engines.base import EngineError
from interviews.management.doctor.findings import Findings, ok, wrong

SUBJECT = "model server"


def check_model(network: bool) -> Findings:
    """Asks the small question that “Test connection” asks, within its time. Without `network` it asks nothing."""
    if not settings.LANGUAGE_MODEL.configured:
        yield ok(SUBJECT, "none is named; the built-in engine writes every plan")
    elif not network:
        yield ok(SUBJECT, f"{settings.LANGUAGE_MODEL.shown_url} is named and was not asked")
    else:
        try:
            yield ok(SUBJECT, LANGUAGE_MODEL.try_out(Call()).message)
        except EngineError as error:
            what, _, mend = str(error).partition(". ")
            yield wrong(SUBJECT, f"{what.removesuffix('.')}.", mend)
