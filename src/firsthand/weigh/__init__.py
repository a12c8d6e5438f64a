"""An incident weighed: tolls, origins, responsibility, contradictions, cautions."""
