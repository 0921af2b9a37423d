"""How a question is found to fit: its own cues, its setting, its level, its family."""

from interviews.drafts import Anchor, Brief, FollowUp, LibraryEntry
from interviews.engines.library.fit import Sought, fitness
from interviews.engines.library.index import Index
from interviews.engines.library.posting import open_posting
from interviews.library.shelf import Competency, Family, WrittenQuestion


def question(name: str, **changes) -> WrittenQuestion:
    values = {
        "id": f"bikes.repair.{name}",
        "levels": ["entry", "mid"],
        "type": "situational",
        "minutes": 4,
        "status": "reviewed",
        "prompt": "A wheel rubs against the brake on every turn. What do you look at first?",
        "why": "Wheels that rub come back to the shop.",
        "follow_ups": [FollowUp(text="What next?"), FollowUp(text="How do you know?")],
        "criteria": ["Spins the wheel before loosening anything", "Looks at the axle first", "Trues the rim last"],
        "anchors": {1: "Bends the rim by hand.", 3: "Looks at axle, then rim.", 5: "Finds the cause before the tool."},
        "red_flags": ["Sends it out rubbing"],
        "alternate": "Tell me how you found the cause of a noise at home.",
        "samples": {2: "I would look.", 4: "I would spin it."},
    }
    return WrittenQuestion(**(values | changes))


def library(*questions: WrittenQuestion) -> Index:
    competency = Competency(
        id="bikes.repair",
        name="Repairing bicycles",
        cues=["bicycle", "wheel", "brake", "spoke", "chain", "repair bicycle"],
        questions=[*questions, question("other")],
    )
    family = Family(
        family="bikes",
        name="Bicycles",
        titles=["bicycle mechanic", "bike fitter", "wheel builder", "frame builder", "bike courier"],
        words=["bicycle", "wheel", "brake", "spoke", "chain", "frame", "saddle", "pedal", "tyre", "rim"],
        competencies=[competency],
    )
    return Index({"bikes": family})


def fit(shelf: Index, text: str, seniority: str = "mid") -> dict[str, float]:
    posting = open_posting(Brief(role="Bicycle mechanic", description=text), shelf)
    sought = Sought(posting, "Wheels", "bikes.repair", "duty", seniority, ("bikes",), tuple(posting.lines))
    return {entry.id: fitness(entry, sought, shelf) for entry in shelf.entries["bikes.repair"]}


TEXT = "Duties:\n- True wheels and replace broken spokes\n- Advise riders in the shop"


def test_a_question_whose_own_cues_a_line_holds_fits_better():
    shelf = library(question("a", cues=["hydraulic brake"]), question("b", cues=["true wheel", "spoke"]))
    found = fit(shelf, TEXT)
    assert found["bikes.repair.b"] > found["bikes.repair.a"]


def test_a_scene_that_is_not_at_home_hardly_fits():
    shelf = library(question("a", setting=["velodrome", "race"]), question("b", setting=["shop", "workshop"]))
    found = fit(shelf, TEXT)
    assert found["bikes.repair.a"] < 0.2 * found["bikes.repair.b"]


def test_what_the_posting_says_about_the_house_makes_a_scene_at_home():
    shelf = library(question("a", setting=["velodrome"]))
    there = fit(shelf, "About us\nWe are the team of a velodrome.\n" + TEXT)
    assert there["bikes.repair.a"] > fit(shelf, TEXT)["bikes.repair.a"]


def test_a_question_of_another_level_fits_less_the_farther_it_is():
    shelf = library(question("a", levels=["entry"]), question("b", levels=["mid"]), question("c", levels=["lead"]))
    found = fit(shelf, TEXT, "entry")
    assert found["bikes.repair.a"] > found["bikes.repair.b"] > found["bikes.repair.c"]


def test_a_team_question_that_is_approved_fits_better_than_a_draft():
    shelf = library(question("a"))
    own = shelf.entries["bikes.repair"][0].model_copy(update={"id": "team-1", "family": "team", "status": "draft"})
    approved = own.model_copy(update={"status": "approved"})
    posting = open_posting(Brief(role="Bicycle mechanic", description=TEXT), shelf)
    sought = Sought(posting, "Wheels", "bikes.repair", "duty", "mid", ("bikes",), tuple(posting.lines))
    assert fitness(approved, sought, shelf) > fitness(own, sought, shelf)


def test_an_entry_of_a_team_needs_no_cues():
    entry = LibraryEntry(
        id="t", family="team", competency="", competency_name="", levels=["mid"], type="technical", minutes=5,
        prompt="Talk me through a wheel you built.", why="", follow_ups=[], evaluation_criteria=[],
        rating_scale=[Anchor(score=3, anchor="Names the tension.")], red_flags=[], alternate="",
    )  # fmt: skip
    posting = open_posting(Brief(role="Bicycle mechanic", description=TEXT), library(question("a")))
    sought = Sought(posting, "Wheels", "bikes.repair", "duty", "mid", ("bikes",), tuple(posting.lines))
    assert 0 < fitness(entry, sought, library(question("a"))) < 1
