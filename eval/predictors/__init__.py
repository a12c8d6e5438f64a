"""Predictors: our findings in the form of each pack; its conventions live here, never in src."""

from collections.abc import Callable, Sequence

from eval.packs import Record
from eval.predictors.airwars import predict_airwars
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
    "events_plover": predict_plover,
    "incidents_gva": predict_gva,
    "attribution_polnear": predict_polnear,
    "ner_re3d": predict_re3d,
    "places_geo": predict_places,
    "templates_muc": predict_muc,
    "subjectivity_checkthat": predict_subjectivity,
    "times_tempeval3": predict_times,
}

# All records in, because a cluster is only seen among others.
GROUPERS: dict[str, Callable[[Sequence[Record]], list[Prediction]]] = {}
