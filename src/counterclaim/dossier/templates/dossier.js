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
