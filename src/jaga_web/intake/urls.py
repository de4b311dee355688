"""Addresses of intake."""

from django.urls import path

from jaga_web.intake import (
    activity_views,
    bridge_views,
    complaint_views,
    link_views,
    monitoring_views,
    views,
)

app_name = "intake"
urlpatterns = [
    path("", views.inbox, name="inbox"),
    path("in/", views.take_in, name="take_in"),
    path("in/referral/", views.referral_in, name="referral_in"),
    path("<int:number>/", views.report, name="report"),
    path("<int:number>/answer/", views.answer, name="answer"),
    path("<int:number>/status/", views.status, name="status"),
    path("<int:number>/hand/", views.hand, name="hand"),
    path("<int:number>/callback/", views.callback, name="callback"),
    path("<int:number>/receipt/", views.receipt, name="receipt"),
    path("<int:number>/agree/", bridge_views.agree, name="agree"),
    path("<int:number>/withdraw/", bridge_views.withdraw, name="withdraw"),
    path("<int:number>/bridge/", bridge_views.bridge, name="bridge"),
    path("<int:number>/ask/", bridge_views.ask_from_report, name="ask_from_report"),
    path("case/<int:number>/", bridge_views.conversation, name="conversation"),
    path("case/<int:number>/answer/", bridge_views.answer_from_case, name="answer_from_case"),
    path("case/<int:number>/ask/", bridge_views.ask_from_case, name="ask_from_case"),
    path("links/", link_views.requests, name="link_requests"),
    path("links/<int:number>/decide/", link_views.decide, name="link_decide"),
    path("links/<int:number>/look/", link_views.look, name="link_look"),
    path("links/reviews/", link_views.reviews, name="link_reviews"),
    path("links/<int:number>/review/", link_views.review, name="link_review"),
    path("monitoring/", monitoring_views.listing, name="monitoring"),
    path("monitoring/add/", monitoring_views.add, name="monitoring_add"),
    path("monitoring/<int:number>/", monitoring_views.correct, name="monitoring_correct"),
    path("activities/", activity_views.listing, name="activities"),
    path("activities/add/", activity_views.add, name="activity_add"),
    path("activities/paste/", activity_views.paste, name="activity_paste"),
    path("activities/<int:number>/", activity_views.correct, name="activity_correct"),
    path("activities/outside/<int:year>/", activity_views.shown_outside, name="activity_figures"),
    path("complaints/", complaint_views.listing, name="complaints"),
    path("complaints/add/", complaint_views.add, name="complaint_add"),
    path("complaints/<int:number>/", complaint_views.page_of, name="complaint"),
    path("complaints/<int:number>/move/", complaint_views.move, name="complaint_move"),
    path("complaints/<int:number>/tell/", complaint_views.tell, name="complaint_tell"),
]
