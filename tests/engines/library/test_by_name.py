"""Questions that take a skill's own name: which duties, tools and fields a sentence can take."""

import pytest

from interviews.engines.library.names import spoken_duty


@pytest.mark.parametrize(
    ("name", "spoken"),
    [
        ("Replacing worn hoses", "replacing worn hoses"),
        ("Giving bedside handover", "giving bedside handover"),
        ("Landfill maintenance", "landfill maintenance"),
        ("Calm communication", None),
        ("Written communication", None),
        ("Influencing stakeholders", None),
        ("Owning the payout service", None),
        ("Creating customer value", None),
        ("Love data visualisation", None),
        ("Double check high-alert medication", None),
        ("Soil research supporting farmers", None),
    ],
)
def test_a_duty_is_spoken_of_by_its_name_where_it_is_work_that_somebody_does(name, spoken):
    assert spoken_duty(name) == spoken
