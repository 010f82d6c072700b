"""What kind of disagreement two values are, before a person has to say. Imports no other wing.

comparison        two assertions -> the kind of their disagreement, one of `kinds`
between_claims    the same for claims as rows; `ruled` once somebody has decided
amounts, dates, texts   whether two values of one type can both be true
scopes            what a figure is of; exchange_bands tells which currencies may be equal
"""
