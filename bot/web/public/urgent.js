/* Danger: read out at once, its numbers ready to press. The card itself is drawn by the style sheet alone. */

const NUMBER = /\b(?:999|111|116 123|85258|0\d{2,4}(?: \d{3,4}){1,3})\b/g;

export function urgent(root) {
  for (const icon of root.querySelectorAll(".ai-message .lucide-phone-call")) {
    const card = icon.closest(".ai-message");
    if (card.classList.contains("urgent")) continue;
    const text = card.querySelector(".message-content");
    if (!text) continue;
    card.classList.add("urgent");
    card.setAttribute("role", "alert");
    linkNumbers(text);
  }
}

function linkNumbers(text) {
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) nodes.push(walker.currentNode);
  for (const node of nodes) {
    if (node.parentElement.closest("a")) continue;
    const parts = [];
    let at = 0;
    for (const found of node.nodeValue.matchAll(NUMBER)) {
      parts.push(node.nodeValue.slice(at, found.index), phone(found[0]));
      at = found.index + found[0].length;
    }
    if (parts.length) node.replaceWith(...parts, node.nodeValue.slice(at));
  }
}

function phone(number) {
  const link = document.createElement("a");
  link.className = "phone";
  link.href = (number === "85258" ? "sms:" : "tel:") + number.replaceAll(" ", "");
  link.textContent = number;
  link.setAttribute("aria-label", (number === "85258" ? "Text " : "Call ") + number);
  return link;
}
