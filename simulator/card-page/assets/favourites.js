import { remembered } from './remembered.js';

/** Gives every outcome a star. Those that have one stand first, in the order in which they got it. */
export const chooseFavourites = (list) => {
  const kept = remembered('tillbox.favourites');
  const group = list.querySelector('[data-favourite-group]');
  const first = group.querySelector('.outcomes');
  const items = [...list.querySelectorAll('.outcome')].filter(({ dataset }) => dataset.value !== '');
  // Where an item goes back to: the start of a group of its own is not kept for the favourites that come with the list.
  const homes = new Map(items.map((item) => [item, item.parentElement === first ? undefined : item.parentElement]));
  const byDefault = items.filter((item) => item.parentElement === first).map(({ dataset }) => dataset.value);
  const known = kept.get();
  let chosen = Array.isArray(known) ? known : byDefault;

  const place = () => {
    for (const item of items) {
      const isChosen = chosen.includes(item.dataset.value);
      item.querySelector('.star').setAttribute('aria-pressed', String(isChosen));
      const home = homes.get(item) ?? others(list, group);
      if (!isChosen && item.parentElement !== home) home.append(item);
    }
    for (const value of chosen) {
      const item = items.find(({ dataset }) => dataset.value === value);
      if (item) first.append(item);
    }
    group.hidden = first.children.length === 0;
  };

  for (const item of items) {
    const star = document.createElement('button');
    star.type = 'button';
    star.className = 'star';
    const name = item.querySelector('.outcome-name').textContent;
    star.setAttribute('aria-label', list.dataset.star.replace('{name}', name));
    star.addEventListener('click', () => {
      const { value } = item.dataset;
      chosen = chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value];
      kept.set(chosen);
      place();
      star.focus();
    });
    item.append(star);
  }
  place();
};

/** The first group after the favourites. */
const others = (list, group) => [...list.querySelectorAll('section .outcomes')].find((one) => !group.contains(one));
