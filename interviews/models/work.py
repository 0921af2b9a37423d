"""What a job has done and paid for: its finished units, and the answers of a language model as they arrived."""

from typing import Any

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from interviews.drafts import Answered, Usage, nothing_used
from interviews.models.columns import DraftField
from interviews.models.jobs import Job


class Unit(models.Model):
    """A finished piece of a step: written once, never again."""

    job = models.ForeignKey(Job, models.CASCADE, related_name="units", verbose_name=_("job"))
    step = models.IntegerField(_("step number"))
    key = models.CharField(_("key"), max_length=100)
    output = models.JSONField(_("output"))
    usage = DraftField(Usage, verbose_name=_("usage"), default=Usage)
    prompt_version = models.CharField(_("prompt version"), max_length=40, default="", blank=True)
    seconds = models.FloatField(_("seconds"), default=0)
    created_at = models.DateTimeField(_("created"), default=timezone.now)

    class Meta:
        ordering = ["job", "step", "id"]
        verbose_name = _("unit")
        verbose_name_plural = _("units")
        constraints = [models.UniqueConstraint(fields=["job", "step", "key"], name="unit_once")]

    def __str__(self) -> str:
        return f"{self.step}/{self.key}"


class Answer(models.Model):
    """A raw answer of a language model, kept as it arrives, so that nothing is paid for twice."""

    job = models.ForeignKey(Job, models.CASCADE, related_name="answers", verbose_name=_("job"))
    step = models.IntegerField(_("step number"), default=0)
    unit_key = models.CharField(_("unit"), max_length=100)
    call_number = models.PositiveIntegerField(_("call number"))
    prompt_version = models.CharField(_("prompt version"), max_length=40, default="", blank=True)
    model = models.CharField(_("model"), max_length=200, default="", blank=True)
    request_digest = models.CharField(_("request digest"), max_length=64)
    body = models.TextField(_("body"))
    usage = DraftField(Usage, verbose_name=_("usage"), default=Usage)
    created_at = models.DateTimeField(_("created"), default=timezone.now)

    class Meta:
        ordering = ["job", "id"]
        verbose_name = _("model answer")
        verbose_name_plural = _("model answers")
        constraints = [
            models.UniqueConstraint(
                fields=["job", "step", "unit_key", "call_number", "request_digest"], name="answer_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.step}/{self.unit_key} #{self.call_number}"


def outputs(job: Job) -> dict[int, dict[str, Any]]:
    """What a job has finished: step number -> unit key -> output."""
    done: dict[int, dict[str, Any]] = {}
    for step, key, output in job.units.order_by("id").values_list("step", "key", "output"):
        done.setdefault(step, {})[key] = output
    return done


def keep_answer(job: Job, owner: str, unit: tuple[int, str], answer: Answered) -> None:
    """Keeps an answer of a unit (step number and key) as it arrives, fenced: raises LeaseLost when the job is not
    `owner`'s any more. An answer that arrives after a cancel is kept too: it was paid."""
    with transaction.atomic():
        job.touch(owner)
        Answer.objects.get_or_create(
            job=job,
            step=unit[0],
            unit_key=unit[1],
            call_number=job.attempt,
            request_digest=answer.key,
            defaults={
                "body": answer.body,
                "usage": answer.usage,
                "model": answer.model,
                "prompt_version": answer.prompt_version,
            },
        )


def kept_answers(job: Job, unit: tuple[int, str]) -> dict[str, str]:
    """The answers of a unit that earlier attempts kept: request digest -> body."""
    mine = job.answers.filter(step=unit[0], unit_key=unit[1])
    return dict(mine.order_by("id").values_list("request_digest", "body"))


def usage_of_unit(job: Job, unit: tuple[int, str]) -> tuple[Usage, str]:
    """What a unit has used so far, and the version of the prompts that it was last asked with."""
    answers = job.answers.filter(step=unit[0], unit_key=unit[1]).order_by("id").values_list("usage", "prompt_version")
    versions = [version for _, version in answers]
    return sum((usage for usage, _ in answers), nothing_used()), versions[-1] if versions else ""


def used_by_step(job: Job) -> tuple[dict[int, Usage], str]:
    """What each step has used so far, and the model that answered last.

    Every answer counts: repairs, answers that were of no use, those of earlier attempts."""
    used: dict[int, Usage] = {}
    last = ""
    for step, usage, model in job.answers.order_by("id").values_list("step", "usage", "model"):
        used[step] = used.get(step, nothing_used()) + usage
        last = model or last
    return used, last
