// Each link of the summary of a refused form leads into the field itself, also where that is folded
// away, or stands behind the box of a list of suggestions.

function enter(field) {
  for (let folded = field.closest("details"); folded; folded = folded.parentElement.closest("details")) folded.open = true;
  const box = field.matches("select") ? field.parentElement.querySelector(".select2-selection") : null;
  const entry = box ?? field;
  entry.focus();
  entry.scrollIntoView({ block: "nearest" });
}

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("[data-refused] a[href^='#']");
  const field = link && document.getElementById(link.hash.slice(1));
  if (!field) return;
  event.preventDefault();
  enter(field);
});
