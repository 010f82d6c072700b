"""Files and folders <-> sheets of tidy text. Imports no other wing.

reader            bytes or a folder -> `sheets`; archive and csv_text for zips and CSVs
child_process   foreign .xlsx and .ods are read there by `parse`, within limits:
                  xlsx_cells, ods_cells
xlsx_file, ods_file   sheets -> a file of each format
formulas          text that must not become a formula
"""
