// Single letters do what a link or button with `data-key` does: follow it, press it, or go to the
// field. They can be switched off, and never act while somebody types (WCAG 2.1.4).

const OFF = "desk-keys-off";
const dialog = document.getElementById("keys");
const isTyping = (target) => target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]");
const isOff = () => localStorage.getItem(OFF) === "yes";

function act(target) {
  if (target.matches("input, textarea")) target.focus();
  else target.click();
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (isTyping(event.target) || document.querySelector("dialog[open]") || isOff()) return;
  const target = event.key === "?" ? null : document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (event.key === "?" && dialog) dialog.showModal();
  else if (target && !target.disabled) act(target);
  else return;
  event.preventDefault();
});

if (dialog) {
  dialog.hidden = false;
  const box = document.getElementById("keys-on");
  box.checked = !isOff();
  box.addEventListener("change", () => localStorage.setItem(OFF, box.checked ? "no" : "yes"));
  for (const button of document.querySelectorAll("[data-keys]")) {
    button.hidden = false;
    button.addEventListener("click", () => dialog.showModal());
  }
}
