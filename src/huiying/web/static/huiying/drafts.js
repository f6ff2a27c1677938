"use strict";
// Keeps what is being written in this browser until the desk says that it has it, and offers it back afterwards. Nothing leaves the machine.
(() => {
  const member = document.body.dataset.member, offer = document.getElementById("draft-offer");
  if (!member || !offer) return;
  const BEGIN = "draft ", DAYS = 14 * 86400_000;
  const address = (form) => form.getAttribute("action");
  const key = (path) => `${BEGIN}${member} ${path}`;
  const read = (name) => { try { return JSON.parse(localStorage.getItem(name)); } catch { return null; } };
  const write = (name, value) => { try { value ? localStorage.setItem(name, JSON.stringify(value)) : localStorage.removeItem(name); } catch { /* a browser that keeps nothing */ } };
  const kept = (one) => one.name && one.name !== "csrfmiddlewaretoken" && !one.name.startsWith("pick-") && !/^(password|file|submit|button)$/.test(one.type) && (one.type !== "hidden" || /^(based_on|as_of)$/.test(one.name));
  const ticks = (one) => one.type === "checkbox" || one.type === "radio";
  const fields = (form) => [...form.elements].filter(kept).map((one) => ticks(one) ? [one.name, one.value, one.checked] : [one.name, one.value]);
  // whether somebody wrote something: marks of what was seen are not words
  const words = (list) => JSON.stringify(list.filter(([name]) => name !== "based_on" && name !== "as_of"));

  for (const told of document.querySelectorAll(".told[data-done]")) write(key(told.dataset.done), null);
  try {
    for (const name of Object.keys(localStorage)) if (name.startsWith(BEGIN) && !(Date.now() - Date.parse(read(name)?.at) < DAYS)) localStorage.removeItem(name);
  } catch { return; }

  const addRow = (form, place) => {
    const last = form.querySelector(".sentences > li:last-child");
    if (!last) return;
    const old = last.querySelector("textarea").name.slice(1, -5), row = last.cloneNode(true);
    for (const one of row.querySelectorAll("[name], [id], [for]")) {
      for (const part of ["name", "id", "for"]) if (one.hasAttribute(part)) one.setAttribute(part, one.getAttribute(part).replace(`s${old}-`, `s${place}-`));
    }
    last.after(row);
  };
  const putBack = (form, list) => {
    for (const [name] of list) {
      const row = /^s(\d+)-text$/.exec(name);
      if (row && !form.elements.namedItem(name)) addRow(form, row[1]);
    }
    for (const [name, value, ticked] of list) {
      for (const one of [...form.elements].filter((one) => one.name === name && kept(one))) {
        if (!ticks(one)) one.value = value;
        else if (one.value === value) one.checked = ticked;
      }
    }
  };
  const time = (text) => {
    const zone = document.getElementById("clock")?.dataset.zone, moment = new Date(text);
    const day = new Intl.DateTimeFormat("en-CA", { timeZone: zone, month: "2-digit", day: "2-digit" });
    const hour = new Intl.DateTimeFormat("en-GB", { timeZone: zone, hour: "2-digit", minute: "2-digit" }).format(moment);
    return day.format(moment) === day.format(new Date()) ? hour : `${day.format(moment)} ${hour}`;
  };

  for (const form of document.querySelectorAll('form[method="post"]')) {
    if (!form.querySelector("textarea") || form.dataset.unkept !== undefined) continue;
    const name = key(address(form)), shown = words(fields(form));
    let waiting = null, timer = 0;
    const keep = () => {
      const now = fields(form);
      clearTimeout(timer);
      timer = 0;
      if (words(now) !== shown) write(name, { at: new Date().toISOString(), fields: now, ...(waiting && { before: waiting }) });
      else write(name, waiting);
    };
    const ask = (draft) => {
      waiting = draft && words(draft.fields) !== shown ? draft : null;
      if (!waiting) return;
      const box = offer.content.firstElementChild.cloneNode(true), folded = form.closest("details");
      box.querySelector("p").textContent = box.dataset.said.replace("{time}", time(draft.at));
      const [back, away] = box.querySelectorAll("button");
      back.addEventListener("click", () => {
        if (folded) folded.open = true;
        putBack(form, waiting.fields);
        waiting = null;
        box.remove();
        keep();
        form.querySelector("textarea").focus();
      });
      away.addEventListener("click", () => {
        const before = waiting.before;
        waiting = null;
        box.remove();
        keep();
        ask(before);
      });
      (folded ?? form).before(box);
    };
    ask(read(name));
    form.addEventListener("input", () => { timer ||= setTimeout(keep, 400); });
    form.addEventListener("submit", keep);
    addEventListener("pagehide", () => timer && keep());
  }
})();
