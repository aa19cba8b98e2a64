"""sitroom's own records for other programs: JSON Lines, and CSV with a column a field.

`docs/own.md` says what stands in each column.
"""
