"""The operations page in a real browser: it refreshes itself and leaves the reader where they were."""

import pytest

MAKE = (
    "from interviews.models import *; from datetime import timedelta; from django.utils import timezone; "
    "User.objects.update(is_staff=True, is_superuser=True); team = Team.objects.first(); "
    "role = Role.objects.create(team=team, title='Cook'); from interviews.drafts import Brief; now = timezone.now(); "
    "brief = Brief(role='Cook', description='You cook.', general=team.general, proctoring=team.proctoring); "
    "[Job.objects.create(team=team, role=role, brief=brief, status='failed', "
    "finished_at=now - timedelta(minutes=n), error=f'Reason {n}')"
    " for n in range(20)]"
)
CHANGE = "from interviews.models import *; Job.objects.filter(error='Reason 3').update(error='Another reason')"

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


def test_a_refresh_keeps_focus_and_scroll(running, signed_in):
    done = running.manage("shell", "-v0", "-c", MAKE)
    assert done.returncode == 0, done.stderr
    page = signed_in
    page.goto(running.url + "/admin/operations/")
    page.get_by_role("row", name="Reason 19").get_by_role("link").focus()
    focused, scrolled = page.evaluate("[document.activeElement.id, window.scrollY]")
    assert scrolled > 0
    assert running.manage("shell", "-v0", "-c", CHANGE).returncode == 0
    page.get_by_role("row", name="Another reason").wait_for()
    assert page.evaluate("[document.activeElement.id, window.scrollY]") == [focused, scrolled]
