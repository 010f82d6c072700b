"""Names, sums and half-sentences that several sections share. Imports no other wing.

names         other records by their names, with links
money         amounts as they were printed
implied       what another fact's words say already
mid_sentence  texts that go on inside a line
chronology    records in the order of time
"""
