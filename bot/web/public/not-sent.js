/* A question that nothing follows: a lost connection may have swallowed it, and nobody else would say so. */

const NOTE = document.getElementById("signpost-not-sent");
const WAIT = 8000; /* milliseconds in which even a server that just started shows that it is at work */

let waitingFor = "";
let timer = 0;

/* The last thing on the page, if it is a question that nobody is at work on. */
function unanswered() {
  if (document.getElementById("stop-button")) return null;
  const steps = document.querySelectorAll(".step");
  const last = steps[steps.length - 1];
  return last && last.dataset.stepType === "user_message" ? last : null;
}

function nameOf(step) {
  const named = step && step.querySelector("[id^=step-]");
  return named ? named.id : "";
}

export function watchForLoss() {
  const name = nameOf(unanswered());
  if (name === waitingFor) return;
  waitingFor = name;
  clearTimeout(timer);
  document.querySelector(".not-sent")?.remove();
  if (name) timer = setTimeout(() => say(name), WAIT);
}

function say(name) {
  const step = unanswered();
  if (!NOTE || nameOf(step) !== name) return;
  const box = document.createElement("div");
  box.className = "not-sent";
  box.setAttribute("role", "status");
  box.append(NOTE.content.cloneNode(true));
  box.querySelector("button").addEventListener("click", () => sendAgain(step));
  step.after(box);
  box.scrollIntoView({ block: "nearest" });
}

function sendAgain(step) {
  const box = document.getElementById("chat-input");
  const text = step.querySelector(".message-content")?.textContent;
  if (!box || !text) return;
  /* Past the property that React watches, so that it sees the text as typed. */
  Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value").set.call(box, text);
  box.dispatchEvent(new Event("input", { bubbles: true }));
  box.focus();
  requestAnimationFrame(() => document.getElementById("chat-submit")?.click());
}
