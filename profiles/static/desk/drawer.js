// Opens the page of a fact beside its form. Without it the mark leads to the page itself.

const drawer = document.createElement("dialog");
drawer.className = "drawer desk";
drawer.setAttribute("aria-labelledby", "drawer-title");
const close = document.createElement("button");
close.type = "button";
close.className = "drawer-close";
close.setAttribute("aria-label", "Close");
close.textContent = "×";
const content = document.createElement("div");
drawer.append(close, content);
const live = document.createElement("p"); // what was done, for those who do not see the mark change
live.className = "visually-hidden";
live.setAttribute("role", "status");
document.body.append(drawer, live);
const aloud = live.cloneNode(); // the same while the drawer is open, when nothing outside it is read
drawer.append(aloud);

let opener; // the mark that the drawer was opened from
let entered; // the last field in it that had the focus

const pathOf = (url) => new URL(url, location.href).pathname;
const marksAt = (url) => [...document.querySelectorAll("a.mark")].filter((mark) => pathOf(mark.href) === pathOf(url));
const factOf = (url) => pathOf(url).replace(/\/$/, "").split("/").pop();

// An input by its name, in the inline row that a mark stands in, or else in the form.
function inputBeside(mark, name) {
  const row = mark.closest("tr");
  return row ? row.querySelector(`[name$="-${name}"]`) : document.getElementById(`id_${name}`);
}

async function ask(url, options = {}) {
  const address = new URL(url, location.href);
  address.searchParams.set("drawer", "");
  const answer = await fetch(address, { credentials: "same-origin", ...options });
  const isOurs = answer.ok || answer.status === 422;
  if (answer.status === 403 && options.body) return null;
  if (!isOurs || answer.redirected) throw new Error(`The desk answered ${answer.status}.`);
  return { ok: answer.ok, html: await answer.text() };
}

// A refused form may only be older than the session: somebody logged in again in another tab.
async function post(form, body) {
  const answer = await ask(form.action, { method: "POST", body });
  if (answer) return answer;
  const page = new DOMParser().parseFromString((await ask(form.action)).html, "text/html");
  const fresh = page.querySelector("form[method=post]")?.elements;
  if (fresh?.opened_by?.value !== form.elements.opened_by?.value) throw new Error("Another person is logged in now.");
  form.elements.csrfmiddlewaretoken.value = fresh.csrfmiddlewaretoken.value;
  body.set("csrfmiddlewaretoken", fresh.csrfmiddlewaretoken.value);
  return (await ask(form.action, { method: "POST", body })) ?? Promise.reject(new Error("The desk refused twice."));
}

function fill(html) {
  content.innerHTML = html;
  return JSON.parse(content.querySelector("#drawer-data").textContent);
}

async function show(mark) {
  opener = mark;
  content.innerHTML = '<p class="drawer-wait" id="drawer-title">Loading …</p>';
  drawer.showModal();
  try {
    fill((await ask(mark.href)).html);
  } catch {
    location.assign(mark.href); // logged out, or no connection: the page says which
    return;
  }
  const typed = inputBeside(mark, factOf(mark.href))?.value;
  const value = content.querySelector("[data-quick] [name=value]");
  const folded = content.querySelector("details.quick");
  if (value && typed && value.value !== typed) {
    value.value = value.defaultValue = typed; // it stands in the form still
    folded.open = true;
  }
  const first = folded?.open && content.querySelector("[data-quick] [name=recent]:checked, [data-quick] [name=source]");
  (first || folded?.querySelector("summary") || close).focus();
}

// The form around the mark learns what was written, so that saving it finds nothing stale.
function learn(data) {
  for (const known of data.marks) {
    for (const mark of marksAt(known.url)) {
      mark.className = `mark ${known.tone}`;
      mark.querySelector(".sign").textContent = known.sign;
      mark.querySelector(".words").textContent = known.words;
    }
  }
  const [version, seen] = [inputBeside(opener, "version"), inputBeside(opener, "seen")];
  if (!version || version.value !== String(data.before)) return;
  version.value = data.version;
  const values = JSON.parse(seen.value || "{}");
  const quick = factOf(opener.href);
  for (const [name, value] of Object.entries(data.values)) {
    if (values[name] === value) continue;
    const input = inputBeside(opener, name);
    if (!input) continue;
    const isUntouched = input.value === String(values[name] ?? "") || name === quick;
    values[name] = value;
    if (isUntouched) input.value = input.defaultValue = value;
  }
  seen.value = JSON.stringify(values);
}

// A text that no form takes is neither shown nor sent: the browser would stand still for it, megabytes
// would travel for a refusal, and all else that was typed be lost.
function isTooLong(area, text = area.value) {
  area.closest(".field").querySelector(".errorlist")?.remove();
  const size = new Blob([text]).size;
  if (size <= Number(area.dataset.most)) return false;
  const list = document.createElement("ul");
  list.className = "errorlist";
  list.append(document.createElement("li"));
  list.firstChild.textContent = `This text has ${(size / 2 ** 20).toFixed(1)} MB. ${area.dataset.tooLong}`;
  area.before(list);
  aloud.textContent = list.textContent;
  area.closest("details").open = true;
  area.focus();
  return true;
}

async function send(form, submitter) {
  const isQuick = form.matches("[data-quick]");
  const area = form.elements.text;
  if (area && isTooLong(area)) return;
  const label = submitter?.textContent;
  const body = new FormData(form, submitter);
  submitter?.setAttribute("disabled", "");
  if (form.elements.fetch?.checked) aloud.textContent = submitter.textContent = "Fetching …";
  let answer;
  try {
    answer = await post(form, body);
  } catch {
    submitter?.removeAttribute("disabled");
    if (submitter) submitter.textContent = label;
    aloud.textContent = "Nothing was saved.";
    form.querySelector(":scope > .callout.bad")?.remove();
    form.insertAdjacentHTML("afterbegin", '<p class="callout bad">Nothing was saved: the desk did not answer, or your session has ended. What you typed stays here: log in again in another tab, then try again.</p>');
    return;
  }
  const data = fill(answer.html);
  if (!answer.ok) {
    refused();
    return;
  }
  learn(data);
  aloud.textContent = live.textContent = content.querySelector("[data-done]")?.textContent ?? "";
  const isDecided = !content.querySelector(".card.open");
  if (isQuick && isDecided && !content.querySelector("[data-stay]")) {
    content.replaceChildren();
    drawer.close();
  }
  else close.focus();
}

// What is to be put right has the focus, or the words that may be quoted.
function refused() {
  const wrong = content.querySelector(".errorlist ~ input, .errorlist ~ select, .errorlist ~ textarea, .errorlist ~ label input");
  const asked = content.querySelector("[data-suggested]");
  aloud.textContent = asked?.querySelector("legend").textContent ?? "";
  (wrong ?? asked?.querySelector("input") ?? asked?.closest("form").elements.quote ?? close).focus();
}

// A line for a key would run the lines of a text together: the text goes where texts go.
function takePasted(event) {
  const area = event.target.form?.elements.text;
  if (!area) return;
  const text = event.clipboardData.getData("text/plain");
  if (event.target.name === "source") movePasted(event, area, text);
  else if (event.target === area && isTooLong(area, text)) event.preventDefault();
}

function movePasted(event, area, text) {
  const isText = /\s/.test(text.trim()) && (text.trim().length >= 100 || text.trim().includes("\n"));
  if (!isText || area.value.trim()) return;
  event.preventDefault();
  if (isTooLong(area, text)) return;
  area.closest("details").open = true;
  area.value = text;
  area.focus();
  aloud.textContent = "The text stands in “Its text” now.";
}

// ✓ becomes ! while the value in the form is not the one that was cited.
function compare(input) {
  const scope = input.closest("tr") ?? input.closest(".form-row");
  const fact = input.name.split("-").pop();
  const mark = [...(scope?.querySelectorAll("a.mark") ?? [])].find((each) => factOf(each.href) === fact);
  if (!mark) return;
  const [sign, words] = [mark.querySelector(".sign"), mark.querySelector(".words")];
  const isChanged = input.value !== (input.tagName === "SELECT" ? chosenAtFirst(input) : input.defaultValue);
  mark.saved ??= { tone: mark.className, sign: sign.textContent, words: words.textContent };
  if (isChanged && mark.saved.sign === "✓") {
    [mark.className, sign.textContent, words.textContent] = ["mark bad", "!", "changed since cited, not saved yet"];
  } else {
    [mark.className, sign.textContent, words.textContent] = [mark.saved.tone, mark.saved.sign, mark.saved.words];
    delete mark.saved;
  }
}

// However it was closed: what was typed in it is given up only when that is meant.
function closed() {
  const texts = [...content.querySelectorAll("input:not([type=checkbox], [type=radio]), textarea")];
  const isTyped = content.querySelector("[data-unsaved]") || texts.some((field) => field.value !== field.defaultValue);
  if (isTyped && !confirm("What you typed beside the form is not recorded yet. Close it all the same, and lose that?")) {
    drawer.showModal();
    entered?.focus();
    return;
  }
  content.replaceChildren();
  opener?.focus();
}

const chosenAtFirst = (select) => [...select.options].find((option) => option.defaultSelected)?.value ?? select.options[0]?.value;

document.addEventListener("click", (event) => {
  const mark = event.target.closest("a.mark");
  const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey;
  if (!mark || !isPlain || drawer.contains(mark)) return;
  event.preventDefault();
  show(mark);
});
document.addEventListener("input", (event) => event.target.name && !drawer.contains(event.target) && compare(event.target));
close.addEventListener("click", () => drawer.close());
drawer.addEventListener("click", (event) => event.target === drawer && drawer.close());
drawer.addEventListener("close", closed);
content.addEventListener("focusin", (event) => (entered = event.target));
drawer.addEventListener("submit", (event) => {
  event.preventDefault();
  send(event.target, event.submitter);
});
drawer.addEventListener("paste", takePasted);
drawer.addEventListener("change", ({ target }) => {
  if (target.name === "suggested") target.form.elements.quote.value = target.value;
  const whose = target.form?.elements.whose;
  if (target.name === "recent" && whose && !whose.value) whose.value = "picked";
});
drawer.addEventListener("keydown", (event) => {
  const isTyping = event.target.matches("input:not([type=radio], [type=checkbox]), textarea, select");
  if (isTyping || event.ctrlKey || event.metaKey || event.altKey || !/^[1-9]$/.test(event.key)) return;
  const pick = content.querySelectorAll("[data-quick] [name=recent]")[event.key - 1];
  if (!pick) return;
  event.preventDefault();
  pick.checked = true;
  pick.dispatchEvent(new Event("change", { bubbles: true }));
  pick.focus();
});
