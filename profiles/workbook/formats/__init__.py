"""Files and folders <-> sheets of tidy text. Imports no other wing.

reader            bytes or a folder -> `sheets`; archive and csv_text for zips and CSVs
parsing           foreign .xlsx and .ods are read by `parse_child`, a process with `limits`:
                  xlsx_cells, ods_cells; ods_styles and number_formats say how a cell shows its
                  number, placeholders which signs stand for nothing
xlsx_file, ods_file   sheets -> a file of each format
formulas          text that must not become a formula
"""
