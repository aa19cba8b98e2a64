"""A brief: what is stated about some records, with numbered sources, laid out to be handed over."""
