import { texts } from './texts.js';

/** Buttons with `data-copy` copy the code beside them, or what the attribute holds; without a clipboard they stay hidden. */
export const listenToCopies = () => {
  if (!navigator.clipboard) return;
  document.body.classList.add('can-copy');
  document.addEventListener('click', async (event) => {
    const button = event.target instanceof Element ? event.target.closest('[data-copy]') : null;
    if (!button) return;
    const text = button.dataset.copy || button.closest('.code')?.querySelector('code')?.textContent || '';
    await navigator.clipboard.writeText(text);
    const before = button.innerHTML;
    button.textContent = texts.copied;
    setTimeout(() => {
      button.innerHTML = before;
    }, 1500);
  });
  showCopies(document);
};

/** Shows the buttons of a part of the page. */
export const showCopies = (part) => {
  if (!navigator.clipboard) return;
  for (const button of part.querySelectorAll('[data-copy]')) button.hidden = false;
};
