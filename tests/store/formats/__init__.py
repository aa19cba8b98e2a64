"""Tests of `store.formats`."""
