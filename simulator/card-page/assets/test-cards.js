/** Makes every test card of the sandbox panel a button that fills in the form. */
export const offerTestCards = (form, fill) => {
  const cards = [...document.querySelectorAll('.test-card')];
  const hint = document.querySelector('[data-cards-hint]');
  if (hint) hint.hidden = false;

  for (const card of cards) {
    const button = document.createElement('button');
    button.type = 'button';
    button.setAttribute('aria-pressed', 'false');
    button.append(...card.childNodes);
    card.append(button);
    button.addEventListener('click', () => {
      for (const other of cards) other.firstElementChild.setAttribute('aria-pressed', String(other === card));
      fill(card.dataset);
      form.querySelector('.pay').focus();
    });
  }
};
