// A button that takes seconds says so while it does; a second press does nothing.

document.addEventListener("submit", (event) => {
  const button = event.target.querySelector("[data-waiting]");
  if (!button) return;
  const status = document.createElement("p"); // for those who do not see the button change
  status.className = "visually-hidden";
  status.setAttribute("role", "status");
  event.target.append(status);
  setTimeout(() => {
    button.disabled = true;
    status.textContent = button.textContent = button.dataset.waiting;
  });
});
window.addEventListener("pageshow", (event) => event.persisted && location.reload()); // gone back to
