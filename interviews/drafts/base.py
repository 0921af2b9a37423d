"""What every plain value shares."""

from pydantic import BaseModel, ConfigDict


class Draft(BaseModel):
    """A plain value: unknown keys are an error."""

    model_config = ConfigDict(extra="forbid")
