// Filters and sorts the cases; without JavaScript every failing case is still there.
const cases = [...document.querySelectorAll("details.case[data-id]")];
const control = (id) => document.getElementById(id);
const orders = {
  run: () => 0,
  id: (a, b) => a.dataset.id.localeCompare(b.dataset.id),
  type: (a, b) => a.dataset.type.localeCompare(b.dataset.type),
  reasons: (a, b) => b.dataset.reasons - a.dataset.reasons,
  rank: (a, b) => b.dataset.rank - a.dataset.rank,
};

function fits(box) {
  const words = control("words").value.trim().toLowerCase();
  return (
    (control("passed").checked || box.dataset.reason !== "passed") &&
    (!control("type").value || box.dataset.type === control("type").value) &&
    (!control("source").value || box.dataset.source.split(" ").includes(control("source").value)) &&
    (!control("reason").value || box.dataset.reason.split("|").includes(control("reason").value)) &&
    (!words || box.textContent.toLowerCase().includes(words))
  );
}

function show() {
  for (const box of cases) box.hidden = !fits(box);
  const shown = cases.filter((box) => !box.hidden).length;
  control("count").textContent = `${shown} of ${cases.length} cases`;
}

function sort() {
  const list = cases.slice().sort(orders[control("order").value]);
  list.forEach((box) => box.parentNode.append(box));
}

document.querySelector("form.filters").addEventListener("input", show);
document.querySelector("form.filters").addEventListener("submit", (event) => event.preventDefault());
control("order").addEventListener("input", sort);
show();
