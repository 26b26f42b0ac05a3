(() => {
  "use strict";
  const back = document.getElementById("back");
  let lit = [];
  let from = null;

  function open(element) {
    for (let at = element; at; at = at.parentElement) {
      if (at.tagName === "DETAILS") at.open = true;
    }
  }

  function follow() {
    lit.forEach((mark) => mark.classList.remove("lit"));
    lit = [];
    const id = decodeURIComponent(location.hash.slice(1));
    const target = id && document.getElementById(id);
    if (!target) {
      back.hidden = true;
      return;
    }
    open(target);
    lit = [...document.querySelectorAll("mark[data-a]")].filter((mark) =>
      mark.dataset.a.split(" ").includes(id));
    lit.forEach((mark) => mark.classList.add("lit"));
    target.scrollIntoView({ block: target.tagName === "SECTION" ? "start" : "center" });
    back.hidden = !(from && target.closest("#pages, #comments"));
  }

  const table = document.querySelector(".matrix");
  const choice = document.getElementById("choice");

  function narrow() {
    const off = new Set([...choice.querySelectorAll("[aria-pressed=false]")].map((b) => b.dataset.party));
    const asked = table.querySelector(".only[aria-pressed=true]")?.closest("tr");
    const heads = [...table.querySelectorAll(".origins [data-party]")];
    const shown = heads.map((head, at) =>
      !off.has(head.dataset.party) && !asked?.cells[at + 1].classList.contains("none"));
    table.querySelectorAll(".origins, tbody tr").forEach((row) =>
      shown.forEach((is, at) => { row.cells[at + 1].hidden = !is; }));
    let at = 0;
    table.querySelectorAll(".parties th").forEach((head) => {
      const width = Number(head.dataset.width);
      const left = shown.slice(at, at + width).filter(Boolean).length;
      head.hidden = !left;
      head.colSpan = left || 1;
      at += width;
    });
  }

  if (choice) {
    choice.hidden = false;
    const only = [...table.querySelectorAll(".only")];
    only.forEach((button) => { button.hidden = false; });
    document.querySelectorAll("#choice button, .only").forEach((button) =>
      button.addEventListener("click", () => {
        const pressed = button.getAttribute("aria-pressed") !== "true";
        if (pressed && only.includes(button)) only.forEach((b) => b.setAttribute("aria-pressed", "false"));
        button.setAttribute("aria-pressed", String(pressed));
        narrow();
      }));
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (link && link !== back) from = link;
  });
  back.addEventListener("click", (event) => {
    event.preventDefault();
    if (!from) return;
    const to = from;
    from = null;
    back.hidden = true;
    open(to);
    to.scrollIntoView({ block: "center" });
    to.focus({ preventScroll: true });
  });
  addEventListener("hashchange", follow);
  addEventListener("beforeprint", () =>
    document.querySelectorAll("details:not(.veiled, .apart)").forEach((part) => { part.open = true; }));
  follow();
})();
