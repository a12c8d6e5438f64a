"""Predictors: our findings in the form of each pack; its conventions live here, never in src."""

from collections.abc import Callable

from eval.packs import Record
from eval.predictors.airwars import predict_airwars
from eval.predictors.ecbplus import predict_ecbplus
from eval.predictors.gva import predict_gva
from eval.predictors.muc import predict_muc
from eval.predictors.places import predict_places
from eval.predictors.plover import predict_plover
from eval.predictors.polnear import predict_polnear
from eval.predictors.re3d import predict_re3d
from eval.predictors.subjectivity import predict_subjectivity
from eval.predictors.times import predict_times

Prediction = dict[str, object]

# One record in, one prediction out.
PREDICTORS: dict[str, Callable[[Record], Prediction]] = {
    "casualties_airwars": predict_airwars,
    "incidents_gva": predict_gva,
    "templates_muc": predict_muc,
    "attribution_polnear": predict_polnear,
    "times_tempeval3": predict_times,
    "places_geo": predict_places,
    "subjectivity_checkthat": predict_subjectivity,
    "events_plover": predict_plover,
    "ner_re3d": predict_re3d,
    "coref_ecbplus": predict_ecbplus,
}
