"""Wording of the description that keeps able people from applying."""

import pytest

from interviews.checks.description import biased
from tests.checks.questions import sound

EXPLAINED = "what the person explains or shows, and to whom"
CLOTHES = "the work clothes or the hygiene rule, if there is one"
COLOURS = "the task in which colours must be told apart"


def found(description: str) -> list[tuple[str, str]]:
    return [(finding.words, finding.suggestion) for finding in biased(sound(description=description))]


@pytest.mark.parametrize(
    ("description", "words", "suggestion"),
    [
        ("We need a rock star for the line.", "rock star", "expert"),
        ("You are a coding ninja.", "ninja", "expert"),
        ("A sales guru is wanted.", "guru", "expert"),
        ("English native speaker wanted.", "English native speaker", "fluent in the language the job needs"),
        ("You are a native German speaker.", "native German speaker", "fluent in the language the job needs"),
        ("German is your mother tongue.", "mother tongue", "fluent in the language the job needs"),
        ("Speaks without an accent.", "without an accent", "is understood by those whom the work serves"),
        ("Join our young and dynamic team.", "young and dynamic", "Leave it out."),
        ("We want a young person who learns fast.", "want a young", "Leave it out."),
        ("You are a digital native.", "digital native", "at home with the programs that the job uses"),
        (
            "Ideal for recent graduates only.",
            "recent graduates only",
            "entry level; open to everyone with the skills named",
        ),
        (
            "Candidates aged 20-30 preferred.",
            "aged 20-30",
            "the skills named; a minimum age only where the law sets one",
        ),
        ("Applicants under 35 years.", "under 35 years", "the skills named; a minimum age only where the law sets one"),
        ("He/she reports to the manager.", "He/she", "they, their or you"),
        ("The candidate brings his own tools.", "The candidate brings his", "they, their or you"),
        ("A salesman for the north.", "salesman", "salesperson"),
        ("Reports to the foreman.", "foreman", "supervisor"),
        ("Manpower planning for the site.", "Manpower", "staff"),
        ("We look for a waitress.", "waitress", "a title without a gender"),
        (
            "A strong man for the warehouse.",
            "strong man",
            "the task itself, such as the load to be lifted and how often",
        ),
        (
            "Must be able-bodied.",
            "able-bodied",
            "able to do the listed duties, with or without reasonable accommodation",
        ),
        ("Culture fit matters.", "Culture fit", "the values and habits that the work needs"),
        ("We work hard, play hard.", "work hard, play hard", "what the hours and the pace really are"),
        ("You are energetic and neat.", "are energetic", "the pace of the work, in its own terms"),
        ("A mature lady for the front desk.", "mature lady", "the judgement that the work needs, in one example"),
        (
            "Well-groomed staff only.",
            "Well-groomed",
            "the work clothes or the hygiene rule, if there is one",
        ),
        ("Send a recent photo with your letter.", "Send a recent photo", "Leave it out."),
        ("The salesperson must know her customers.", "salesperson must know her", "they, their or you"),
        ("Hey guys, join us.", "Hey guys", "people"),
        ("Ladies only.", "Ladies only", "the task itself, such as the load to be lifted and how often"),
        ("Age: 20-30.", "Age: 20-", "the skills named; a minimum age only where the law sets one"),
        ("Native-level German is asked.", "Native-level", "fluent in the language the job needs"),
        ("Native German required.", "Native German", "fluent in the language the job needs"),
        ("Christian candidates preferred.", "Christian candidates preferred", "Leave it out."),
        ("US citizens only.", "US citizens only", "authorised to work in this country"),
        ("You bring gravitas to the room.", "gravitas", EXPLAINED),
        ("You have polish and presence.", "polish and presence", EXPLAINED),
        ("You must have polish.", "must have polish", EXPLAINED),
        ("Executive polish is a must.", "Executive polish", EXPLAINED),
        ("We look for charm, drive and polish.", "drive and polish", EXPLAINED),
        ("We value polish, warmth and wit.", "polish, warmth", EXPLAINED),
        ("Needs polish, gravitas and drive.", "polish, gravitas", EXPLAINED),
        ("Someone with polish who can host guests.", "Someone with polish", EXPLAINED),
        ("A polished professional for our front desk.", "polished professional", EXPLAINED),
        ("You are polished and discreet.", "You are polished", EXPLAINED),
        ("You are well presented.", "You are well presented", CLOTHES),
        ("Well-presented and punctual.", "Well-presented", CLOTHES),
        ("A well-presented receptionist.", "well-presented receptionist", CLOTHES),
        (
            "Must be friendly, punctual, well presented and honest.",
            "Must be friendly, punctual, well presented",
            CLOTHES,
        ),
        ("No colour blindness.", "No colour blindness", COLOURS),
        ("Drivers must not be color blind.", "must not be color blind", COLOURS),
        ("You are not colour-blind.", "are not colour-blind", COLOURS),
        ("Colour-blind applicants cannot be considered.", "Colour-blind applicants cannot", COLOURS),
        ("Free from colour blindness.", "Free from colour blindness", COLOURS),
        ("Not colourblind.", "Not colourblind", COLOURS),
        (
            "Applicants with colour blindness need not apply.",
            "Applicants with colour blindness need not",
            COLOURS,
        ),
        ("Smart and well-presented appearance.", "well-presented appearance", CLOTHES),
        ("We want someone well presented.", "someone well presented", CLOTHES),
        ("Normal colour vision required.", "Normal colour vision required", COLOURS),
    ],
)
def test_biased_wording_is_found_with_other_words(description, words, suggestion):
    assert (words, suggestion) in found(description)


@pytest.mark.parametrize(
    "description",
    [
        "You support young people and young offenders in their housing.",
        "You teach young children aged 3-5.",
        "You care for young adults aged 18 to 25 who leave foster homes.",
        "You work with energetic materials.",
        "You support a mature product in a mature market.",
        "High energy physics experience is useful.",
        "You build native apps and React Native screens.",
        "You polish floors and paint an accent wall.",
        "You report statistical confidence intervals.",
        "You manage a database named Superset and a stargate.",
        "Recent graduates are welcome.",
        "A graduate programme for engineers.",
        "Keep the core temperature under 40 degrees.",
        "Answer calls in under 60 seconds.",
        "You chair the committee.",
        "You plant young trees and train young musicians.",
        "The gender field holds male and female.",
        "The customer decides; she may return it within 30 days.",
        "You photograph sites and send photos to the editor.",
        "Teach English to native speakers of Arabic.",
        "You keep the Ninja build files and a list of superhero films.",
        "Supports young families; kids under 12 swim.",
        "He wrote the code; the nurse helps the patient when he is confused.",
        "Applicants under 18 need a permit; loads under 50 kg.",
        "A manual for a handheld meter in Manchester.",
        "You speak Polish and German; Polish is a plus.",
        "Fluent in English and Polish.",
        "You have Polish at level C1.",
        "A customer desk with Polish speakers, and Polish customers.",
        "You have polish lines, lacquer and a buffing wheel in your care.",
        "You polish the copy and add polish to the final edit.",
        "Sand, buff and polish the castings.",
        "Cleaning with polish and wax.",
        "Supplies shoe polish and nail polish.",
        "You deliver polished reports and lay polished concrete.",
        "You write well-presented reports with well presented data.",
        "You keep every plate and all food well presented.",
        "Keep the shop clean, tidy and well presented.",
        "Findings are well presented to the board.",
        "You design charts for colour-blind readers and test for colour blindness.",
        "Screens must not fail people with color blindness.",
        "Charts must not be colour-coded only.",
        "Floor polish and drive units.",
        "You polish, style and edit copy.",
        "Polished concrete professionals install it; the shop is well presented.",
        "Precept new graduates and nursing students.",
        "You train and mentor new graduates.",
        "Teaching basic wound care to new grads on the ward.",
        "Onboarding of recent university graduates.",
        "Supervises apprentices, students and freshers.",
        "Coach our young professionals in the first year.",
    ],
)
def test_those_served_materials_and_products_are_no_finding(description):
    assert found(description) == []


@pytest.mark.parametrize(
    ("description", "words"),
    [
        ("Precept new graduates. Ideal for new graduates.", "new graduates"),
        ("We train new graduates only.", "new graduates only"),
        ("Good training for recent graduates.", "recent graduates"),
        ("You supervise the night shift. Recent graduates preferred.", "Recent graduates"),
        ("You train with a young and dynamic team.", "young and dynamic"),
        ("Supervise a young and energetic crew.", "young and energetic"),
    ],
)
def test_teaching_somebody_excuses_nothing_else(description, words):
    assert words in [finding.words for finding in biased(sound(description=description))]


def test_a_finding_stands_at_the_description():
    (finding,) = biased(sound(description="We need a rock star."))
    assert (finding.code, finding.where) == ("wording.biased_description", "description")
    assert finding.reason == "This wording in the description keeps able people from applying."
