/** Shows what the scenario of the order could not do, if the sandbox panel is there. */
export const showMissedSteps = async (orderId) => {
  const list = document.querySelector('[data-missed]');
  if (!list) return;
  try {
    const url = new URL(list.dataset.missed, location.href);
    url.searchParams.set('mdOrder', orderId);
    const answer = await fetch(url);
    if (!answer.ok) return;
    const missed = await answer.json();
    list.replaceChildren(...missed.map(itemOf));
    if (missed.length > 0) list.closest('details').open = true;
  } catch {
    // The panel stays as it was.
  }
};

const itemOf = (text) => {
  const item = document.createElement('li');
  item.textContent = text;
  return item;
};
