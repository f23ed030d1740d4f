/** What a person has done to an element, and its content does not know: whether a line is opened, a button is shown. */
const isOfPerson = (element, name) =>
  (name === 'open' && element.localName === 'details' && element.id !== '') ||
  (name === 'hidden' && 'copy' in element.dataset);

/**
 * What an element is about. An element never becomes one about something else: a person who has gone to a button or a row
 * with the Tab key must not press another one.
 */
const keyOf = (node) => {
  if (node.nodeType !== Node.ELEMENT_NODE) return '';
  if (node.id || node.dataset.id) return node.id || node.dataset.id;
  if (node.localName === 'a') return node.getAttribute('href') ?? '';
  if (node.localName === 'form')
    return [...node.querySelectorAll('input[type="hidden"]')].map(({ defaultValue }) => defaultValue).join('\n');
  if (node.localName === 'button')
    return node.value || node.getAttribute('popovertarget') || node.ariaLabel || node.textContent;
  return ['li', 'tr'].includes(node.localName) ? (node.querySelector('[id]')?.id ?? '') : '';
};

/** Whether one can become the other by changing what is in it. */
const isSame = (node, next) => node.nodeName === next.nodeName && keyOf(node) === keyOf(next);

const takeAttributes = (element, next) => {
  for (const { name } of [...element.attributes])
    if (!next.hasAttribute(name) && !isOfPerson(element, name)) element.removeAttribute(name);
  for (const { name, value } of next.attributes)
    if (element.getAttribute(name) !== value && !isOfPerson(element, name)) element.setAttribute(name, value);
};

/** The child, from here on, that becomes `next`; undefined: it is new. */
const childFor = (from, next) => {
  if (from && isSame(from, next)) return from;
  if (keyOf(next) === '') return undefined;
  for (let child = from?.nextSibling; child; child = child.nextSibling) if (isSame(child, next)) return child;
  return undefined;
};

/**
 * Makes the content of an element that of another. What is the same in both stays the same node, so that focus, marked
 * text, what was typed, opened lines and the place of the Tab key stay.
 */
export const morph = (element, next) => {
  let child = element.firstChild;
  for (const wanted of [...next.childNodes]) {
    const found = childFor(child, wanted);
    if (!found) {
      element.insertBefore(document.importNode(wanted, true), child);
      continue;
    }
    while (child !== found) child = removed(child);
    child = found.nextSibling;
    if (found.isEqualNode(wanted)) continue;
    if (found.nodeType === Node.ELEMENT_NODE) {
      takeAttributes(found, wanted);
      morph(found, wanted);
    } else found.nodeValue = wanted.nodeValue;
  }
  while (child) child = removed(child);
};

/** Removes a node; the one after it. */
const removed = (node) => {
  const after = node.nextSibling;
  node.remove();
  return after;
};
