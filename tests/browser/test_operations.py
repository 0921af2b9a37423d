"""The operations page in a real browser: it refreshes itself and leaves the reader where they were."""

import pytest

MAKE = (
    "from interviews.models import *; from interviews.services.generation import *; "
    "User.objects.update(is_staff=True, is_superuser=True); team = Team.objects.first(); "
    "jobs = [start_generation(team, Order(role=f'Role {n}', description='You cook.')) for n in range(20)]; "
    "[(Job.objects.claim(job.pk, 'me').fail('me', f'Reason {n}')) for n, job in enumerate(jobs)]"
)
CHANGE = "from interviews.models import *; Job.objects.filter(error='Reason 3').update(error='Another reason')"

pytestmark = pytest.mark.browser


def test_a_refresh_keeps_focus_and_scroll(running, signed_in):
    done = running.manage("shell", "-v0", "-c", MAKE)
    assert done.returncode == 0, done.stderr
    page = signed_in
    page.goto(running.url + "/admin/operations/")
    page.get_by_role("row", name="Reason 5").get_by_role("link").focus()
    focused, scrolled = page.evaluate("[document.activeElement.id, window.scrollY]")
    assert scrolled > 0
    assert running.manage("shell", "-v0", "-c", CHANGE).returncode == 0
    page.get_by_role("row", name="Another reason").wait_for()
    assert page.evaluate("[document.activeElement.id, window.scrollY]") == [focused, scrolled]
