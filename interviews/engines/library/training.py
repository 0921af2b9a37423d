"""Training of the tagger: a linear-chain conditional random field over the clauses as the engine itself reads them."""

from pathlib import Path

import pycrfsuite

from interviews.engines.library.features import features
from interviews.engines.library.reading import read
from interviews.engines.library.skillspan import Posting
from interviews.engines.library.tokens import Token, tokens

# Chosen by five-fold cross-validation over the training postings (`TAGGER.md`).
HYPERPARAMETERS = {"c1": 0.3, "c2": 0.1, "max_iterations": 100, "feature.possible_transitions": True}


def train(data: list[Posting], target: Path) -> None:
    """Trains a model and writes it to a file. The same data and code give the same bytes."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", params=HYPERPARAMETERS, verbose=False)
    for posting in data:
        before = ""
        for clause in read(posting.text):
            words = tokens(clause)
            trainer.append(features(clause, words, before), labels(words, posting))
            before = clause.text
    trainer.train(str(target))


def labels(words: list[Token], posting: Posting) -> list[str]:
    """The label of each token: begins or continues knowledge, else a skill, else nothing."""
    knowledge, skill = (_marked(words, posting.gold[kind], kind) for kind in ("knowledge", "skill"))
    return [known if known != "O" else able for known, able in zip(knowledge, skill, strict=True)]


def _marked(words: list[Token], gold: list[tuple[int, int]], kind: str) -> list[str]:
    found: list[str] = []
    place = 0
    for word in words:
        while place < len(gold) and gold[place][1] <= word.start:
            place += 1
        begun = place < len(gold) and gold[place][0] < word.end
        opens = begun and (word.start <= gold[place][0] or not found or found[-1] == "O")
        found.append(f"B-{kind}" if opens else f"I-{kind}" if begun else "O")
    return found
