"""Tables of any make (CSV, a workbook, the rows of a JSON answer) as rows of cells, and cells as what they mean."""
