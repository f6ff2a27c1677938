"use strict";
// The single keys of the desk. Every one of them only does what a link or a button of the page does; the list stands in web/keys.py.
(() => {
  const body = document.body, help = document.getElementById("keys-help");
  const ROW = "main .rows > li, main tbody > tr, main .ringing > li, main article.proposal";
  const DO = "main .acts > details > summary, main .acts form > button, main .acts .actions button, main form.actions button, main form.editor > .actions button";
  const field = (node) => node.matches?.("textarea, select, [contenteditable], input:not([type=checkbox], [type=radio], [type=submit], [type=button])");
  // not what lies in a closed fold, though it has a place on the page
  const seen = (node) => node.checkVisibility ? node.checkVisibility() : node.getClientRects().length > 0 && !node.closest("details:not([open]) > :not(summary)");
  const link = (row) => [...row.querySelectorAll("h3 a[href]"), ...row.querySelectorAll("a[href]")].find(seen);
  const at = () => document.activeElement?.closest?.(ROW);
  const show = (node) => { node.focus({ focusVisible: true }); node.scrollIntoView({ block: "nearest" }); };
  const step = (things, here, way) => {
    if (!things.length) return;
    const place = things.indexOf(here);
    show(things[place < 0 ? (way > 0 ? 0 : things.length - 1) : Math.min(Math.max(place + way, 0), things.length - 1)]);
  };
  const rows = (way) => {
    const links = [...document.querySelectorAll(ROW)].map(link).filter(Boolean), row = at();
    step(links, row && link(row), way);
  };
  const acts = (way) => step([...document.querySelectorAll(DO)].filter(seen), document.activeElement, way);
  const acknowledge = () => {
    const form = at()?.querySelector('form[action$="/acknowledge/"]') ?? document.querySelector('#acts form[action$="/acknowledge/"]');
    form?.requestSubmit();
    return form;
  };
  const search = () => {
    const box = document.getElementById("q") ?? document.querySelector(".find input");
    box?.focus();
    box?.select();
    return box;
  };
  const choose = () => {
    const box = at()?.querySelector("input[type=checkbox]");
    box?.click();
    return box;
  };
  const KEYS = {
    "/": search, "／": search, "?": () => help?.showModal(), "？": () => help?.showModal(), x: choose, a: acknowledge,
    j: () => rows(1), k: () => rows(-1), n: () => acts(1), p: () => acts(-1),
  };
  let waits = 0;
  document.addEventListener("keydown", (event) => {
    const target = event.target;
    if (event.isComposing || event.defaultPrevented) return;
    if (event.key === "Enter" && event.ctrlKey && target.form && field(target)) {
      event.preventDefault();
      target.form.requestSubmit(target.form.querySelector("button:not([type=button])"));
    }
    if (event.key === "Escape" && field(target)) target.blur();
    if (body.dataset.keys !== "on" || event.ctrlKey || event.altKey || event.metaKey || field(target) || help?.open) return;
    if (waits && event.timeStamp - waits < 1500) {
      waits = 0;
      const to = [...document.querySelectorAll("[data-key]")].find((one) => one.dataset.key === event.key);
      if (to) { event.preventDefault(); to.click(); }
      return;
    }
    waits = event.key === "g" ? event.timeStamp : 0;
    if (Object.hasOwn(KEYS, event.key)) { event.preventDefault(); KEYS[event.key](); }
  });
  help?.querySelector("button")?.addEventListener("click", () => help.close());
})();
