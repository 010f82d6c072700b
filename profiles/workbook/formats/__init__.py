"""Files and folders <-> sheets of tidy text. Imports no other wing.

reader            bytes or a folder -> `sheets`; archive and csv_text for zips and CSVs
bounded, parse    foreign .xlsx and .ods are read in a child process, within limits:
                  xlsx_cells, ods_cells
xlsx_file, ods_file   sheets -> a file of each format
formulas          text that must not become a formula
"""
