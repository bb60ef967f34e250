"""Pages for people: one folder a page, with its view, its template and its words in three languages."""
