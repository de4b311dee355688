"""Addresses of channel, all under /lapor. None holds a number or a name."""

from django.urls import path

from jaga_web.channel import return_views, views

app_name = "channel"
urlpatterns = [
    path("", views.first, name="first"),
    path("janji/", views.promises, name="promises"),
    path("baca/", views.begin, name="begin"),
    path("tulis/", views.write, name="write"),
    path("kabar/", views.contact, name="contact"),
    path("kirim/", views.send, name="send"),
    path("simpan/", views.confirm, name="confirm"),
    path("telepon/", views.no_code, name="no_code"),
    path("balasan/", return_views.answer, name="answer"),
    path("pesan/", return_views.say, name="say"),
    path("aturan/", return_views.rules, name="rules"),
    path("siapa/", return_views.identity, name="identity"),
    path("setuju/", return_views.agree, name="agree"),
    path("hapus/", return_views.delete, name="delete"),
]
