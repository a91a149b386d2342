/* The passage, or a term's meaning, at the side: beside the chat on a wide screen, over it on a phone.
   Without this file a citation is a plain link to the page of its passage. */

let opener = null;

export const panel = document.createElement("aside");
panel.id = "passage-panel";
panel.hidden = true;
panel.setAttribute("role", "dialog");
panel.setAttribute("aria-label", "The cited passage");
const bar = document.createElement("div");
bar.className = "bar";
const barTitle = document.createElement("span");
barTitle.textContent = "The passage";
const closeButton = document.createElement("button");
closeButton.type = "button";
closeButton.textContent = "Close";
bar.append(barTitle, closeButton);
const shown = document.createElement("div");
panel.append(bar, shown);

const coversAll = () => window.matchMedia("(max-width: 1023px)").matches;

function close() {
  if (panel.hidden) return;
  panel.hidden = true;
  panel.removeAttribute("aria-modal");
  document.body.classList.remove("with-passage");
  document.getElementById("root").inert = false;
  if (opener && opener.isConnected) {
    opener.setAttribute("aria-expanded", "false");
    opener.focus();
  }
  opener = null;
}

function open(link) {
  if (!panel.contains(link)) {
    if (opener) opener.setAttribute("aria-expanded", "false");
    opener = link;
    opener.setAttribute("aria-expanded", "true");
  }
  panel.hidden = false;
  document.body.classList.add("with-passage");
  const covers = coversAll();
  panel.toggleAttribute("aria-modal", covers);
  if (covers) panel.setAttribute("aria-modal", "true");
  document.getElementById("root").inert = covers;
}

function message(text) {
  const line = document.createElement("p");
  line.textContent = text;
  shown.replaceChildren(line);
}

async function show(link) {
  const address = new URL(link.href);
  open(link);
  message("Opening the passage…");
  try {
    const reply = await fetch(address.pathname + address.search, { credentials: "same-origin" });
    const page = new DOMParser().parseFromString(await reply.text(), "text/html");
    const content = page.querySelector("article.passage") || page.querySelector("main");
    shown.replaceChildren(document.importNode(content, true));
    panel.dataset.address = address.pathname;
    const heading = shown.querySelector("h1");
    barTitle.textContent = heading ? heading.textContent : "The passage";
    if (heading) {
      heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
    }
    panel.scrollTop = 0;
    const mark = shown.querySelector("mark");
    if (mark) mark.scrollIntoView({ block: "nearest" });
  } catch {
    message("The passage could not be opened. Please try again.");
  }
}

closeButton.addEventListener("click", close);
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !panel.hidden) {
    event.preventDefault();
    close();
  }
});
document.addEventListener(
  "click",
  (event) => {
    const link = event.target.closest && event.target.closest('a[href^="/sources/"], a[href^="/glossary/"]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    show(link);
  },
  true,
);
