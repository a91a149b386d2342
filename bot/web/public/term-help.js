/* What a term means, beside it: while a mouse rests on it or the keyboard is at it. A tap opens the same at the side. */

const help = document.createElement("div");
help.id = "term-help";
help.setAttribute("role", "tooltip");
help.hidden = true;

let explained = null;

function hide() {
  if (!explained) return;
  explained.removeAttribute("aria-describedby");
  explained = null;
  help.hidden = true;
}

function show(term) {
  hide();
  explained = term;
  help.textContent = term.dataset.meaning;
  help.hidden = false;
  term.setAttribute("aria-describedby", help.id);
  place(term);
}

function place(term) {
  const at = term.getBoundingClientRect();
  const room = document.documentElement.clientWidth - help.offsetWidth - 8;
  help.style.left = `${Math.max(8, Math.min(at.left, room))}px`;
  const above = at.top - help.offsetHeight - 4;
  help.style.top = `${above > 8 ? above : at.bottom + 4}px`;
}

function follow(event) {
  const over = event.target.closest ? event.target.closest("a[data-meaning]") : null;
  if (over) show(over);
  else if (!help.contains(event.target)) hide();
}

export function explainTerms() {
  document.body.append(help);
  if (window.matchMedia("(hover: hover)").matches) document.addEventListener("mouseover", follow);
  document.addEventListener("focusin", (event) => {
    if (event.target.matches("a[data-meaning]:focus-visible")) show(event.target);
    else hide();
  });
  document.addEventListener("click", hide, true);
  document.addEventListener("scroll", () => explained && place(explained), true);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });
}
