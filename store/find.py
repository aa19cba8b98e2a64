"""The query language of find, of lenses and of the command line: text in, a Query out.

Bare words and `"phrases"` must all be found; `-word` must not. Filters: `kind:event`, `actor:misrata`, `place:sirte`,
`source:wsj`, `about:event:some-id`, `status:draft`, `tag:oil`, `since:2016-05`, `until:2016-08`, `as-of:2016-08-18`.
A filter's value may be quoted: `actor:"islamic state"`.
"""
