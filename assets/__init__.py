"""Assets: files of other projects that pages draw with, fetched once at set-up."""
