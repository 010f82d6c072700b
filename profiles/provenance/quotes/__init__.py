"""Whether a text holds a quote, and whether the quote says the value.

Imports `sources` and `disagreements`.

matching        what makes a quote count as found: word for word, or but for typography (`folding`)
                where it may begin and end: `boundaries`; what it may leave out: `omissions`;
                how its `scripts` divide words
stated_value    whether its words say the value, by `figures_in_prose` (found by
                `figure_grammar`) and `dates_in_prose`
fingerprints    whether a text that may not be kept holds it, by the hashes of its words
named_subjects  whether the sentence around it names another company, person, product or round
lookup          the same before anything is cited; `suggestions` finds words to quote
verification    every citation against every capture: one `QuoteCheck` for each pair
verdicts        what became of a quote: found, gone since, never there, or saying something else
"""
