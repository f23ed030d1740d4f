/** Makes the field for an outcome's name a list of all outcomes. Without the list, the field stays. */
export const offerOutcomes = async () => {
  const place = document.querySelector('[data-outcomes]');
  if (!place) return;
  const groups = await groupsAt(place.dataset.outcomes);
  if (!groups) return;
  const field = place.querySelector('input');
  const list = document.createElement('select');
  list.append(new Option(place.dataset.noOutcome, ''), ...groups.map(optionGroup));
  list.name = field.name;
  list.value = field.value;
  if (list.selectedIndex < 0) list.value = '';
  const isFocused = field === document.activeElement;
  place.querySelector('datalist').remove();
  field.replaceWith(list);
  list.id = field.id;
  if (isFocused) list.focus();
};

const groupsAt = async (url) => {
  try {
    const answer = await fetch(url);
    return answer.ok ? await answer.json() : undefined;
  } catch {
    return undefined;
  }
};

const optionGroup = ({ group, options }) => {
  const element = document.createElement('optgroup');
  element.label = group;
  element.append(...options.map(({ value, label }) => new Option(label, value)));
  return element;
};
