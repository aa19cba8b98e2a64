"""The file of record, tried with real files and real processes."""
