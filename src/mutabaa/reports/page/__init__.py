"""The style sheet that stands inside a report drawn as a web page."""
