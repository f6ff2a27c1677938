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
  const busy = (section) => section.contains(document.activeElement) && document.activeElement.matches("input, textarea, select") || section.querySelector("details[open]");
  const renew = async (section) => {
    if (section.waiting || busy(section)) { section.stale = true; return; }
    section.waiting = true;
    section.stale = false;
    try {
      const answer = await fetch(section.dataset.live, { headers: { "X-Fragment": "1" } });
      if (answer.redirected || answer.status === 401 || answer.status === 403) { location.reload(); return; }
      if (answer.ok && !busy(section)) {
        const text = await answer.text(), held = section.contains(document.activeElement) && document.activeElement.id;
        if (text !== section.shown) { section.innerHTML = section.shown = text; tick(); }
        if (held) document.getElementById(held)?.focus();
      }
    } catch { section.stale = true; } finally { section.waiting = false; }
    if (section.stale) setTimeout(() => section.stale && renew(section), 500);
  };
  const stream = new EventSource(document.body.dataset.stream);
  stream.addEventListener("record", (event) => {
    const type = JSON.parse(event.data).type;
    for (const section of sections) if (section.dataset.on.split(" ").some((start) => type.startsWith(start))) renew(section);
  });
  document.addEventListener("focusout", () => setTimeout(() => sections.filter((s) => s.stale).forEach(renew), 0));
  setInterval(() => sections.filter((s) => s.stale || s.dataset.every !== undefined).forEach(renew), 15000);
})();
