"""The small commands: teams, keys, plans and skills on the command line."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from interviews.models import ApiKey, Team
from tests import samples
from tests.product import manage


def run(*words, **options) -> str:
    out = StringIO()
    call_command(*words, stdout=out, **options)
    return out.getvalue()


def test_create_team_prints_the_slug(db):
    assert run("create_team", "Harbour  Logistics") == "harbour-logistics\n"
    assert run("create_team", "Harbour Logistics") == "harbour-logistics-2\n"


@pytest.mark.parametrize("name", ["", "  ", "x" * 101])
def test_a_team_needs_a_name_of_sensible_length(db, name):
    with pytest.raises(CommandError, match="1 to 100 characters"):
        run("create_team", name)


def test_create_api_key_prints_a_key_that_works_as_its_last_word(team):
    secret = run("create_api_key", "Applicant system").split()[-1]
    assert ApiKey.objects.find(secret).team == team
    assert ApiKey.objects.get().read_only is False


def test_a_key_may_be_read_only_and_of_a_named_team(team, other_team):
    secret = run("create_api_key", "Reader", "--team", other_team.slug, "--read-only").split()[-1]
    found = ApiKey.objects.find(secret)
    assert (found.team, found.read_only) == (other_team, True)


def test_a_key_needs_a_team(db):
    with pytest.raises(CommandError, match="There is no team yet"):
        run("create_api_key", "x")


def test_with_several_teams_one_must_be_named(team, other_team):
    with pytest.raises(CommandError, match=r"name one with --team. Teams: harbour-logistics, another-firm\."):
        run("create_api_key", "x")
    with pytest.raises(CommandError, match="There is no team nowhere"):
        run("create_api_key", "x", "--team", "nowhere")
    assert Team.objects.count() == 2


@pytest.fixture
def nothing(tmp_path):
    """A data folder that does not exist and cannot be made."""
    (tmp_path / "file").write_text("")
    return tmp_path / "file" / "data"


def test_generate_prints_the_details_without_database_or_data_folder(nothing, tmp_path):
    text = tmp_path / "posting.txt"
    text.write_text(samples.DESCRIPTION)
    done = manage(nothing, "generate", "--role", samples.ROLE, "--description", str(text))
    assert (done.returncode, done.stderr) == (0, "")
    plan = json.loads(done.stdout)
    assert (plan["ai_interview_id"], plan["ai_interview_name"]) == (None, samples.ROLE)
    questions = [question["id"] for skill in plan["skills"] for question in skill["questions"]]
    assert questions == list(range(1, len(questions) + 1))
    assert [skill["id"] for skill in plan["skills"]] == list(range(1, len(plan["skills"]) + 1))


def test_generate_prints_a_readable_plan(nothing, tmp_path):
    text = tmp_path / "posting.txt"
    text.write_text(samples.DESCRIPTION)
    done = manage(nothing, "generate", "--role", "Cook", "--description", str(text), "--format", "markdown")
    assert done.stdout.startswith("# Cook\n")
    assert "## Opening" in done.stdout


def test_generate_hears_what_the_team_says(tmp_path):
    text = tmp_path / "description.txt"
    text.write_text(samples.DESCRIPTION, "utf-8")
    words = ("generate", "--role", samples.ROLE, "--description", str(text), "--engine", "library")
    plan = json.loads(run(*words, "--went-wrong", "Deliveries were signed without counting.", "--learned", "SAP"))
    assert plan["intake"] == {"strong": "", "went_wrong": "Deliveries were signed without counting.", "learned": "SAP"}
    assert '"SAP" is not asked: your team says that it can be learned on the job.' in plan["notices"]
    with pytest.raises(CommandError, match="--strong: 2001 characters; shorten it to 2000"):
        run(*words, "--strong", "x" * 2_001)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--role", "Cook"], "Name a role and a description"),
        (["--role", "Cook", "--description", "/nowhere"], "/nowhere cannot be read: No such file or directory."),
        (["--batch", "/nowhere", "--out", "/tmp/x"], "/nowhere cannot be read: No such file or directory."),
        (
            ["--role", "Cook", "--description", "pyproject.toml", "--minutes", "500"],
            "an interview takes 15 to 90 minutes",
        ),
        (
            ["--role", "Cook", "--description", "pyproject.toml", "--questions", "0"],
            "--questions: Input should be greater",
        ),
        (["--batch", "/nowhere"], "Name the file for the answers with --out."),
    ],
)
def test_generate_says_what_is_missing(words, sentence):
    with pytest.raises(CommandError, match=sentence):
        run("generate", *words)


def test_a_batch_answers_every_line_in_order(nothing, tmp_path):
    lines = [
        {"id": "a", "title": samples.ROLE, "text": samples.DESCRIPTION},
        {"id": "b", "title": "", "text": "x"},
        {"id": 3, "title": "Cook"},
        {"id": "d", "title": samples.ROLE, "text": samples.DESCRIPTION + "\u2028"},
    ]
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text("\n".join([*(json.dumps(line, ensure_ascii=False) for line in lines), "no json"]) + "\n")
    done = manage(nothing, "generate", "--batch", str(source), "--out", str(target))
    assert done.returncode == 0
    answers = [json.loads(line) for line in target.read_text().removesuffix("\n").split("\n")]
    assert [answer["id"] for answer in answers] == ["a", "b", 3, "d", None]
    assert [answer["plan"] is None for answer in answers] == [False, True, True, False, True]
    assert answers[1]["error"] == "Job role and job description are required."
    assert "5/5" in done.stderr


def test_a_batch_that_cannot_be_read_ends_with_2(nothing, tmp_path):
    assert manage(nothing, "generate", "--batch", "/nowhere", "--out", str(tmp_path / "x")).returncode == 2


def test_extract_lists_skills_in_rank_order(nothing, tmp_path):
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text('{"id": "a", "text": "You have experience with Python, Django and PostgreSQL."}\n{"id": "b"}\n')
    assert manage(nothing, "extract", "--batch", str(source), "--out", str(target)).returncode == 0
    first, second = (json.loads(line) for line in target.read_text().splitlines())
    assert first["id"] == "a"
    assert {"Python", "Django", "PostgreSQL"} <= set(first["skills"])
    assert (second["id"], second["skills"]) == ("b", [])


def test_the_question_library_is_sound():
    assert run("check_library").endswith("all sound.\n")


def test_a_database_that_does_not_answer_is_told_in_a_line(tmp_path):
    url = "postgresql://hiring:verysecret@127.0.0.1:1/hiring"
    done = manage(tmp_path, "jobs", DATABASE_URL=url)
    assert done.returncode != 0
    assert len(done.stderr.strip().splitlines()) == 1
    assert "the database does not answer as it should" in done.stderr
    assert "Check DATABASE_URL" in done.stderr
    assert "verysecret" not in done.stderr
