"""FollowTheMoney entities, a JSON object a line: what Aleph, OpenSanctions and their tools read (model of 4.11).

`docs/ftm.md` says what becomes of each field.
"""
