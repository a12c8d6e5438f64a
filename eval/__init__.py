"""How good the reading is: predictors, scorers, floors; conventions of a pack live here only."""
