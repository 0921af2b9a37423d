"""What may not be asked, and what only sounds like it."""

import pytest

from interviews.checks.prohibited import TOPICS, prohibited
from interviews.checks.words import Text

ASKED = [
    ("race", "What is your ethnic background?"),
    ("race", "Are you Hispanic, and how does that shape your work?"),
    ("religion", "What religion are you?"),
    ("religion", "Which holidays do you observe during the year?"),
    ("religion", "How does your faith shape your teaching?"),
    ("sex", "What is your sexual orientation?"),
    ("sex", "Are you a woman who can handle a crew of men?"),
    ("family", "Are you married or single at the moment?"),
    ("family", "Do you plan to have children in the next years?"),
    ("family", "What child care arrangements: who looks after your kids when you are on shift?"),
    ("family", "How does your husband feel about night shifts?"),
    ("health", "Do you have any disabilities that we should know of?"),
    ("health", "How many sick days did you take last year?"),
    ("health", "How did you look after yourself after that shift?"),
    ("health", "What medication are you taking at the moment?"),
    ("genetics", "Is there a history of cancer in your family?"),
    ("origin", "Where were you born, and where did you grow up?"),
    ("origin", "What is your native language?"),
    ("origin", "Where is your accent from?"),
    ("age", "How old are you?"),
    ("age", "What year did you graduate from high school?"),
    ("arrests", "Have you ever been arrested?"),
    ("arrests", "Tell me about your criminal record."),
    ("military", "What kind of military discharge did you receive?"),
    ("credit", "How is your credit score?"),
    ("credit", "Do you own a car, and do you own your home?"),
    ("affiliation", "What are your political views on transport?"),
    ("affiliation", "Are you a member of a union at your plant?"),
    ("photograph", "Please send a photograph of yourself before we talk."),
    ("salary", "What is your current salary?"),
    ("salary", "How much did you earn in your last job?"),
]

HARMLESS = [
    "How would you find a race condition between two workers that write the same row?",
    "Walk me through a screen you built with React Native.",
    "When would you build a native app rather than a web page?",
    "How do you decide the age of the cache before an entry is thrown away?",
    "How do a parent and a child process share a socket, and which of your processes closes it?",
    "When did you last disable a flag in production?",
    "How do you test your pages for accessibility for disabled users?",
    "Where have you broken the single responsibility rule on purpose?",
    "Which family of products did you launch first?",
    "How would you model a gender field in the schema of a hospital?",
    "Who keeps your health and safety records, and how?",
    "What did you change after your first months of experience with disabled pupils?",
    "A pupil tells you that she is pregnant. Whom do you tell?",
    "A patient asks whether you will pray with her family. What do you do?",
    "How do you check a resident's medication before you give it?",
    "Your crew's safety record is the worst of the site. What do you do first?",
    "A customer's child runs into the aisle in front of your truck. What do you do?",
    "A union steward disputes your roster. How do you prepare for the meeting?",
    "How do you plan your budget for the political reporting of an election night?",
    "What would you check before you let somebody on your scaffold?",
    "A colleague was arrested at work yesterday and your team is upset. What do you say?",
    "How did you weigh the risks of the height of your scaffold?",
]


def found(words: str) -> list[str]:
    return [finding.code for finding in prohibited(Text("skills.0.questions.0.prompt", "prompt", words))]


@pytest.mark.parametrize(("topic", "words"), ASKED)
def test_a_question_about_a_protected_topic_is_found(topic, words):
    assert f"prohibited.{topic}" in found(words)


@pytest.mark.parametrize("words", HARMLESS)
def test_what_only_sounds_like_it_is_no_finding(words):
    assert found(words) == []


def test_the_first_seven_topics_block_for_good_and_the_others_until_a_ground_is_chosen():
    assert [topic.always for topic in TOPICS] == [True] * 7 + [False] * 7


def test_a_finding_names_the_words_the_reason_and_what_to_ask_instead():
    (finding,) = prohibited(Text("skills.1.questions.0.prompt", "prompt", "So, how old are you?"))
    assert finding.model_dump() == {
        "code": "prohibited.age",
        "where": "skills.1.questions.0.prompt",
        "words": "how old are you",
        "reason": "This asks the candidate about age, birth date or graduation year, which an interview may not do.",
        "suggestion": "Are you at least 18? (Only where the law sets a minimum age.)",
        "blocks": "ground",
    }
