/* The welcome above the first question: in the page from the start, where Chainlit would ask for it again and again. */

const WELCOME = document.getElementById("signpost-welcome");

export function welcome() {
  const screen = document.getElementById("welcome-screen");
  const composer = document.getElementById("message-composer");
  if (!WELCOME || !screen || !composer || composer.parentElement !== screen) return;
  screen.querySelector(":scope > img")?.setAttribute("alt", ""); /* the sign says nothing that the heading does not */
  const ours = screen.querySelector(".welcome");
  const theirs = screen.querySelector(".prose:not(.welcome)"); /* the profile that staff chose has its own */
  if (theirs && ours) ours.remove();
  if (theirs || ours) return;
  const box = document.createElement("div");
  box.className = "welcome prose";
  box.append(WELCOME.content.cloneNode(true));
  screen.insertBefore(box, composer);
}
