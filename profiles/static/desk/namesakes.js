/* Who bears the name already, asked when the field is left. Without this the first save says so. */

const region = document.querySelector("[data-namesakes]");
const field = document.getElementById("id_name");
let asked = 0;

if (region && field) {
  field.addEventListener("change", async () => {
    const mine = ++asked;
    const address = new URL(region.dataset.namesakes, location.href);
    address.searchParams.set("name", field.value);
    try {
      const answer = await fetch(address);
      if (answer.ok && mine === asked) region.innerHTML = await answer.text();
    } catch {
      // Offline: saving asks again.
    }
  });
}
