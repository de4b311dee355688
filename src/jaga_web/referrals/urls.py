"""Addresses of consents, referrals and agreements."""

from django.urls import path

from jaga_web.referrals import agreement_views, consent_views, received_views, views

app_name = "referrals"
urlpatterns = [
    path("", views.listing, name="list"),
    path("of-consent/<int:consent>/", views.new, name="new"),
    path("<int:number>/", views.page_of, name="page"),
    path("<int:number>/change/", views.change, name="change"),
    path("<int:number>/send/", views.send, name="send"),
    path("<int:number>/revoke/", views.revoke, name="revoke"),
    path("consents/of-case/<int:case>/", consent_views.new, name="consent_new"),
    path("consents/<int:number>/", consent_views.page_of, name="consent"),
    path("consents/<int:number>/confirm/", consent_views.confirm, name="confirm"),
    path("consents/<int:number>/withdraw/", consent_views.withdraw, name="withdraw"),
    path("agreements/", agreement_views.listing, name="agreements"),
    path("agreements/new/", agreement_views.new, name="agreement_new"),
    path("agreements/<int:number>/", agreement_views.page_of, name="agreement"),
    path("agreements/<int:number>/sign/", agreement_views.sign, name="sign"),
    path("agreements/<int:number>/end/", agreement_views.end, name="end"),
    path("questions/", agreement_views.questions, name="questions"),
    path("questions/answer/", agreement_views.answer, name="counsel"),
    path("abroad/of-case/<int:case>/", agreement_views.abroad, name="abroad"),
    path("abroad/<int:number>/", agreement_views.move_abroad, name="abroad_move"),
    path("received/", received_views.listing, name="received"),
    path("received/<int:number>/", received_views.page_of, name="received_page"),
    path("received/<int:number>/answer/", received_views.answer, name="answer"),
    path("received/<int:number>/download/", received_views.download, name="download"),
    path("received/agreements/<int:number>/", received_views.agreement, name="received_agreement"),
    path("received/agreements/<int:number>/sign/", received_views.sign, name="received_sign"),
]
