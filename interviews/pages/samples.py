"""Three postings to try the product with, written for it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Posting:
    """A role and its description."""

    role: str
    description: str


SAMPLES: dict[str, Posting] = {
    "nurse": Posting(
        "Registered nurse, surgical ward",
        """Our surgical ward has 28 beds and looks after people before and after planned and emergency operations.

What you will do
- Care for six patients on a shift: observations, wound care, drains, pain relief, mobilisation
- Give medicines, including intravenous antibiotics and controlled drugs, and check doses with a colleague
- Notice when a patient gets worse, act on the early warning score and call the doctor in good time
- Hand over at the bedside, and prepare people and their families for going home
- Guide nursing students through their placement

What you need
- Registration as a nurse, in good standing
- At least one year on a ward; surgical experience is welcome, not required
- Calm, clear talk with people in pain and with their relatives
- Careful records in our electronic chart

We work three shifts, two weekends in five. You get six weeks of leave and a day each month for study.
""",
    ),
    "warehouse": Posting(
        "Warehouse operative",
        """We send spare parts for bicycles to shops in the whole country, about 4,000 parcels a day.

Your work
- Unload lorries, check deliveries against the note and report what is missing or damaged
- Put goods away by location and keep the shelves tidy and safe
- Pick orders with a hand scanner and pack them so that nothing breaks
- Drive a counterbalance forklift after training, or at once if you have the licence
- Help with the stock count on the last Friday of each month

What matters to us
- You work exactly, also when forty orders are waiting
- You lift up to 20 kg with the right technique and tell us when something is unsafe
- You read delivery notes and labels in English
- A forklift licence is an advantage

Early or late shift by turns, Monday to Friday. We pay for safety shoes and for the licence.
Send us a short letter; a CV without photograph is enough.
""",
    ),
    "developer": Posting(
        "Backend developer",
        """We build the software with which 300 libraries lend books, films and rooms. You join a team of five.

You will
- Design and write REST APIs in Python with Django, with tests that say what they promise
- Plan and carry out schema changes on a PostgreSQL database of 200 GB without closing the libraries
- Find out why something is slow, measure it and mend it
- Review the code of your colleagues and have yours reviewed
- Talk with librarians about what they need, and write down what was agreed
- Take part in the on-call rota, one week in six

You bring
- Three years or more of backend work in Python or a similar language
- Good SQL: you read a query plan and know when an index does not help
- Experience with a message queue or background jobs
- Nice to have: Kubernetes, search engines, accessibility

Part-time from 30 hours is fine, and so is working from home on three days.
""",
    ),
}
