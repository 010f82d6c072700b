"""How dates are written where a language has several ways: by language code, as Django asks."""
