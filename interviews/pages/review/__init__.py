"""The page that a review link opens, for people without an account."""
