/** Names the chosen card in the question before it is removed, and forgets that one was removed when the page is loaded again. */
export const tendStoredCards = () => {
  const ask = document.querySelector('[data-remove-card]');
  ask?.addEventListener('beforetoggle', () => {
    const card = document.querySelector('.stored-card:has(input:checked) .stored-number');
    ask.querySelector('[data-removed-number]').textContent = card?.textContent ?? '';
  });
  const other = document.getElementById('other-card');
  other?.addEventListener('change', () => document.getElementById('pan').focus());
  if (!document.querySelector('[data-removed]')) return;
  const address = new URL(location.href);
  address.searchParams.delete('cardRemoved');
  history.replaceState(history.state, '', address);
};
