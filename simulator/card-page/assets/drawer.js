import { chooseFavourites } from './favourites.js';
import { remembered } from './remembered.js';

/** The drawer of the sandbox: it stays open in this browser, and fetches its list when it is first opened. */
export const openDrawer = (form, fillCard) => {
  const drawer = document.querySelector('[data-drawer]');
  if (!drawer) return;
  const open = remembered('tillbox.drawer');
  let isAsked = false;
  drawer.addEventListener('toggle', () => {
    open.set(drawer.open);
    if (!drawer.open || isAsked) return;
    isAsked = true;
    loadList(drawer, form, fillCard).catch(() => sayUnavailable(drawer));
  });
  if (open.get() === true) drawer.open = true;
  const field = form.elements.sandboxOutcome;
  const tell = () => showChosen(drawer, field.value);
  field.addEventListener('input', tell);
  tell();
};

/** A name that the payer does not see, because the drawer is closed, still decides. */
const showChosen = (drawer, label) => {
  drawer.querySelector('[data-chosen]').textContent = label;
};

const sayUnavailable = (drawer) => {
  drawer.querySelector('[data-list-status]')?.remove();
  drawer.querySelector('.drawer-more').prepend(status(drawer.dataset.unavailable), ' ');
};

const status = (text) => {
  const element = document.createElement('span');
  element.role = 'status';
  element.dataset.listStatus = '';
  element.textContent = text;
  return element;
};

const loadList = async (drawer, form, fillCard) => {
  const link = drawer.querySelector('[data-list-url]');
  const waiting = status(drawer.dataset.loading);
  link.before(waiting, ' ');
  const answer = await fetch(link.href);
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const list = document.adoptNode(page.querySelector('[data-list]'));
  waiting.remove();
  link.closest('p').remove();

  const search = searchField(drawer.dataset.search);
  drawer.querySelector('.drawer-body').append(search, list);
  if (fillCard) offerCards(list, form, fillCard);
  else list.querySelector('.test-cards').closest('section').remove();
  offerOutcomes(list, drawer, form);
  chooseFavourites(list);
  letSearch(search.querySelector('input'), list);
};

const searchField = (label) => {
  const place = document.createElement('p');
  place.className = 'drawer-search';
  const input = document.createElement('input');
  Object.assign(input, { type: 'search', autocomplete: 'off', spellcheck: false, placeholder: label });
  input.setAttribute('aria-label', label);
  place.append(input);
  return place;
};

/** Makes every test card a button that fills in the form. */
const offerCards = (list, form, fill) => {
  const cards = [...list.querySelectorAll('.test-card')];
  for (const card of cards) {
    const button = document.createElement('button');
    button.type = 'button';
    button.setAttribute('aria-pressed', 'false');
    button.append(...card.childNodes);
    card.append(button);
    button.addEventListener('click', () => {
      for (const other of cards) other.firstElementChild.setAttribute('aria-pressed', String(other === card));
      fill(card.dataset);
      // On a phone the drawer lies over the form.
      if (getComputedStyle(card.closest('[data-drawer]')).position === 'sticky')
        card.closest('[data-drawer]').open = false;
      form.querySelector('.pay:not([form])').focus();
    });
  }
};

/** Makes the links radio buttons, which take the place of the field for a name. */
const offerOutcomes = (list, drawer, form) => {
  const field = form.elements.sandboxOutcome;
  const choices = list.querySelector('[data-choices]');
  const isListed = [...choices.querySelectorAll('.outcome')].some(({ dataset }) => dataset.value === field.value);
  const none = outcomeItem('', choices.dataset.none);
  const unlisted = field.value !== '' && !isListed ? [outcomeItem(field.value, field.value)] : [];
  const first = document.createElement('ul');
  first.className = 'outcomes';
  first.append(none, ...unlisted);
  choices.querySelector('section').before(first);

  for (const item of choices.querySelectorAll('.outcome')) {
    const label = document.createElement('label');
    const radio = document.createElement('input');
    radio.type = 'radio';
    radio.name = field.name;
    radio.value = item.dataset.value;
    radio.defaultChecked = item.dataset.value === field.value;
    const name = item.querySelector('a');
    const text = document.createElement('span');
    text.className = 'outcome-text';
    const title = document.createElement('span');
    title.className = 'outcome-name';
    title.append(...name.childNodes);
    name.remove();
    text.append(title, ...item.childNodes);
    label.append(radio, text);
    item.append(label);
  }
  choices.setAttribute('role', 'radiogroup');
  choices.setAttribute('aria-labelledby', 'list-heading');
  drawer.querySelector('[data-outcome]').remove();
  const tell = () => {
    const radio = choices.querySelector('input:checked');
    const chosen = radio?.value ? radio.closest('.outcome').querySelector('.outcome-name').textContent : '';
    showChosen(drawer, chosen);
  };
  choices.addEventListener('change', tell);
  tell();
};

const outcomeItem = (value, name) => {
  const item = document.createElement('li');
  item.className = 'outcome';
  item.dataset.value = value;
  const link = document.createElement('a');
  link.textContent = name;
  item.append(link);
  return item;
};

const letSearch = (input, list) => {
  const nothing = list.querySelector('[data-nothing]');
  const find = () => {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    let found = 0;
    for (const item of list.querySelectorAll('.test-card, .outcome')) {
      const text = `${item.textContent} ${item.dataset.value ?? ''} ${item.dataset.pan ?? ''}`.toLowerCase();
      item.hidden = !words.every((word) => text.includes(word));
      if (!item.hidden) found += 1;
    }
    for (const section of list.querySelectorAll('[data-section]'))
      section.hidden = !section.querySelector('.test-card:not([hidden]), .outcome:not([hidden])');
    nothing.hidden = found > 0;
  };
  input.addEventListener('input', find);
  // It stands in the form of the card, which Enter would send.
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') event.preventDefault();
  });
};
