/* How many characters are left, said only when it begins to matter. */

const LONGEST = Number(document.querySelector('meta[name="longest-question"]')?.content || 2000);

export function count() {
  const box = document.getElementById("chat-input");
  const composer = document.getElementById("message-composer");
  if (!box || !composer) return;
  let line = composer.querySelector(".question-length");
  if (!line) {
    line = document.createElement("div");
    line.className = "question-length";
    line.setAttribute("role", "status");
    composer.append(line);
  }
  const over = box.value.length - LONGEST;
  const text = over > 0 ? `${over.toLocaleString("en-GB")} characters too long` : box.value.length > LONGEST - 300 ? `${-over} characters left` : "";
  if (line.textContent !== text) line.textContent = text;
  line.classList.toggle("over", over > 0);
}
