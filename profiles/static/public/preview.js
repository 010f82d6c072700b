// Shows the source behind a footnote mark on hover and focus, and the words of it that this very
// mark stands for. Without it the mark still jumps to its source, and that leads to the words.
const { sources, release, page = "" } = document.querySelector("script[data-release]").dataset;
const preview = document.createElement("aside");
preview.className = "preview";
preview.popover = "auto"; // Escape and a click elsewhere close it
preview.setAttribute("aria-hidden", "true"); // the link itself leads to the same text
document.body.append(preview);
let waiting;
let shown; // the mark that the preview belongs to
let list; // the list of sources of this release, asked for once

function place(mark) {
  const spot = mark.getBoundingClientRect();
  const left = Math.min(spot.left, innerWidth - preview.offsetWidth - 12);
  const below = spot.bottom + 8;
  const fits = below + preview.offsetHeight < innerHeight;
  preview.style.left = `${Math.max(12, left)}px`;
  preview.style.top = `${fits ? below : spot.top - preview.offsetHeight - 8}px`;
}

const noteOf = (mark) => document.getElementById(mark.hash.slice(1));

async function listed() {
  const answer = await fetch(sources);
  const list = new DOMParser().parseFromString(await answer.text(), "text/html");
  return list.querySelector(`[data-release="${release}"]`);
}

// The list of sources knows of each passage which uses of its source stand for it: “3 b7”,
// the third on the profile and the seventh on the background.
async function passages(mark) {
  const more = noteOf(mark).querySelector(".uses [href*='#source-']");
  if (!more) return [];
  list ??= listed().catch(() => null);
  const source = (await list)?.querySelector(`#${CSS.escape(more.hash.slice(1))}`);
  const uses = [...document.querySelectorAll(`sup a[href="${mark.hash}"]`)];
  const found = source?.querySelectorAll(`[data-uses~="${page}${uses.indexOf(mark) + 1}"]`) ?? [];
  return [...new Map([...found].map((passage) => [passage.textContent, passage])).values()];
}

async function show(mark) {
  const source = noteOf(mark)?.querySelector(".source");
  if (!source) return;
  preview.replaceChildren(source.cloneNode(true));
  preview.querySelectorAll("a").forEach((link) => link.replaceWith(link.textContent));
  preview.showPopover();
  shown = mark;
  place(mark);
  const words = await passages(mark);
  if (shown !== mark || !isOpen()) return;
  const quoted = words.slice(0, 4).map((passage) => document.importNode(passage, true));
  const remark = preview.querySelector(".copy");
  if (remark) remark.before(...quoted);
  else preview.append(...quoted);
  place(mark);
}

const markOf = (event) => event.target.closest?.("sup a");

const isOpen = () => preview.matches(":popover-open");

function hide() {
  clearTimeout(waiting);
  shown = null;
  if (isOpen()) preview.hidePopover();
}

for (const [over, out] of [["pointerover", "pointerout"], ["focusin", "focusout"]]) {
  document.addEventListener(over, (event) => {
    const mark = markOf(event);
    if (mark) waiting = setTimeout(show, 150, mark);
  });
  document.addEventListener(out, (event) => markOf(event) && hide());
}
// Focusing a mark may scroll it into view: the preview follows, it does not vanish.
addEventListener("scroll", () => isOpen() && place(shown), { passive: true });
