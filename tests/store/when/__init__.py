"""Uncertain time, tried out."""
