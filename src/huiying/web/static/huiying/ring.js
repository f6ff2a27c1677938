"use strict";
// Two calm tones when an orange or red warning begins to ring or rings again on the open board. Silent until the reader turns the sound on.
(() => {
  const button = document.getElementById("sound"), section = document.getElementById("ring");
  if (!button || !section || !window.AudioContext) return;
  const plain = document.title;
  let context = null, known = new Set(), times = 0;
  const marks = () => new Set([...section.querySelectorAll("[data-ring]")].map((one) => one.dataset.ring));
  const tone = (pitch, begin) => {
    const sound = context.createOscillator(), loud = context.createGain(), at = context.currentTime + begin;
    sound.frequency.value = pitch;
    loud.gain.setValueAtTime(0, at);
    loud.gain.linearRampToValueAtTime(0.2, at + 0.04);
    loud.gain.exponentialRampToValueAtTime(0.001, at + 0.9);
    sound.connect(loud).connect(context.destination);
    sound.start(at);
    sound.stop(at + 1);
  };
  const ring = () => {
    if (!context) return;
    tone(587, 0);
    tone(440, 0.4);
    button.dataset.times = String(++times);
  };
  const look = () => {
    const present = marks(), fresh = [...present].some((mark) => !known.has(mark));
    known = present;
    document.title = present.size ? `(${present.size}) ${plain}` : plain;
    if (fresh) ring();
  };
  button.addEventListener("click", () => {
    if (context) { context.close(); context = null; } else { context = new AudioContext(); ring(); }
    button.setAttribute("aria-pressed", String(context !== null));
    button.textContent = context ? button.dataset.on : button.dataset.off;
  });
  button.hidden = false;
  look();
  new MutationObserver(look).observe(section, { childList: true, subtree: true });
})();
