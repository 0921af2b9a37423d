"""The secrets that sign a team's notifications: one current, one overlapping at most for a while, each team its own."""

from interviews.models import SigningSecret, Team


def test_each_team_has_its_own_and_ends_its_own(team):
    other = Team.objects.create_named("Other")
    for one in (team, other):
        SigningSecret.of(one)
        SigningSecret.rotate(one)
    assert SigningSecret.end_old(team) == 1
    assert (len(SigningSecret.of(team)), len(SigningSecret.of(other))) == (1, 2)
    assert not {one.secret for one in SigningSecret.of(team)} & {one.secret for one in SigningSecret.of(other)}


def test_the_newest_signs_first_and_is_made_once(team):
    first = SigningSecret.of(team)
    assert SigningSecret.of(team) == first
    second = SigningSecret.rotate(team)
    assert SigningSecret.of(team) == [second, *first]
    assert second.secret.startswith("whsec_")
