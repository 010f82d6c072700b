"""Which sources stand, which copy which, and what rests on each. Imports no other wing.

standing            the verbs retract, correct and reinstate; `merging` makes two rows one
witnesses           a copy and its original are one witness; `copies` finds the original
retraction_impact   what would be left without support if a source went
published           which facts of a published document name a source
"""
