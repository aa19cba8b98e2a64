"""Tests of the room and its dialogs."""
