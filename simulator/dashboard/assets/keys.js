import { texts } from './texts.js';

/** What this browser remembers about single keys. */
const place = 'tillbox-keys';

const areOn = () => {
  try {
    return localStorage.getItem(place) !== 'off';
  } catch {
    return true;
  }
};

const isTyping = (element) =>
  element instanceof Element && element.matches('input:not([type="checkbox"]), select, textarea, [contenteditable]');

const rows = () => [...document.querySelectorAll('[data-row]')];

const move = (step) => {
  const all = rows();
  if (all.length === 0) return;
  const at = all.indexOf(document.activeElement);
  all[Math.min(all.length - 1, Math.max(0, at < 0 ? (step > 0 ? 0 : all.length - 1) : at + step))]?.focus();
};

const go = (selector) => document.querySelector(selector)?.click();

const firstControl = (part) =>
  [...(part?.querySelectorAll('a, button, select, input:not([type="hidden"])') ?? [])].find((one) =>
    one.checkVisibility(),
  );

const keys = {
  '/': () => document.querySelector('[data-search]')?.focus(),
  j: () => move(1),
  k: () => move(-1),
  o: () => document.activeElement?.closest('details')?.toggleAttribute('open'),
  u: () => go('[data-back]'),
  r: () => [...document.querySelectorAll('[data-repeat]')].find((one) => one.checkVisibility())?.focus(),
  a: () => firstControl(document.querySelector('[data-act]'))?.focus(),
  '.': () => go('#clock-acts button[value*="T"]'),
  '?': () => document.getElementById('keys')?.togglePopover?.(),
};

let begun = '';

/** The letter on a key of the Latin layout, when another one is in use: `j` is at `о` on a Russian keyboard. */
const letterOf = ({ key, code }) => {
  const [, letter] = /^Key([A-Z])$/.exec(code) ?? [];
  return letter !== undefined && /^\P{ASCII}$/u.test(key) ? letter.toLowerCase() : key;
};

/** The list of keys, whose button is of no use without a script, and the choice to have none. */
const showList = () => {
  for (const button of document.querySelectorAll('[popovertarget="keys"]')) button.hidden = false;
  const choice = document.getElementById('keys-on');
  if (!choice) return;
  choice.checked = areOn();
  choice.addEventListener('change', () => {
    try {
      localStorage.setItem(place, choice.checked ? 'on' : 'off');
    } catch {
      // A browser that keeps nothing has its keys back on the next page.
    }
    choice.form.querySelector('[role="status"]').textContent = choice.checked ? texts.keysOn : texts.keysOff;
  });
};

/** Single keys, as in a mail program; off while a person types, and for one who has switched them off. */
export const listenToKeys = () => {
  showList();
  // What is typed after a search is meant for the list, also before the new page is there.
  document.addEventListener('submit', ({ target }) => target.querySelector('[data-search]')?.blur());
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || !areOn()) return;
    const key = letterOf(event);
    if (begun === 'g') {
      begun = '';
      const link = document.querySelector(`[data-key="g ${CSS.escape(key)}"]`);
      if (link) {
        event.preventDefault();
        link.click();
      }
      return;
    }
    if (key === 'g') {
      begun = 'g';
      return;
    }
    const act = Object.hasOwn(keys, key) ? keys[key] : undefined;
    if (!act) return;
    event.preventDefault();
    act();
  });
};
