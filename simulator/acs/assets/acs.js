const page = document.querySelector('[data-page="acs"]');
const announcer = document.querySelector('[data-announcer]');
const resend = document.querySelector('[data-resend]');
const hint = document.querySelector('[data-resend-hint]');
const loadedAt = Date.now();

/** A page that is over at once, because its clock has stopped, must not be loaded again and again. */
const leastMs = 5000;

const countdowns = Object.fromEntries(
  [...document.querySelectorAll('[data-countdown]')].map((shown) => [
    shown.dataset.countdown,
    { shown, endsAt: loadedAt + Number(shown.dataset.seconds) * 1000 },
  ]),
);

const clockFace = (seconds) => {
  const hours = Math.floor(seconds / 3600);
  const tail = [Math.floor((seconds % 3600) / 60), seconds % 60].map((part) => String(part).padStart(2, '0')).join(':');
  return hours > 0 ? `${hours}:${tail}` : tail;
};

/** Shows what is left, in seconds. */
const show = ({ shown, endsAt }) => {
  const left = Math.max(0, Math.ceil((endsAt - Date.now()) / 1000));
  shown.textContent = clockFace(left);
  return left;
};

let hasAnnounced = false;
let isOver = false;

const tick = () => {
  if (countdowns.resend) {
    const left = show(countdowns.resend);
    resend.disabled = left > 0;
    hint.hidden = left === 0;
  }
  const left = show(countdowns.end);
  if (left <= 60 && left > 30 && !hasAnnounced) {
    hasAnnounced = true;
    announcer.textContent = announcer.dataset.oneMinute;
  }
  if (left > 0 || isOver || Date.now() < loadedAt + leastMs) return;
  isOver = true;
  // The issuer decides by its own clock whether this is the end.
  document.getElementById('acs-show').requestSubmit();
};

if (!('clockStill' in page.dataset)) {
  tick();
  setInterval(tick, 1000);
}
// The browser may come back to the page as it was left.
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) isOver = false;
});
