/**
 * Puts the focus into the card number. Not where fingers type: there a keyboard would cover the page before anybody has
 * read what is paid.
 */
export const focusFirst = (form) => {
  const isFree = document.activeElement === document.body || document.activeElement === null;
  if (!isFree || !matchMedia('(hover: hover) and (pointer: fine)').matches) return;
  const fields = [form.elements.pan, document.getElementById('stored-cvc')];
  // Only one of them is there to be seen.
  fields.find((field) => field?.checkVisibility())?.focus({ preventScroll: true });
};
