"""Addresses of the cases. Numbers only: no address carries a word about a child."""

from django.urls import path

from jaga_web.cases import form_views, staff_views, step_views, views

app_name = "cases"
urlpatterns = [
    path("", views.listing, name="list"),
    path("new/", step_views.new, name="new"),
    path("open/<int:alert>/", views.open_case, name="open"),
    path("of-alert/<int:alert>/", views.of_alert, name="of_alert"),
    path("caseload/", staff_views.loads, name="caseload"),
    path("hand-over/", staff_views.hand_over, name="hand_over"),
    path("hand-over/<int:number>/", staff_views.hand_over_of, name="hand_over_of"),
    path("<int:number>/", views.page_of, name="page"),
    path("<int:number>/assign/", views.assign, name="assign"),
    path("<int:number>/close/", views.close, name="close"),
    path("<int:number>/section/<slug:section>/", form_views.section, name="section"),
    path("<int:number>/add/<slug:kind>/", form_views.add, name="add"),
    path("<int:number>/service/<int:service>/", form_views.service_state, name="service"),
    path("<int:number>/goal/<int:goal>/", form_views.goal_state, name="goal"),
    path("<int:number>/identity/", form_views.identity, name="identity"),
    path("<int:number>/move/", step_views.move, name="move"),
    path("<int:number>/ask/plan/", step_views.ask_plan, name="ask_plan"),
    path("<int:number>/ask/closure/", step_views.ask_closure, name="ask_closure"),
    path("<int:number>/decide/<slug:what>/", step_views.decide, name="decide"),
    path("<int:number>/conflict/", step_views.declare, name="conflict"),
    path("<int:number>/conflict/<int:conflict>/end/", step_views.end_conflict, name="end_conflict"),
    path("<int:number>/looks/", step_views.looks, name="looks"),
]
