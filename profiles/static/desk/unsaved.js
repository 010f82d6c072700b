// Asks before a page is left on which something was typed and not saved: by a link of ours, by
// closing the tab, by going back. Sending the form itself never asks; sending another form does.

const UNGUARDED = "#login-form, #logout-form, #changelist-form";
const TICKS = "[type=checkbox], [type=radio]";
const chosenAtFirst = new WeakMap(); // of each select; other fields know what they held
let sent = new WeakSet();

const isNoField = (field) => !field.name || /^(hidden|submit|button|reset|image|fieldset|output)$/.test(field.type);
const chosen = (select) => [...select.selectedOptions].map((option) => option.value).join();

// Django's popup marks what it adds as chosen from the start, so a select is looked at before that.
function rememberChoices() {
  for (const select of document.querySelectorAll("form select")) {
    if (chosenAtFirst.has(select)) continue;
    const marked = [...select.options].filter((option) => option.defaultSelected);
    const first = select.multiple || marked.length ? marked : [...select.options].slice(0, 1);
    chosenAtFirst.set(select, first.map((option) => option.value).join());
  }
}

// A line shows its text without line breaks and, an address, without spaces around it.
const asLine = (text) => text.replace(/[\r\n]+/g, "").trim();

function isChanged(field) {
  if (isNoField(field) || field.disabled) return false;
  if (field.matches(TICKS)) return field.checked !== field.defaultChecked;
  if (field.type === "file") return field.files.length > 0;
  if (field.matches("select")) return chosen(field) !== chosenAtFirst.get(field);
  if (field.matches("textarea")) return field.value !== field.defaultValue;
  return asLine(field.value) !== asLine(field.defaultValue);
}

// Where nothing but ticks can be made, as in a list, nothing was written.
function isGuarded(form) {
  if (form.getAttribute("method")?.toLowerCase() !== "post" || form.matches(UNGUARDED)) return false;
  return [...form.elements].some((field) => !isNoField(field) && !field.matches(TICKS));
}

// A form that came back refused, or a text that was kept over a login, is unsaved from the start.
function waits(marker) {
  const form = document.getElementById(marker.dataset.unsaved) ?? marker.form ?? marker.closest("form");
  return form ? !sent.has(form) : ![...document.forms].some((any) => sent.has(any));
}

function isTyped(form) {
  return isGuarded(form) && !sent.has(form) && [...form.elements].some(isChanged);
}

function isUnsaved() {
  rememberChoices();
  return [...document.querySelectorAll("[data-unsaved]")].some(waits) || [...document.forms].some(isTyped);
}

rememberChoices();
document.addEventListener("focusin", rememberChoices); // rows that were added meanwhile
document.addEventListener("input", (event) => sent.delete(event.target.form));
document.addEventListener("change", (event) => sent.delete(event.target.form));
document.addEventListener("submit", (event) => event.defaultPrevented || sent.add(event.target));
addEventListener("pageshow", (event) => {
  if (event.persisted) sent = new WeakSet(); // gone back to
});
addEventListener("beforeunload", (event) => isUnsaved() && event.preventDefault());
