/* Names for icon buttons and citations, roles, and the live region: what a screen reader needs. */

const NAMES = {
  "new-chat-button": "Start again",
  "theme-toggle": "Light or dark",
  "chat-submit": "Send question",
  "stop-button": "Stop",
  "chat-input": "Your question",
};

export function nameButtons(root) {
  for (const [id, name] of Object.entries(NAMES)) {
    const found = document.getElementById(id);
    if (found && !found.hasAttribute("aria-label")) found.setAttribute("aria-label", name);
  }
  for (const button of root.querySelectorAll("button:not([aria-label])")) {
    if (button.textContent.trim()) continue;
    button.dataset.iconOnly = "";
    button.setAttribute("aria-label", guess(button));
  }
}

function guess(button) {
  const icon = button.querySelector("svg");
  const names = icon ? icon.getAttribute("class") || "" : "";
  if (names.includes("lucide-copy") || names.includes("lucide-check")) return "Copy";
  if (names.includes("arrow-down")) return "Go to the newest answer";
  if (names.includes("lucide-x")) return "Close";
  return "More";
}

export function nameCitations(root) {
  for (const link of root.querySelectorAll('.message-content a[href^="/sources/"]')) {
    /* While an answer is being written, the page uses a link again for another citation. */
    const name = link.title || link.textContent;
    if (link.getAttribute("aria-label") === name) continue;
    link.setAttribute("aria-label", name);
    link.setAttribute("aria-expanded", "false");
    link.setAttribute("aria-controls", "passage-panel");
    link.removeAttribute("target");
  }
}

export function nameTerms(root) {
  for (const link of root.querySelectorAll('.message-content a[href^="/glossary/"][title]')) {
    link.dataset.meaning = link.title;
    link.removeAttribute("title");
    link.removeAttribute("target");
    link.setAttribute("aria-expanded", "false");
    link.setAttribute("aria-controls", "passage-panel");
  }
}

export function quietParagraphs(root) {
  for (const part of root.querySelectorAll('.message-content [role="article"]')) part.removeAttribute("role");
}

export function tellStarters() {
  for (const button of document.querySelectorAll("#starters > div:first-child > button")) {
    button.setAttribute("aria-pressed", String(button.classList.contains("bg-primary")));
  }
}

export function nameDialogs() {
  for (const dialog of document.querySelectorAll('[role="dialog"]:not(#passage-panel):not([aria-label])')) {
    const heading = dialog.querySelector("h2");
    if (heading) dialog.setAttribute("aria-label", heading.textContent);
  }
}

export function frame() {
  const root = document.getElementById("root");
  if (!document.querySelector("h1.signpost")) {
    const heading = document.createElement("h1");
    heading.className = "signpost visually-hidden";
    heading.textContent = "Signpost: questions about SEND support";
    document.body.prepend(heading);
  }
  root.setAttribute("role", "main");
  const first = document.querySelector(".step");
  const log = first && first.parentElement;
  if (log && log.getAttribute("role") !== "log") {
    log.setAttribute("role", "log");
    log.setAttribute("aria-live", "polite");
    log.setAttribute("aria-label", "Your questions and the answers");
  }
}
