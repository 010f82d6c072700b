"""Which value, from what, and who decided: claims, rulings and the state of each fact."""
