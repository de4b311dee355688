"""Addresses of sign-in, profile and staff."""

from django.urls import path

from jaga_web.people import views

app_name = "people"
urlpatterns = [
    path("sign-in/", views.sign_in, name="sign_in"),
    path("sign-in/password/", views.choose_password, name="choose_password"),
    path("sign-in/enrol/", views.enrol, name="enrol"),
    path("sign-in/code/", views.code, name="code"),
    path("sign-out/", views.sign_out, name="sign_out"),
    path("language/", views.language, name="language"),
    path("profile/", views.profile, name="profile"),
    path("staff/", views.staff, name="staff"),
    path("staff/add/", views.add, name="add"),
    path("staff/<int:number>/active/", views.set_active, name="set_active"),
    path("staff/<int:number>/reset/", views.reset, name="reset"),
]
