"""Every page's address. One address an act: /desk/<noun>/<id>/<act>/, POST only."""

from __future__ import annotations

from django.urls import include, path
from django.views.i18n import set_language

from huiying.web import live
from huiying.web.views import board, case, claim, proposal, record, register, session, statement, story, task, warning

desk_pages = [
    path("", board.board, name="board"),
    path("board/<slug:name>/", board.section, name="board_section"),
    path("live", live.live, name="live"),
    path("stories/", proposal.stories, name="stories"),
    path("stories/<str:key>/", story.story, name="story"),
    path("stories/<str:key>/origin.csv", story.origin_csv, name="story_origin"),
    path("stories/<int:pk>/merge/", story.merge, name="story_merge"),
    path("stories/<int:pk>/split/", story.split, name="story_split"),
    path("proposals/<int:pk>/accept/", proposal.accept, name="proposal_accept"),
    path("proposals/<int:pk>/refuse/", proposal.refuse, name="proposal_refuse"),
    path("proposals/<int:pk>/undo/", proposal.undo, name="proposal_undo"),
    path("warnings/", warning.warnings, name="warnings"),
    path("warnings/<int:pk>/", warning.warning, name="warning"),
    path("warnings/<int:pk>/acknowledge/", warning.acknowledge, name="warning_acknowledge"),
    path("warnings/<int:pk>/open/", warning.open_case, name="warning_open"),
    path("warnings/<int:pk>/attach/", warning.attach, name="warning_attach"),
    path("warnings/<int:pk>/dismiss/", warning.dismiss, name="warning_dismiss"),
    path("cases/", case.cases, name="cases"),
    path("cases/<int:pk>/", case.case, name="case"),
    path("cases/<int:pk>/assess/", case.assess, name="case_assess"),
    path("cases/<int:pk>/report-up/", case.report_up, name="case_report_up"),
    path("cases/<int:pk>/claim/", case.add_claim, name="case_claim"),
    path("cases/<int:pk>/task/", case.assign, name="case_task"),
    path("cases/<int:pk>/holding/", case.begin_holding, name="case_holding"),
    path("cases/<int:pk>/statement/", case.begin_statement, name="case_statement"),
    path("claims/<int:pk>/take/", claim.take, name="claim_take"),
    path("claims/<int:pk>/evidence/", claim.add_evidence, name="claim_evidence"),
    path("claims/<int:pk>/propose/", claim.propose, name="claim_propose"),
    path("claims/<int:pk>/confirm/", claim.confirm, name="claim_confirm"),
    path("claims/<int:pk>/refuse/", claim.refuse, name="claim_refuse"),
    path("claims/<int:pk>/reopen/", claim.reopen, name="claim_reopen"),
    path("tasks/<int:pk>/accept/", task.accept, name="task_accept"),
    path("tasks/<int:pk>/dispute/", task.dispute, name="task_dispute"),
    path("tasks/<int:pk>/rule/", task.rule, name="task_rule"),
    path("tasks/<int:pk>/answer/", task.answer, name="task_answer"),
    path("tasks/<int:pk>/return/", task.send_back, name="task_return"),
    path("tasks/<int:pk>/accept-answer/", task.accept_answer, name="task_accept_answer"),
    path("statements/", statement.statements, name="statements"),
    path("statements/<int:pk>/", statement.statement, name="statement"),
    path("statements/<int:pk>/edit/", statement.edit, name="statement_edit"),
    path("statements/<int:pk>/submit/", statement.submit, name="statement_submit"),
    path("statements/<int:pk>/approve/", statement.approve, name="statement_approve"),
    path("statements/<int:pk>/return/", statement.send_back, name="statement_return"),
    path("statements/<int:pk>/publish/", statement.publish, name="statement_publish"),
    path("statements/<int:pk>/correct/", statement.correct, name="statement_correct"),
    path("statements/<int:pk>/abandon/", statement.abandon, name="statement_abandon"),
    path("statements/<int:pk>/withdraw/", statement.withdraw, name="statement_withdraw"),
    path("sources/", register.sources, name="sources"),
    path("sources/add/", register.add_source, name="source_add"),
    path("sources/<int:pk>/pause/", register.pause_source, name="source_pause"),
    path("sources/<int:pk>/resume/", register.resume_source, name="source_resume"),
    path("watches/", register.watches, name="watches"),
    path("watches/add/", register.add_watch, name="watch_add"),
    path("watches/test/", register.test_watch, name="watch_test"),
    path("watches/<int:pk>/pause/", register.pause_watch, name="watch_pause"),
    path("watches/<int:pk>/resume/", register.resume_watch, name="watch_resume"),
    path("record/", record.record, name="record"),
]

urlpatterns = [
    path("", include("huiying.web.public_urls")),
    path("sign-in/", session.sign_in, name="sign_in"),
    path("sign-out/", session.sign_out, name="sign_out"),
    path("language/", set_language, name="set_language"),
    path("api/", include("huiying.api.urls")),
    *(path(f"desk/{page.pattern}", page.callback, name=page.name) for page in desk_pages),
]
