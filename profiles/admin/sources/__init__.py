"""Sources and captures: their forms, their standing, their exchange with other tools.

Imports `facts`, `editing` and `display`.
"""
