"""What a source said at one time, archived as text. Imports `quotes` and `sources`.

archiving     the verb that archives a text and looks for every quote again
extraction    pasted and uploaded documents -> text; `extraction_child` parses them in a process
              of its own; `page_markup`, `pdf_text` and `raised_figures` say what of it readers saw
fetching      the same from the web; `fetching_child` is its child process
limits        how much of a document is read and kept
"""
