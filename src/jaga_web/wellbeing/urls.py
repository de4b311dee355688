"""Addresses of wellbeing."""

from django.urls import path

from jaga_web.wellbeing import views

app_name = "wellbeing"
urlpatterns = [
    path("", views.summary, name="summary"),
    path("own/", views.own, name="own"),
    path("own/rest/", views.rest, name="rest"),
    path("own/break/", views.take_break, name="take_break"),
    path("own/put-off/", views.dismiss_break, name="dismiss_break"),
    path("own/share/", views.share, name="share"),
    path("own/heavy/", views.note_event, name="note_event"),
    path("own/heavy/<int:number>/", views.answer_event, name="answer_event"),
    path("team/", views.team, name="team"),
    path("team/<int:number>/", views.person, name="person"),
    path("team/<int:number>/talk/", views.note_supervision, name="note_supervision"),
    path("team/<int:number>/debrief/", views.ask_for_debrief, name="ask_for_debrief"),
    path("policy/", views.policy, name="policy"),
]
