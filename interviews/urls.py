"""The addresses of the pages."""

from django.urls import path

from interviews.pages import library_standing
from interviews.pages.deliveries import delivery, job_notifications, redeliver, try_now
from interviews.pages.engine import team_engine, test_connection
from interviews.pages.exporting import export_file, export_page
from interviews.pages.first_run import first_run
from interviews.pages.history.compare import compare
from interviews.pages.history.page import history
from interviews.pages.history.version import restore_version, version
from interviews.pages.home import interviews
from interviews.pages.importing import import_interview
from interviews.pages.job import cancel_job, job, retry_job
from interviews.pages.kit import candidate, print_kit
from interviews.pages.library import library
from interviews.pages.library_editing import edit_library_question, new_library_question
from interviews.pages.library_picking import pick_from_library
from interviews.pages.library_question import library_entry, library_question
from interviews.pages.library_saving import save_to_library
from interviews.pages.new_interview import new_interview
from interviews.pages.notifications import (
    end_old_secret,
    rotate,
    show_secret,
    team_notifications,
    test_notification,
)
from interviews.pages.plan.again import again, new_place, place, retry_writing, stop_writing, writing
from interviews.pages.plan.description import edit_description
from interviews.pages.plan.evidence import mark_phrase, settle_gap, uncite
from interviews.pages.plan.fixes import fix
from interviews.pages.plan.grounds import agree_to_ground, grounds, state_ground, withdraw_ground
from interviews.pages.plan.length import length
from interviews.pages.plan.library_skill import library_skill
from interviews.pages.plan.locks import lock_question, lock_skill
from interviews.pages.plan.new_skill import new_skill
from interviews.pages.plan.page import interview
from interviews.pages.plan.presence import presence, presence_left
from interviews.pages.plan.proposals import add_instead, add_new, keep, take, take_all
from interviews.pages.plan.question_acts import (
    duplicate_question,
    move_question,
    remove_question,
    undo_question,
)
from interviews.pages.plan.question_adding import add_from_library, write_question
from interviews.pages.plan.questions import edit, question
from interviews.pages.plan.reviews import answer_comment, make_link, resolve_comment, reviews, revoke_link
from interviews.pages.plan.skills import (
    edit_skill,
    merge_skill,
    move_skill,
    release_weight,
    remove_skill,
    share_evenly,
    skill,
)
from interviews.pages.plan.states import (
    archive,
    begin_draft,
    bring_back,
    delete,
    deleted_interviews,
    discard_draft,
    duplicate,
    mark_used,
    publish,
    undelete,
)
from interviews.pages.plan.texts import edit_text, text
from interviews.pages.plan.touched import dismiss_touched
from interviews.pages.plan.undoing import undo_edit
from interviews.pages.review.page import review
from interviews.pages.settings import interview_settings, team_settings
from interviews.pages.teams import choose_team, team
from interviews.pages.token import token

urlpatterns = [
    path("interviews/", interviews, name="interviews"),
    path("interviews/new/", new_interview, name="new_interview"),
    path("interviews/import/", import_interview, name="import_interview"),
    path("interviews/<int:identifier>/", interview, name="interview"),
    path("interviews/<int:identifier>/export/", export_page, name="export"),
    path("interviews/<int:identifier>/export/<slug:name>/", export_file, name="export_file"),
    path("interviews/<int:identifier>/print/", print_kit, name="print_kit"),
    path("interviews/<int:identifier>/candidate/", candidate, name="candidate_sheet"),
    path(
        "interviews/<int:identifier>/settings/general/",
        interview_settings,
        {"kind": "general"},
        name="interview_general",
    ),
    path(
        "interviews/<int:identifier>/settings/proctoring/",
        interview_settings,
        {"kind": "proctoring"},
        name="interview_proctoring",
    ),
    path("interviews/deleted/", deleted_interviews, name="deleted_interviews"),
    path("interviews/<int:identifier>/publish/", publish, name="publish"),
    path("interviews/<int:identifier>/new-draft/", begin_draft, name="begin_draft"),
    path("interviews/<int:identifier>/give-up-draft/", discard_draft, name="discard_draft"),
    path("interviews/<int:identifier>/archive/", archive, name="archive"),
    path("interviews/<int:identifier>/bring-back/", bring_back, name="bring_back"),
    path("interviews/<int:identifier>/used/", mark_used, name="mark_used"),
    path("interviews/<int:identifier>/duplicate/", duplicate, name="duplicate_interview"),
    path("interviews/<int:identifier>/delete/", delete, name="delete_interview"),
    path("interviews/<int:identifier>/undelete/", undelete, name="undelete_interview"),
    path("interviews/<int:identifier>/again/", again, name="regenerate"),
    path("interviews/<int:identifier>/writing/", writing, name="writing"),
    path("interviews/<int:identifier>/writing/<uuid:job>/cancel/", stop_writing, name="stop_writing"),
    path("interviews/<int:identifier>/writing/<uuid:job>/retry/", retry_writing, name="retry_writing"),
    path("interviews/<int:identifier>/fix/", fix, name="fix"),
    path("interviews/<int:identifier>/length/", length, name="length"),
    path("interviews/<int:identifier>/ground/", state_ground, name="ground"),
    path("interviews/<int:identifier>/grounds/", grounds, name="grounds"),
    path("grounds/<int:identifier>/agree/", agree_to_ground, name="agree_to_ground"),
    path("grounds/<int:identifier>/withdraw/", withdraw_ground, name="withdraw_ground"),
    path("questions/<int:identifier>/proposal/", place, name="proposal_place"),
    path("skills/<int:identifier>/proposal/", new_place, name="new_proposal_place"),
    path("questions/<int:identifier>/lock/", lock_question, name="lock_question"),
    path("skills/<int:identifier>/lock/", lock_skill, name="lock_skill"),
    path("proposals/<int:identifier>/take/", take, name="take_proposal"),
    path("proposals/<int:identifier>/take-all/", take_all, name="take_whole_proposal"),
    path("proposals/<int:identifier>/keep/", keep, name="keep_proposal"),
    path("proposals/<int:identifier>/add/", add_instead, name="add_proposal"),
    path("proposals/<int:identifier>/add-new/", add_new, name="add_new_proposal"),
    path("interviews/<int:identifier>/presence/", presence, name="presence"),
    path("interviews/<int:identifier>/presence/left/", presence_left, name="presence_left"),
    path("interviews/<int:identifier>/history/", history, name="history"),
    path("interviews/<int:identifier>/compare/", compare, name="compare"),
    path("interviews/<int:identifier>/versions/<int:number>/", version, name="version"),
    path("interviews/<int:identifier>/versions/<int:number>/restore/", restore_version, name="restore_version"),
    path("interviews/<int:identifier>/undo/<int:version>/", undo_edit, name="undo"),
    path("interviews/<int:identifier>/reviews/", reviews, name="reviews"),
    path("interviews/<int:identifier>/reviews/links/", make_link, name="make_review_link"),
    path("review-links/<int:identifier>/revoke/", revoke_link, name="revoke_review_link"),
    path("comments/<int:identifier>/answer/", answer_comment, name="answer_comment"),
    path("comments/<int:identifier>/resolved/", resolve_comment, name="resolve_comment"),
    path("review/<str:secret>/", review, name="review"),
    path("interviews/<int:identifier>/texts/<slug:name>/", text, name="text"),
    path("interviews/<int:identifier>/texts/<slug:name>/edit/", edit_text, name="edit_text"),
    path("interviews/<int:identifier>/description/settle/", dismiss_touched, name="dismiss_touched"),
    path("interviews/<int:identifier>/description/", edit_description, name="edit_description"),
    path("interviews/<int:identifier>/evidence/", mark_phrase, name="mark_phrase"),
    path("interviews/<int:identifier>/gaps/", settle_gap, name="settle_gap"),
    path("interviews/<int:identifier>/skills/new/", new_skill, name="new_skill"),
    path("interviews/<int:identifier>/skills/library/", library_skill, name="library_skill"),
    path("interviews/<int:identifier>/skills/evenly/", share_evenly, name="share_evenly"),
    path("skills/<int:identifier>/", skill, name="skill"),
    path("skills/<int:identifier>/edit/", edit_skill, name="edit_skill"),
    path("skills/<int:identifier>/move/", move_skill, name="move_skill"),
    path("skills/<int:identifier>/merge/", merge_skill, name="merge_skill"),
    path("skills/<int:identifier>/remove/", remove_skill, name="remove_skill"),
    path("skills/<int:identifier>/release/", release_weight, name="release_weight"),
    path("skills/<int:identifier>/uncite/", uncite, name="uncite"),
    path("questions/<int:identifier>/", question, name="question"),
    path("questions/<int:identifier>/edit/", edit, name="edit_question"),
    path("questions/<int:identifier>/move/", move_question, name="move_question"),
    path("questions/<int:identifier>/duplicate/", duplicate_question, name="duplicate_question"),
    path("questions/<int:identifier>/remove/", remove_question, name="remove_question"),
    path("questions/<int:identifier>/undo/<int:since>/", undo_question, name="undo_question"),
    path("skills/<int:identifier>/questions/write/", write_question, name="write_question"),
    path("skills/<int:identifier>/add-from-library/", add_from_library, name="add_from_library"),
    path("token/", token, name="token"),
    path("jobs/<uuid:identifier>/", job, name="job"),
    path("jobs/<uuid:identifier>/cancel/", cancel_job, name="cancel_job"),
    path("jobs/<uuid:identifier>/retry/", retry_job, name="retry_job"),
    path("jobs/<uuid:identifier>/notifications/", job_notifications, name="job_notifications"),
    path("notifications/<int:identifier>/", delivery, name="delivery"),
    path("notifications/<int:identifier>/redeliver/", redeliver, name="redeliver"),
    path("notifications/<int:identifier>/try-now/", try_now, name="try_now"),
    path("library/", library, name="library"),
    path("library/new/", new_library_question, name="new_library_question"),
    path("library/built-in/<str:identifier>/", library_entry, name="library_entry"),
    path("library/<int:identifier>/", library_question, name="library_question"),
    path("library/<int:identifier>/edit/", edit_library_question, name="edit_library_question"),
    path("library/<int:identifier>/approve/", library_standing.approve, name="approve_library_question"),
    path("library/<int:identifier>/retire/", library_standing.retire, name="retire_library_question"),
    path("library/<int:identifier>/bring-back/", library_standing.bring_back, name="bring_back_library_question"),
    path("library/<int:identifier>/delete/", library_standing.delete, name="delete_library_question"),
    path("library/save/<int:identifier>/", save_to_library, name="save_to_library"),
    path("library/pick/<int:identifier>/", pick_from_library, name="pick_from_library"),
    path("settings/general/", team_settings, {"kind": "general"}, name="team_general"),
    path("settings/proctoring/", team_settings, {"kind": "proctoring"}, name="team_proctoring"),
    path("settings/team/", team, name="team"),
    path("settings/engine/", team_engine, name="team_engine"),
    path("settings/engine/test/", test_connection, name="test_connection"),
    path("settings/notifications/", team_notifications, name="team_notifications"),
    path("settings/notifications/secret/", show_secret, name="show_secret"),
    path("settings/notifications/rotate/", rotate, name="rotate_secret"),
    path("settings/notifications/end-old/", end_old_secret, name="end_old_secret"),
    path("settings/notifications/test/", test_notification, name="test_notification"),
    path("team/", choose_team, name="choose_team"),
    path("first-run/<str:secret>/", first_run, name="first_run"),
]
