"""What an import would do, computed without a single write. Imports `formats`.

plan              sheets -> every problem and every change
headers           sheets -> lines of cells by column; `named_keys` tells which keys they name
database          what the database knows of those keys
context           what every step works on: the lines, the database's side, drafts and ledger
source_rows, record_rows, claim_rows, cells   each kind of row, checked and drafted;
                  fingerprint_cells those that hold a fingerprint in parts
unique, likely_duplicates   rows that are there already, or twice
fact_outcome      whether a cell becomes the value, a rival claim, or nothing new
drafts            what would be written; `changes` tells it, `ledger` keeps what people are told
"""
