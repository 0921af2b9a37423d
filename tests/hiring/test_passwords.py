"""Passwords: tests hash them at little cost, the product does not."""

from django.utils.module_loading import import_string

from hiring import settings as product


def test_the_product_hashes_passwords_at_the_full_cost_of_argon2():
    hasher = import_string(product.PASSWORD_HASHERS[0])()
    hashed = hasher.encode("correct horse battery", "0123456789abcdef")
    assert hashed.startswith("argon2$argon2id$v=19$m=102400,t=2,p=8$")
