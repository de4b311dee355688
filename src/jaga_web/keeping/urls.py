"""Addresses of keeping."""

from django.urls import path

from jaga_web.keeping import views

app_name = "keeping"
urlpatterns = [
    path("", views.requests, name="requests"),
    path("due/", views.due, name="due"),
    path("cases/<int:number>/", views.case_page, name="case"),
    path("cases/<int:number>/attach/", views.attach, name="attach"),
    path("cases/<int:number>/hold/", views.hold, name="hold"),
    path("cases/<int:number>/postpone/", views.postpone, name="postpone"),
    path("cases/<int:number>/erasure/", views.request_erasure, name="request"),
    path("attachments/<int:number>/", views.attachment, name="attachment"),
    path("holds/<int:number>/review/", views.review_hold, name="review"),
    path("holds/<int:number>/lift/", views.lift_hold, name="lift"),
    path("erasures/<int:number>/approve/", views.approve_erasure, name="approve"),
    path("erasures/<int:number>/return/", views.return_erasure, name="return"),
]
