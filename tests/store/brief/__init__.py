"""Tests of briefs, apart from any situation."""
