import { placeAt, wordsAt } from './complete.js';

/** The time without a key before a text is checked, in milliseconds. */
const quietMs = 500;

/** More words than anyone looks through. */
const mostWords = 60;

const form = document.getElementById('editor');
const field = document.getElementById('scenario-text');

const check = async () => {
  const body = new URLSearchParams(new FormData(form));
  body.set('do', 'check');
  const answer = await fetch(form.action, { method: 'POST', body, headers: { Accept: 'text/html' } });
  if (!answer.ok || body.get('text') !== field.value) return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const next = page.getElementById('verdict');
  if (next) document.getElementById('verdict').innerHTML = next.innerHTML;
};

let planned;
const checkSoon = () => {
  document.getElementById('copy-text').dataset.copy = field.value;
  clearTimeout(planned);
  planned = setTimeout(() => check().catch(() => {}), quietMs);
};

const list = document.createElement('ul');
list.id = 'scenario-words';
list.className = 'words';
list.hidden = true;
list.setAttribute('role', 'listbox');
list.setAttribute('aria-label', field.dataset.listLabel);
field.after(list);
field.setAttribute('aria-autocomplete', 'list');
field.setAttribute('aria-controls', list.id);

let schema;
let place;
let words = [];
let chosen = 0;

const close = () => {
  list.hidden = true;
  field.removeAttribute('aria-activedescendant');
};

const choose = (index) => {
  chosen = (index + words.length) % words.length;
  for (const [at, item] of [...list.children].entries()) item.setAttribute('aria-selected', String(at === chosen));
  list.children[chosen].scrollIntoView({ block: 'nearest' });
  field.setAttribute('aria-activedescendant', list.children[chosen].id);
};

const itemOf = ({ text, about = '' }, index) => {
  const item = document.createElement('li');
  item.id = `scenario-word-${index}`;
  item.setAttribute('role', 'option');
  const name = document.createElement('b');
  name.textContent = text.replace(/: $/, '');
  const meaning = document.createElement('small');
  meaning.textContent = about;
  item.append(name, ' ', meaning);
  return item;
};

/** Below the cursor: the letters of the field all have one width. */
const putAtCursor = (before) => {
  const style = getComputedStyle(field);
  const pen = document.createElement('canvas').getContext('2d');
  pen.font = style.font;
  const lines = before.split('\n');
  const top =
    lines.length * Number.parseFloat(style.lineHeight) + Number.parseFloat(style.paddingTop) - field.scrollTop;
  const left = pen.measureText(lines.at(-1).slice(0, -place.word.length || undefined)).width - field.scrollLeft;
  list.style.top = `${Math.min(Math.max(0, top), field.clientHeight)}px`;
  list.style.left = `${Math.max(0, Math.min(left, field.clientWidth - list.offsetWidth))}px`;
};

const offer = async () => {
  schema ??= await (await fetch(form.dataset.schema)).json();
  const before = field.value.slice(0, field.selectionStart);
  place = placeAt(before);
  words = wordsAt(schema, place).slice(0, mostWords);
  if (words.length === 0) return close();
  list.replaceChildren(...words.map(itemOf));
  list.hidden = false;
  putAtCursor(before);
  choose(0);
};

/** Typed as by hand, so that it can be undone. */
const insert = (text, instead = 0) => {
  field.setSelectionRange(field.selectionStart - instead, field.selectionEnd);
  if (!document.execCommand('insertText', false, text))
    field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end');
};

const take = (index) => {
  close();
  insert(words[index].text, place.word.length);
  checkSoon();
};

const acts = {
  ArrowDown: () => choose(chosen + 1),
  ArrowUp: () => choose(chosen - 1),
  Enter: () => take(chosen),
  Escape: close,
};

field.addEventListener('keydown', (event) => {
  if (event.key === ' ' && event.ctrlKey) {
    event.preventDefault();
    offer().catch(close);
  } else if (!list.hidden && Object.hasOwn(acts, event.key)) {
    event.preventDefault();
    acts[event.key]();
  } else if (event.key === 'Enter' && !event.ctrlKey && !event.isComposing) {
    const line = field.value.slice(0, field.selectionStart).split('\n').at(-1);
    event.preventDefault();
    insert(`\n${/^\s*/.exec(line)[0]}`);
  }
});
field.addEventListener('input', () => {
  checkSoon();
  if (!list.hidden) offer().catch(close);
});
field.addEventListener('blur', close);
list.addEventListener('mousedown', (event) => {
  event.preventDefault();
  const item = event.target.closest('[role="option"]');
  if (item) take([...list.children].indexOf(item));
});
document.getElementById('scenario-name').addEventListener('input', checkSoon);
