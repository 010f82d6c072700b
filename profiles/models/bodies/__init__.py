"""The typed columns of each kind of record, one file per subject. Imports no other wing."""
