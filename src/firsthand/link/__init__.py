"""Claims of many reports brought together: copies, actors, victims, incidents."""
