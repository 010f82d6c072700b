"""What a source said at one time, archived as text. Imports `quotes` and `sources`.

archiving     the verb that archives a text and looks for every quote again
extraction    pasted and uploaded documents -> text; `documents` is its child process
              `page_markup`, `pdf_text` and `raised_figures` say what of it readers saw
fetching      the same from the web; `download` is its child process
limits        how much of a document is read and kept
"""
