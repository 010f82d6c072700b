"""Making an approved submission public, and proving that what is public was approved."""
