import { texts } from './texts.js';

/** So long a new row is marked, or until the next one comes. */
const newMs = 10_000;

let fresh = new Set();
let areArriving = false;
let forget;
let isGoingUp = false;

const rowsOf = (list) => new Map([...list.querySelectorAll('[data-id]')].map((row) => [row.dataset.id, row]));

/** The rows that came in above one that was there before; those below it have only moved up from the next page. */
const newIn = (before, after) => {
  const ids = [...after.keys()];
  const last = ids.findLastIndex((id) => before.has(id));
  return (last < 0 ? ids : ids.slice(0, last)).filter((id) => !before.has(id));
};

/** The list with the rows that it has, each as it is now. */
const heldList = (list, after) => {
  const held = list.cloneNode(true);
  for (const [id, row] of rowsOf(held)) {
    const now = after.get(id);
    if (now) row.replaceWith(now.cloneNode(true));
  }
  return held;
};

const showCount = (count) => {
  const place = document.getElementById('new-rows');
  if (!place) return;
  const text = count === 0 ? '' : texts.newer.replace('{count}', String(count));
  if (place.textContent === text) return;
  place.replaceChildren();
  if (count === 0) return;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button button-primary';
  button.textContent = text;
  place.append(button);
};

/**
 * Rows go in at the top while the page stands at its top. Further down a person reads: then the lists of the page to come
 * keep the rows that are shown, and a button tells how many are new. `isAsked`: the person has asked for other rows.
 */
export const holdRows = (next, isAsked) => {
  const isHeld = !isAsked && window.scrollY > 0;
  let waiting = 0;
  const added = [];
  for (const nextList of next.querySelectorAll('[data-list]')) {
    const list = document.getElementById(nextList.id);
    const after = rowsOf(nextList);
    const ids = newIn(list ? rowsOf(list) : new Map(), after);
    if (list && isHeld) {
      waiting += ids.length;
      nextList.replaceWith(heldList(list, after));
    } else added.push(...ids);
  }
  showCount(waiting);
  if (isAsked || added.length === 0) return;
  fresh = new Set(added);
  areArriving = true;
  clearTimeout(forget);
  forget = setTimeout(() => {
    fresh = new Set();
    markNew();
  }, newMs);
};

/** Marks the rows that are new, after the parts of the page are in place. */
export const markNew = () => {
  for (const row of document.querySelectorAll('[data-list] [data-id]')) {
    row.classList.toggle('is-new', fresh.has(row.dataset.id));
    row.classList.toggle('is-arriving', areArriving && fresh.has(row.dataset.id));
  }
  areArriving = false;
  if (!isGoingUp) return;
  isGoingUp = false;
  document.querySelector('[data-list] [data-row]')?.focus({ preventScroll: true });
};

/** At the top of the page the new rows go in. `plan`: fetches the page. */
export const listenToRows = (plan) => {
  const place = document.getElementById('new-rows');
  place?.addEventListener('click', () => {
    isGoingUp = true;
    window.scrollTo({ top: 0, behavior: 'instant' });
    plan();
  });
  document.addEventListener('scroll', () => {
    if (window.scrollY === 0 && place?.firstChild) plan();
  });
};
