"""Tables that compare the company with others, cited cell by cell."""

from django.db import models

from profiles.models.bodies.companies import Company
from profiles.models.records import Body


class Comparison(Body):
    kind = "comparison"

    company = models.ForeignKey(Company, on_delete=models.RESTRICT, related_name="comparisons")
    title = models.CharField(max_length=200)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["order", "title"]

    def __str__(self) -> str:
        return self.title

    def key_words(self) -> str:
        return f"{self.company.key} {self.title}"


class Cell(Body):
    """What one source says where a row and a column meet."""

    kind = "cell"
    hangs_on = "comparison"

    comparison = models.ForeignKey(Comparison, on_delete=models.RESTRICT, related_name="cells")
    row = models.CharField(max_length=100, help_text="What is compared, e.g. Licence")
    column = models.CharField(max_length=100, help_text="Who, e.g. Mistral AI")
    text = models.CharField(max_length=500)
    order = models.PositiveSmallIntegerField(
        default=0, help_text="Rows and columns stand in the order of their first cells"
    )

    class Meta:
        ordering = ["order", "record__key"]
        constraints = [
            models.UniqueConstraint(
                fields=["comparison", "row", "column"],
                name="one_cell_per_row_and_column",
                violation_error_message="This row has a cell in this column already.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.row}, {self.column}"

    def key_words(self) -> str:
        return f"{self.comparison.key} {self.row} {self.column}"
