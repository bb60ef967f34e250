"""Assessments: made with reasons and sources, reviewed and adopted by another, replied to by the addressee."""
