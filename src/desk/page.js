(function () {
  const search = document.getElementById("search");
  const form = document.getElementById("of-form");
  const boxes = document.querySelectorAll(".filters input[type=checkbox]");
  const findings = Array.from(document.querySelectorAll("article[data-level]"), a => ({ node: a, text: a.textContent.toLowerCase() }));
  const count = document.getElementById("count");
  function apply() {
    const words = search.value.trim().toLowerCase();
    const levels = new Set(Array.from(boxes).filter(b => b.checked).map(b => b.value));
    let shown = 0;
    for (const f of findings) {
      const ofForm = form.value === "" || (" " + f.node.dataset.forms + " ").includes(" " + form.value + " ");
      const on = levels.has(f.node.dataset.level) && ofForm && (words === "" || f.text.includes(words));
      f.node.classList.toggle("hidden", !on);
      if (on && f.node.dataset.copy === undefined) ++shown;
    }
    for (const section of document.querySelectorAll("section[data-form]"))
      section.classList.toggle("hidden", form.value !== "" && section.dataset.form !== form.value);
    count.textContent = shown;
  }
  let waiting;
  search.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(apply, 120); });
  form.addEventListener("change", apply);
  boxes.forEach(b => b.addEventListener("change", apply));
  document.addEventListener("keydown", e => {
    if (e.key === "/" && document.activeElement !== search) { e.preventDefault(); search.focus(); }
    if (e.key === "Escape" && document.activeElement === search) { search.value = ""; apply(); }
  });
  for (const section of document.querySelectorAll("section[data-form]")) {
    const option = document.createElement("option");
    option.value = section.dataset.form;
    option.textContent = section.dataset.name;
    form.append(option);
  }
  apply();
})();
