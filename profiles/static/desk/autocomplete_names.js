// The box that Select2 puts in place of a list is called what it holds, so an empty one has no name
// for those who hear it. Here it gets the field's label before that.

function name(select) {
  const box = select.parentElement.querySelector(".select2-selection");
  if (!box || box.dataset.named) return;
  const label = select.labels[0] ?? select; // in a row of a table, the list itself carries the words
  label.id ||= `${select.id}_label`;
  box.setAttribute("aria-labelledby", `${label.id} ${box.getAttribute("aria-labelledby") ?? ""}`);
  box.dataset.named = "";
  const shown = box.querySelector("[role=textbox]"); // would be one more field, without a name
  for (const attribute of ["role", "aria-readonly"]) shown?.removeAttribute(attribute);
}

const nameAll = () => document.querySelectorAll("select.admin-autocomplete").forEach(name);

// Django makes the boxes in a moment of its own after this event.
document.addEventListener("DOMContentLoaded", () => setTimeout(nameAll));
addEventListener("load", nameAll);
document.addEventListener("formset:added", () => setTimeout(nameAll));
