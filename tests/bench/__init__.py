"""Measures this build beside a bare Textual program and visidata: `make bench`. Nothing here is a test but `test_*`."""
