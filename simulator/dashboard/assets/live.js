import { showCopies } from './copy.js';
import { holdRows, listenToRows, markNew } from './rows.js';
import { texts } from './texts.js';

/** At most so many refreshes a second; what comes meanwhile is one refresh. */
const pauseMs = 250;

let isPlanned = false;
let isAsked = false;
let lastMs = 0;

/** Whether a person is typing into this part, or has marked text in it: then it stays. */
const isInUse = (part) => {
  const field = document.activeElement;
  if (field && part.contains(field) && field.matches('input:not([type="hidden"]), select, textarea')) return true;
  // What is written into a large field is not on the page that would take its place.
  if ([...part.querySelectorAll('textarea')].some(({ value, defaultValue }) => value !== defaultValue)) return true;
  const marked = document.getSelection();
  return Boolean(marked && !marked.isCollapsed && part.contains(marked.anchorNode));
};

/** Gives the focus back to what had it: by its id, or to the same thing at the same place. */
const focusOf = (part) => {
  const focused = document.activeElement;
  if (!focused || !part.contains(focused)) return () => {};
  const { id, localName } = focused;
  const place = [...part.querySelectorAll(localName)].indexOf(focused);
  return () => {
    const after = id ? document.getElementById(id) : part.querySelectorAll(localName)[place];
    after?.focus({ preventScroll: true });
  };
};

/** How far a text is scrolled, whose newest lines are at its top. */
const placeOf = ({ id, scrollTop, scrollHeight }) => ({ id, scrollTop, scrollHeight });

/** Puts the new content of a part in its place; opened lines, focus and the place of reading stay. */
const swap = (part, next) => {
  if (part.innerHTML === next.innerHTML || isInUse(part)) return;
  const opened = new Map([...part.querySelectorAll('details[id]')].map((one) => [one.id, one.open]));
  const focusAgain = focusOf(part);
  const scrolled = [...part.querySelectorAll('pre[id]')].map(placeOf);
  part.innerHTML = next.innerHTML;
  for (const details of part.querySelectorAll('details[id]'))
    if (opened.has(details.id)) details.open = opened.get(details.id);
  for (const { id, scrollTop, scrollHeight } of scrolled) {
    const after = document.getElementById(id);
    if (after && scrollTop > 0) after.scrollTop = scrollTop + after.scrollHeight - scrollHeight;
  }
  focusAgain();
  showCopies(part);
};

const refresh = async () => {
  isPlanned = false;
  lastMs = Date.now();
  const answer = await fetch(location.href, { headers: { Accept: 'text/html' } });
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  holdRows(page, isAsked);
  isAsked = false;
  for (const part of document.querySelectorAll('[data-swap]')) {
    const next = page.getElementById(part.id);
    if (next) swap(part, next);
  }
  markNew();
};

/** Fetches the page of this address soon, and puts its parts in place. `byPerson`: it may show other rows then. */
export const plan = (byPerson = false) => {
  isAsked ||= byPerson;
  if (isPlanned) return;
  isPlanned = true;
  setTimeout(() => refresh().catch(() => {}), Math.max(0, lastMs + pauseMs - Date.now()));
};

const showState = (isHere) => {
  const sign = document.getElementById('live');
  if (!sign || document.body.classList.contains('is-away') === !isHere) return;
  document.body.classList.toggle('is-away', !isHere);
  sign.classList.toggle('live-away', !isHere);
  const time = new Date().toLocaleTimeString(document.documentElement.lang);
  sign.firstElementChild.textContent = isHere ? texts.live : texts.away.replace('{time}', time);
};

/** The page follows what happens at the gateway. */
export const listenToEvents = () => {
  const address = document.body.dataset.events;
  if (!address || !document.querySelector('[data-swap]')) return;
  const source = new EventSource(address);
  let away;
  listenToRows(plan);
  source.addEventListener('open', () => {
    clearTimeout(away);
    // What happened since the page was made, or while the connection was broken, came without an event.
    plan();
    showState(true);
  });
  source.addEventListener('error', () => {
    clearTimeout(away);
    away = setTimeout(() => showState(false), 2000);
  });
  for (const kind of ['request', 'order', 'callback', 'clock', 'lost']) source.addEventListener(kind, () => plan());
};
