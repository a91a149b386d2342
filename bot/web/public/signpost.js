/* What Chainlit's page lacks, mended whenever the page changes. Without it everything still works, less kindly. */

import { bringUp } from "./bring-up.js";
import { frame, nameButtons, nameCitations, nameDialogs, nameTerms, quietParagraphs, tellStarters } from "./names.js";
import { watchForLoss } from "./not-sent.js";
import { panel } from "./passage-panel.js";
import { count } from "./question-length.js";
import { explainTerms } from "./term-help.js";
import { urgent } from "./urgent.js";
import { welcome } from "./welcome.js";

let waiting = false;

function mend() {
  waiting = false;
  const root = document.getElementById("root");
  frame();
  if (!panel.isConnected) document.body.append(panel);
  urgent(root);
  quietParagraphs(root);
  nameCitations(root);
  nameTerms(root);
  nameButtons(document.body);
  tellStarters();
  nameDialogs();
  welcome();
  bringUp();
  watchForLoss();
  count();
}

function begin() {
  mend();
  new MutationObserver(() => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(mend);
  }).observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ["class"] });
  document.addEventListener("input", count, true);
  explainTerms();
}

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
else begin();
