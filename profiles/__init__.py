"""Footnote's only Django app: company profiles in which every published fact carries its footnote.

The way of a fact, and the rooms it passes through, each written by the package beside it::

    spreadsheet or form        workbook, admin
      -> row, claim, citation  models, provenance
      -> ruling                provenance
      -> submission            document
      -> review                review
      -> release               publishing
      -> renderings            renderings, public
    sources and citations in the formats of others   exchange

Who may import whom, downward only (`tests/test_architecture.py` parses the imports and holds it)::

    admin, management -> everything but public
    public      -> renderings, document.schema, values, models.releases
    publishing  -> renderings, review, document, models
    review      -> document, provenance, facts, models
    renderings  -> document.schema, values
    document    -> provenance, facts, models, values   (schema, seal and diff: nothing but values)
    workbook    -> provenance, facts, models, values, bounded
    exchange    -> provenance, facts, models, values
    provenance  -> facts, models, values, bounded
    facts       -> models, values
    models      -> values, Django and libraries
    values      -> libraries
    bounded     -> nothing: foreign bytes are read in a child process

The left half of the way is mutable and remembered by django-simple-history; from the submission on
everything is frozen bytes with a hash, and the public side never reads a mutable row.
"""
