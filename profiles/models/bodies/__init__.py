"""The typed columns of each kind of record, one file per subject. Imports no other wing.

companies         organisations, their names and their links
people            people and their roles
funding           rounds, investments, valuations, metrics
products, deals   what a company makes, and what it agrees with others
events            what happened, what was said, what was certified
narrative         prose, questions and statements
comparisons       tables that compare the company with others
"""
