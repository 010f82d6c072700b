// Shows the source behind a footnote mark on hover and focus. Without it the mark still jumps there.
const preview = document.createElement("aside");
preview.className = "preview";
preview.popover = "auto"; // Escape and a click elsewhere close it
preview.setAttribute("aria-hidden", "true"); // the link itself leads to the same text
document.body.append(preview);
let waiting;
let shown; // the mark that the preview belongs to

function place(mark) {
  const spot = mark.getBoundingClientRect();
  const left = Math.min(spot.left, innerWidth - preview.offsetWidth - 12);
  const below = spot.bottom + 8;
  const fits = below + preview.offsetHeight < innerHeight;
  preview.style.left = `${Math.max(12, left)}px`;
  preview.style.top = `${fits ? below : spot.top - preview.offsetHeight - 8}px`;
}

// The source, then the words of it that this very mark stands for.
function told(mark) {
  const note = document.querySelector(mark.hash);
  const use = note?.querySelector(`[href="#${mark.id}"]`)?.closest("li");
  const words = [...(use?.querySelectorAll("q, small") ?? [])].map((part) => part.cloneNode(true));
  const source = note?.querySelector("cite")?.parentNode.cloneNode(true);
  return source ? [source, ...words.flatMap((part) => [part, " "])] : [];
}

function show(mark) {
  const parts = told(mark);
  if (!parts.length) return;
  preview.replaceChildren(...parts);
  preview.querySelectorAll("a").forEach((link) => link.replaceWith(link.textContent));
  preview.showPopover();
  shown = mark;
  place(mark);
}

const markOf = (event) => event.target.closest?.("[role=doc-noteref]");

const isOpen = () => preview.matches(":popover-open");

function hide() {
  clearTimeout(waiting);
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
