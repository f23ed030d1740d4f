import { showCopies } from './copy.js';
import { morph } from './morph.js';
import { holdRows, listenToRows, markNew } from './rows.js';
import { texts } from './texts.js';

/** At most so many refreshes a second; what comes meanwhile is one refresh. */
const pauseMs = 250;

let isPlanned = false;
let isAsked = false;
let lastMs = 0;

/** Whether a person has marked text in this part, or writes into a large field of it: then it stays. So does the editor, which has a list that is on no page. */
const isInUse = (part) => {
  if (part.querySelector('#editor')) return true;
  // What is written there, and what was found in it, is not on the page that would take its place.
  if ([...part.querySelectorAll('textarea')].some(({ value, defaultValue }) => value !== defaultValue)) return true;
  const marked = document.getSelection();
  return Boolean(marked && !marked.isCollapsed && part.contains(marked.anchorNode));
};

/** How far a text is scrolled, whose newest lines are at its top. */
const placeOf = (text) => ({ text, scrollTop: text.scrollTop, scrollHeight: text.scrollHeight });

/** Puts the new content of a part in its place; the place of reading stays. */
const swap = (part, next) => {
  if (isInUse(part)) return;
  const scrolled = [...part.querySelectorAll('pre[id]')].map(placeOf);
  morph(part, next);
  for (const { text, scrollTop, scrollHeight } of scrolled)
    if (scrollTop > 0) text.scrollTop = scrollTop + text.scrollHeight - scrollHeight;
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
  for (const kind of ['changed', 'lost']) source.addEventListener(kind, () => plan());
};
