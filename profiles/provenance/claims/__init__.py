"""What sources say of each fact, what was decided between them, and where the fact stands.

Imports `quotes`, `disagreements` and `sources`.

assert_and_cite   the verbs that record what a source says
rulings           the verbs that decide between rival claims
evidence_state    the state of each fact: cited, changed since, contested, undecided, bare
lost_support      accepted claims that lost their ground, by cause
reopening         what came to light after a ruling
freshness         how long a value counts as current, and who looked again
totals, rounds    a stated total against the sum of the rounds
"""
