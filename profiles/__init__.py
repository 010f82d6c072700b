"""Footnote's only Django app: company profiles in which every published fact carries its footnote.

The way of a fact, and the rooms that it passes through::

    spreadsheet or form        workbook, admin
      -> row, claim, citation  models, provenance
      -> ruling                provenance
      -> submission            document
      -> review                review
      -> release               publishing
      -> renderings            renderings, public
    sources and citations in the formats of others   exchange

Who may import whom, downward only: `tests/test_architecture.py` reads this table and every import::

    admin, management -> publishing, review, renderings, document, workbook, exchange, provenance,
                         facts, models, values
    public            -> renderings, document.schema, models.releases, models.log,
                         publishing.merkle, publishing.log, values
    publishing.merkle -> nothing
    publishing.notes  -> nothing
    publishing.log    -> publishing.merkle, publishing.notes, models
    publishing        -> review, renderings, document, models, values
    review            -> document, provenance, facts, models, values
    renderings        -> document.schema, values
    document          -> provenance, facts, models, values
    document.diff     -> document.schema, values
    document.seal     -> document.schema, values
    document.schema   -> values
    workbook          -> provenance, facts, models, values, child_process
    exchange          -> provenance, facts, models, values
    provenance        -> facts, models, values, child_process
    facts             -> models, values
    models            -> values
    values            -> nothing
    child_process     -> nothing
    templatetags      -> values
    apps              -> models

`admin`, `exchange`, `renderings`, `provenance` and `workbook` have wings; the package of each has
the same kind of table for them. `child_process` is where foreign bytes are read.

The left half of the way is mutable and remembered by django-simple-history; from the submission on
everything is frozen bytes with a hash, and the public side never reads a mutable row.
"""
