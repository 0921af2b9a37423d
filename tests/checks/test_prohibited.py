"""What may not be asked, and what only sounds like it."""

import pytest

from interviews.checks.prohibited import TOPICS, prohibited
from interviews.checks.words import Text
from tests.checks.harmless import HARMLESS

ASKED = {
    "race": [
        "What is your ethnic background?",
        "What race are you?",
        "Are you Hispanic, and how does that shape your work?",
        "What is the colour of your skin?",
        "Tell me about your ancestry.",
        "Are you a person of color?",
        "Do you identify as Black or as mixed race?",
        "Do you belong to an ethnic minority?",
        "As a Black man, how do you get on with our customers?",
        "Ask about the candidate's ethnicity.",
    ],
    "religion": [
        "What religion are you?",
        "Which holidays do you observe during the year?",
        "How does your faith shape your teaching?",
        "Which church do you go to?",
        "Do you go to church?",
        "Do you pray during the day?",
        "Are you a practising Muslim?",
        "Can you work on Sundays or is that a religious problem?",
        "Do you wear a headscarf at work?",
        "Would religious holidays do you need off clash with our rota? Which religious holidays would you take?",
    ],
    "sex": [
        "What is your sexual orientation?",
        "Are you a woman who can handle a crew of men?",
        "Are you gay?",
        "What are your pronouns?",
        "What gender do you identify with?",
        "Do you identify as a woman?",
        "Would you mind working under a woman?",
        "How would you cope as a woman in this crew?",
        "Were you born male?",
    ],
    "family": [
        "Are you married or single at the moment?",
        "Do you plan to have children in the next years?",
        "What child care arrangements: who looks after your kids when you are on shift?",
        "How does your husband feel about night shifts?",
        "Tell me about your family.",
        "Do you have kids?",
        "What are your childcare arrangements?",
        "Are you planning a family?",
        "Do you have a boyfriend?",
        "Who will mind your kids?",
        "Are you pregnant?",
        "Will you take maternity leave soon?",
        "What does your partner do?",
        "How many children do you have?",
        "Has young children",
    ],
    "health": [
        "Do you have any disabilities that we should know of?",
        "How many sick days did you take last year?",
        "How did you look after yourself after that shift?",
        "What medication are you taking at the moment?",
        "Have you ever had surgery?",
        "Do you smoke?",
        "Do you drink or smoke?",
        "Have you ever filed for workers' compensation?",
        "How tall are you?",
        "What is your weight?",
        "How is your health?",
        "Have you ever been treated for depression?",
        "Are you healthy?",
        "Is in good health",
    ],
    "genetics": [
        "Is there a history of cancer in your family?",
        "What is your family medical history?",
        "Does heart disease run in your family?",
        "Have you had a genetic test?",
        "Did your parents have any serious illness?",
        "Has anyone in your family had diabetes?",
        "Are you a carrier of a gene for a hereditary illness?",
        "Tell me about your genetic background.",
        "Are your parents still alive?",
    ],
    "origin": [
        "Where were you born, and where did you grow up?",
        "What is your native language?",
        "Where is your accent from?",
        "Where are you really from?",
        "Is English your first language?",
        "What nationality are you?",
        "Are you a US citizen?",
        "Where do your parents come from?",
        "How long have you lived in this country?",
        "Speaks English without an accent",
    ],
    "age": [
        "How old are you?",
        "What year did you graduate from high school?",
        "When is your birthday?",
        "Would your age be a problem in this team?",
        "What is your date of birth?",
        "When do you plan to retire?",
        "Are you over 50?",
        "Would you mind reporting to somebody younger than you?",
        "In which year did you finish school? Which year did you finish school?",
        "Seems too old",
    ],
    "arrests": [
        "Have you ever been arrested?",
        "Tell me about your criminal record.",
        "Have you served time?",
        "Have you ever been convicted of a felony?",
        "Do you have any previous convictions?",
        "Have you ever been in prison?",
        "Have you had any trouble with the police?",
        "Were you ever charged with a crime?",
        "Has no criminal record",
    ],
    "military": [
        "What kind of military discharge did you receive?",
        "Was your discharge honourable?",
        "Were you discharged from the army with honour?",
        "Were you honorably discharged?",
        "Why were you discharged from the navy?",
        "What type of discharge did you get?",
        "May we see your discharge papers?",
        "Have you ever been court-martialled?",
        "Tell me about your military record.",
    ],
    "credit": [
        "How is your credit score?",
        "Do you own a car, and do you own your home?",
        "Have you ever filed for bankruptcy?",
        "Do you own or rent your home?",
        "Have your wages ever been garnished?",
        "Tell me about your financial situation.",
        "Are you in debt?",
        "Do you have any debts?",
        "Do you pay your bills on time?",
    ],
    "affiliation": [
        "What are your political views on transport?",
        "Are you a member of a union at your plant?",
        "Who did you vote for?",
        "Which clubs do you belong to?",
        "Are you a Democrat?",
        "How do you feel about unions?",
        "Which political party do you support?",
        "Have you ever been on strike?",
        "What is your opinion on abortion?",
    ],
    "photograph": [
        "Please send a photograph of yourself before we talk.",
        "Please attach your photo.",
        "Bring a passport photo to the interview.",
        "Send a photo with your application.",
        "Could we take a picture of you?",
        "May we see your picture?",
        "What do you look like?",
        "Upload a selfie before the interview.",
    ],
    "salary": [
        "What is your current salary?",
        "How much did you earn in your last job?",
        "What did you earn in your last job?",
        "What is your salary history?",
        "What were you paid there?",
        "How much are you making now?",
        "What does your current employer pay you?",
        "May we see your pay slips?",
        "Ask for the candidate's last wage.",
    ],
}


def found(words: str, part: str = "prompt") -> list[str]:
    return [finding.code for finding in prohibited(Text("skills.0.questions.0.prompt", part, words))]


@pytest.mark.parametrize(("topic", "words"), [(topic, words) for topic, every in ASKED.items() for words in every])
def test_a_question_about_a_protected_topic_is_found(topic, words):
    assert f"prohibited.{topic}" in found(words)


def test_every_topic_is_asked_in_at_least_eight_ways():
    assert list(ASKED) == [topic.code for topic in TOPICS]
    assert [topic for topic, every in ASKED.items() if len(every) < 8] == []


@pytest.mark.parametrize("words", HARMLESS)
def test_what_only_sounds_like_it_is_no_finding(words):
    assert found(words) == []


@pytest.mark.parametrize("words", [topic.instead for topic in TOPICS if topic.instead])
def test_what_is_suggested_instead_is_itself_lawful(words):
    assert found(words) == []


def test_what_a_customer_asks_is_not_put_to_the_candidate():
    assert found('A guest asks you, "How old are you?" What do you answer?') == []
    assert found('Ask: "How old are you?"') == ["prohibited.age"]


def test_curly_quotes_and_line_breaks_hide_nothing():
    assert found("What is the candidate’s\nage?") == ["prohibited.age"]


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
