"""Who writes a team's plans, and whether the language model answers."""

from datetime import timedelta

import pytest
from django.utils import timezone

from interviews import tasks
from interviews.drafts import LanguageModel
from interviews.models import ConnectionTest, Team
from tests.engines.openai.scripted import fails, says, serving

URL, TEST = "/settings/engine/", "/settings/engine/test/"
HTMX = {"HX-Request": "true"}


def text(response):
    return response.content.decode()


@pytest.fixture
def model(settings):
    settings.LANGUAGE_MODEL = LanguageModel(api_key="sk-secret", base_url="http://127.0.0.1:9/v1", model="scripted")


@pytest.fixture
def tried(signed_in, monkeypatch):
    """Presses the button and lets a worker do the test with a server; gives the page."""

    def tried(server):
        monkeypatch.setenv("OPENAI_BASE_URL", server.url)
        monkeypatch.setenv("OPENAI_MODEL", "scripted")
        assert signed_in.post(TEST).headers["Location"] == URL
        tasks.try_connection(str(ConnectionTest.objects.get().pk))
        return text(signed_in.get(URL))

    return tried


def test_without_a_model_the_page_says_how_to_add_one(signed_in):
    page = text(signed_in.get(URL))
    assert "written by the built-in engine: offline, free, in English" in page
    assert "OPENAI_BASE_URL=http://127.0.0.1:11434/v1" in page
    assert "Test connection" not in page


def test_the_page_shows_which_model_is_used_and_never_its_key(signed_in, model):
    page = text(signed_in.get(URL))
    assert "are written by the language model “scripted”" in page
    assert "http://127.0.0.1:9/v1" in page
    assert "at most 120 s a call and 600 s a job" in page
    assert "sk-secret" not in page
    assert "Not tested yet." in page


def test_a_good_test_names_model_and_time(signed_in, model, tried):
    with serving(says({"colour": "green"})) as server:
        page = tried(server)
    assert "It works." in page
    assert "s as scripted. It keeps to a schema." in page
    assert ConnectionTest.objects.get().seconds is not None


@pytest.mark.parametrize(
    ("step", "says_so"),
    [
        (fails(401, "no"), "refused the key. Check OPENAI_API_KEY"),
        (fails(404, "no such model", "model_not_found"), "does not know the model scripted"),
        (says("I would rather chat."), "but not in the form that plans need"),
        (fails(429, "slow down"), "asked to slow down"),
    ],
)
def test_a_bad_test_says_what_to_do(signed_in, model, tried, step, says_so):
    with serving(step) as server:
        page = tried(server)
    assert "It does not work." in page
    assert says_so in page
    assert len(server.requests) == 1


def test_a_test_is_watched_until_it_ends(signed_in, model, team):
    started = signed_in.post(TEST, headers=HTMX)
    assert 'hx-trigger="every 1s"' in text(started)
    assert "Asking the server." in text(started)
    test = ConnectionTest.objects.get()
    seen = f"{URL}?seen={test.pk}-waits"
    assert signed_in.get(seen, headers=HTMX).status_code == 204
    test.finish(succeeded=True, message="It answered.")
    ended = text(signed_in.get(seen, headers=HTMX))
    assert "It answered." in ended
    assert "every 1s" not in ended


def test_pressing_twice_asks_one_worker(signed_in, model):
    signed_in.post(TEST)
    signed_in.post(TEST)
    assert ConnectionTest.objects.count() == 1


def test_a_test_that_no_worker_took_says_so(signed_in, model, team, owner):
    ConnectionTest.objects.create(team=team, asked_by=owner, created_at=timezone.now() - timedelta(minutes=4))
    assert "No worker took the test." in text(signed_in.get(URL))


def test_a_team_may_choose_the_built_in_engine(signed_in, model, team):
    assert signed_in.post(URL, {"engine": "library"}).headers["Location"] == URL
    team.refresh_from_db()
    assert team.engine == "library"
    assert "are written by the built-in engine, offline" in text(signed_in.get(URL))
    form = signed_in.get("/interviews/new/").context["form"]
    assert form["engine"].value() == "library"


def test_a_choice_that_does_not_exist_is_named(signed_in, model):
    answer = signed_in.post(URL, {"engine": "oracle"})
    assert answer.status_code == 422
    assert "Choose who writes new plans from the list." in text(answer)


def test_a_viewer_reads_and_changes_nothing(viewer, model):
    page = text(viewer.get(URL))
    assert "Test connection" not in page
    assert viewer.post(URL, {"engine": "library"}).status_code == 403
    assert viewer.post(TEST).status_code == 403
    assert set(Team.objects.values_list("engine", flat=True)) == {"openai"}


def test_wrong_methods_and_people_without_a_session_are_sent_away(signed_in, client):
    assert signed_in.get(TEST).status_code == 405
    client.logout()
    assert client.get(URL).status_code == 302


def test_a_test_that_is_gone_or_over_is_left_alone(db):
    tasks.try_connection("123456")
