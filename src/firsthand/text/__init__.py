"""Words: languages, sentences, parses, numbers, dates, names; no claims yet."""
