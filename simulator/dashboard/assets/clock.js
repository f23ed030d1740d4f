import { texts } from './texts.js';

/** The merchant's clock as the page was made, and the browser's at that moment. */
const face = () => document.querySelector('[data-clock]');
let readAt = Date.now();
let shown = face()?.dataset.clock;

const two = (part) => String(part).padStart(2, '0');

const leftUntil = (ms) => {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  if (seconds >= 2 * 86_400) return texts.days.replace('{count}', String(Math.floor(seconds / 86_400)));
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), seconds % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
};

const tick = () => {
  const clock = face();
  if (!clock || document.body.classList.contains('is-away')) return;
  if (clock.dataset.clock !== shown) {
    shown = clock.dataset.clock;
    readAt = Date.now();
  }
  const passed = 'frozen' in clock.dataset ? 0 : Date.now() - readAt;
  const now = Number(clock.dataset.clock) + passed;
  const day = new Date(now + Number(clock.dataset.offset) * 60_000);
  clock.textContent = `${two(day.getUTCHours())}:${two(day.getUTCMinutes())}:${two(day.getUTCSeconds())}`;
  for (const due of document.querySelectorAll('[data-due]')) due.textContent = leftUntil(Number(due.dataset.due) - now);
};

/** Clock and countdowns go on, once a second. */
export const listenToClock = () => {
  setInterval(tick, 1000);
};
