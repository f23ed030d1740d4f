const isTyping = (element) =>
  element instanceof Element && element.matches('input, select, textarea, [contenteditable]');

const rows = () => [...document.querySelectorAll('[data-row]')];

const move = (step) => {
  const all = rows();
  if (all.length === 0) return;
  const at = all.indexOf(document.activeElement);
  all[Math.min(all.length - 1, Math.max(0, at < 0 ? (step > 0 ? 0 : all.length - 1) : at + step))]?.focus();
};

const go = (selector) => document.querySelector(selector)?.click();

const keys = {
  '/': () => document.querySelector('[data-search]')?.focus(),
  j: () => move(1),
  k: () => move(-1),
  o: () => document.activeElement?.closest('details')?.toggleAttribute('open'),
  u: () => go('[data-back]'),
  r: () => document.querySelector('[data-repeat]')?.focus(),
  '.': () => go('#clock-acts button[value*="T"]'),
  '?': () => document.getElementById('keys')?.togglePopover?.(),
};

let begun = '';

/** Single keys, as in a mail program; off while a person types. */
export const listenToKeys = () => {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (begun === 'g') {
      begun = '';
      const link = document.querySelector(`[data-key="g ${CSS.escape(event.key)}"]`);
      if (link) {
        event.preventDefault();
        link.click();
      }
      return;
    }
    if (event.key === 'g') {
      begun = 'g';
      return;
    }
    const act = Object.hasOwn(keys, event.key) ? keys[event.key] : undefined;
    if (!act) return;
    event.preventDefault();
    act();
  });
};
