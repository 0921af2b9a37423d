"""The first minutes of an installation: a team, its owner, and the link that lets the owner in."""

from django.contrib.auth.password_validation import validate_password
from django.db import transaction

from interviews.models import FirstRunLink, Membership, Team, User

PLACEHOLDER = "owner@first-run.invalid"


def first_run_link() -> str | None:
    """The secret part of a fresh first-run link; makes team and owner if there are none.

    None once any person has signed in or has a password: then there is nothing left to set up."""
    with transaction.atomic():
        if User.objects.exclude(email=PLACEHOLDER).exists():
            return None
        membership = Membership.objects.select_related("team", "user").filter(user__email=PLACEHOLDER).first()
        if membership is None:
            team = Team.objects.order_by("pk").first() or Team.objects.create_named("Hiring team")
            owner = User.objects.create_user(PLACEHOLDER, is_staff=True, is_superuser=True)
            membership = Membership.objects.create(user=owner, team=team, level=Membership.Level.OWNER)
        return FirstRunLink.issue(membership)


def open_first_run(link: FirstRunLink, email: str, password: str) -> User | None:
    """Spends the link and gives its owner an e-mail and a password. None when the link was spent meanwhile.

    Raises django's ValidationError on a weak password or a taken e-mail."""
    user = link.user
    user.email = email
    user.clean()
    user.full_clean(exclude=["password"])
    validate_password(password, user)
    with transaction.atomic():
        if not link.spend():
            return None
        user.set_password(password)
        user.save(update_fields=["email", "password"])
    return user
