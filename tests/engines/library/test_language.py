"""A description in another language is noticed and named."""

# ruff: noqa: E501 - samples are pasted as they come

import pytest

from interviews.engines.library.language import foreign_language
from tests.engines.library import postings

SAMPLES = {
    "German": postings.GERMAN,
    "French": "Nous recherchons pour notre équipe une personne qui aime le contact avec les clients et qui a une expérience dans la "
    "vente. Vous êtes responsable de la caisse et des rayons, et vous aidez les clients avec le sourire.",
    "Spanish": "Buscamos para nuestro equipo una persona con experiencia en la atención al cliente. El trabajo es en la tienda y "
    "los fines de semana. Ofrecemos un contrato fijo y un buen ambiente en la empresa.",
    "Russian": "Мы ищем сварщика с опытом работы на заводе. Вы будете работать в команде и отвечать за качество швов.",
    "Hebrew": "אנחנו מחפשים רתך עם ניסיון של שנתיים לעבודה במפעל בחיפה. העבודה היא במשמרות.",
    "Korean": "우리는 경험이 있는 용접공을 찾고 있습니다. 공장에서 팀과 함께 일하게 됩니다.",
    "Dutch": "Wij zoeken voor ons team een verpleegkundige met ervaring in de zorg. Je werkt samen met artsen en je bent "
    "verantwoordelijk voor de zorg van de bewoners op de afdeling.",
    "Portuguese": "Procuramos para a nossa equipe uma pessoa com experiência em vendas. Você é responsável pelo caixa e não trabalha "
    "aos domingos. Oferecemos um bom ambiente de trabalho.",
    "Turkish": "Ekibimiz için satış konusunda deneyim sahibi bir çalışma arkadaşı arıyoruz. Bu iş için çok iyi iletişim ve takım "
    "çalışması gerekir ve hafta sonu da çalışma olabilir.",
    "Polish": "Szukamy do naszej firmy osoby, która ma doświadczenie w sprzedaży i nie boi się pracy z klientem. Praca jest na pełny "
    "etat w sklepie, a wynagrodzenie zależy od umiejętności.",
}


@pytest.mark.parametrize(("name", "text"), SAMPLES.items())
def test_the_language_is_named(name, text):
    assert foreign_language(text) == name


@pytest.mark.parametrize("text", postings.ALL.values())
def test_english_is_english(text):
    assert foreign_language(text) is None


def test_a_few_words_are_too_few_to_tell():
    assert foreign_language("Schweißer gesucht") is None


def test_an_english_posting_that_names_other_languages_is_english():
    assert foreign_language(postings.CARE + "Fluent German, French and Spanish are welcome. Wir freuen uns!") is None
