"""Which value, from what, and who decided: claims, rulings and the state of each fact.

claims, rulings   the verbs that record what a source says, and decide between values
bulk              one source for many facts: bulk_plan says what it would do, bulk_facts loads them
looking           whether a quote is there, before it is cited
conflicts         the state of each fact
captures          the verb that archives what a source says
extraction        pasted and uploaded documents -> text; documents and sizes: its child process
verification      whether captures hold the quotes: one `QuoteCheck` per citation and capture
quotes, folding   where a text holds a quote, word for word or but for typography
spoken            whether a quote says the value: figures_said, dates_said
verdicts          what became of a quote: gone since, never there, or saying something else
sending_back      accepted claims that lost their ground: the facts to look at again, by cause
witnesses         a copy and its original are one witness
"""
