"""Profiles: a record laid out to be read, one module for each sort of record."""
