"use strict";
// Ticks the desk's clock and the timers, and renews the live sections of a page when the record grows. Texts come from data attributes.
(() => {
  const face = document.getElementById("clock");
  const loaded = Date.now();
  const pace = face ? Number(face.dataset.speed) : 1;
  const now = () => (face ? Date.parse(face.dataset.now) : loaded) + (Date.now() - loaded) * pace;
  const pad = (n) => String(n).padStart(2, "0");
  const format = face && new Intl.DateTimeFormat("en-CA", { timeZone: face.dataset.zone, month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" });
  const tick = () => {
    if (face) {
      const part = Object.fromEntries(format.formatToParts(now()).map((p) => [p.type, p.value]));
      face.textContent = `${part.month}-${part.day} ${part.hour}:${part.minute}:${part.second}`;
    }
    for (const timer of document.querySelectorAll("[data-due]")) {
      const left = Math.trunc((Date.parse(timer.dataset.due) - now()) / 1000), s = Math.abs(left);
      const time = `${Math.trunc(s / 3600)}:${pad(Math.trunc(s / 60) % 60)}:${pad(s % 60)}`;
      timer.textContent = (left < 0 ? timer.dataset.late : timer.dataset.left).replace("{time}", time);
    }
  };
  setInterval(tick, 1000);
  tick();

  const sections = [...document.querySelectorAll("[data-live]")];
  if (!sections.length) return;
  const touched = (one) => one.type === "checkbox" || one.type === "radio" ? one.checked !== one.defaultChecked
    : one.tagName === "SELECT" ? [...one.options].some((option) => option.selected !== option.defaultSelected) && one.selectedIndex > 0
    : one.type !== "hidden" && one.value !== one.defaultValue;
  const inside = (section) => section.contains(document.activeElement) && document.activeElement !== section ? document.activeElement : null;
  // something is being written or was opened: the section waits
  const busy = (section) => inside(section)?.matches("input, textarea, select") || section.querySelector("details[open]")
    || [...section.querySelectorAll("input, textarea, select")].some(touched);
  // where the focus goes on: the same link or button in the new section
  const twin = (fresh, held) => held.id ? fresh.querySelector(`#${CSS.escape(held.id)}`)
    : held.matches("a[href]") ? fresh.querySelector(`a[href="${CSS.escape(held.getAttribute("href"))}"]`)
    : held.form ? fresh.querySelector(`form[action="${CSS.escape(held.form.getAttribute("action") ?? "")}"] button`) : null;
  const say = (section) => {
    if (section.querySelector(":scope > .waits")) return;
    const note = document.createElement("p");
    note.className = "note waits";
    note.setAttribute("role", "status");
    note.textContent = document.body.dataset.waits ?? "";
    section.append(note);
  };
  // a burst of entries renews a section once, and a page that nobody sees waits until somebody does
  const pause = 1500;
  const later = (section, wait) => { section.later ??= setTimeout(() => { section.later = undefined; if (section.stale) renew(section); }, wait); };
  const renew = async (section) => {
    const rest = (section.renewed ?? -pause) + pause - performance.now();
    if (section.waiting || document.hidden || rest > 0) {
      section.stale = true;
      if (!section.waiting && !document.hidden) later(section, rest);
      return;
    }
    section.waiting = true;
    section.renewed = performance.now();
    section.stale = false;
    try {
      const answer = await fetch(section.dataset.live, { headers: { "X-Fragment": "1" } });
      if (answer.redirected || answer.status === 401 || answer.status === 403) {
        // signed out: the next page says so. Not while words stand in a field of this one.
        if (![...document.querySelectorAll("main input, main textarea, main select")].some(touched)) location.reload();
        return;
      }
      if (answer.ok) {
        const text = await answer.text(), held = inside(section);
        if (text === section.shown) { section.querySelector(":scope > .waits")?.remove(); return; }
        const holder = document.createElement("template");
        holder.innerHTML = text;
        const fresh = holder.content, next = held && twin(fresh, held);
        if (busy(section) || (held && !next)) { section.stale = true; say(section); return; }
        section.replaceChildren(fresh);
        section.shown = text;
        next?.focus({ preventScroll: true });
        tick();
      }
    } catch { section.stale = true; } finally { section.waiting = false; }
    if (section.stale && !inside(section) && !busy(section)) later(section, 500);
  };
  const stream = new EventSource(document.body.dataset.stream);
  stream.addEventListener("record", (event) => {
    const type = JSON.parse(event.data).type;
    for (const section of sections) if (section.dataset.on.split(" ").some((start) => type.startsWith(start))) renew(section);
  });
  document.addEventListener("focusout", () => setTimeout(() => sections.filter((s) => s.stale).forEach(renew), 0));
  document.addEventListener("visibilitychange", () => sections.filter((s) => s.stale).forEach(renew));
  setInterval(() => sections.filter((s) => s.stale).forEach(renew), 15000);
  setInterval(() => sections.filter((s) => s.dataset.every !== undefined).forEach(renew), 60000);
})();
