"""The words and the grammar of amounts, in several languages. Imports no other wing.

vocabulary    scales, currencies and units as they are written; what may surround them
number_words  twenty-five -> 25
spelling      what says the same -> one spelling of it
amounts       one amount as written -> number, scale, unit
"""
