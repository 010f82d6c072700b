"""One source cited for many facts at once. Imports `claims` and `quotes`.

plan        what it would do, computed without a write, about the `facts` that were asked for
cite_many   the verb: all of them or none
"""
