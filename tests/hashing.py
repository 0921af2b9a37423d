"""How tests hash passwords: nearly every one makes people, and the product's cost is a quarter of a second for each."""

from django.contrib.auth.hashers import Argon2PasswordHasher


class QuickArgon2PasswordHasher(Argon2PasswordHasher):
    """Argon2 as in the product, with the least of its costs."""

    time_cost = 1
    memory_cost = 8
    parallelism = 1
