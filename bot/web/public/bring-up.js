/* What a button brought is scrolled into view: Chainlit itself scrolls to questions only. */

let newest = "";

export function bringUp() {
  const steps = document.querySelectorAll(".step");
  const last = steps[steps.length - 1];
  const id = last ? last.querySelector("[id^=step-]").id : "";
  if (id === newest) return;
  newest = id;
  const before = steps[steps.length - 2];
  const followsAnswer = before && before.dataset.stepType === "assistant_message";
  if (!followsAnswer || last.dataset.stepType !== "assistant_message") return;
  last.scrollIntoView({ block: "start" });
  setTimeout(() => last.scrollIntoView({ block: "start" }), 400); /* its buttons come a moment after it */
}

document.addEventListener("click", (event) => {
  const starters = event.target.closest && event.target.closest("#starters");
  if (starters) setTimeout(() => starters.scrollIntoView({ block: "end" }), 100);
});
