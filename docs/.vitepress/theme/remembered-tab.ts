/** The label of the tab that the reader chose last, such as `PHP`: blocks of code with such a tab show it. */
const key = 'tillbox-tab';

const labelOf = (input: Element): string => input.nextElementSibling?.textContent ?? '';

/** Keeps the label of a tab that is chosen, and shows it in the other blocks of the page. */
export const rememberTab = ({ target }: Event): void => {
  if (!(target instanceof HTMLInputElement) || !target.matches('.vp-code-group input')) return;
  localStorage.setItem(key, labelOf(target));
  showRememberedTabs();
};

/** Shows the tab with the label that is kept, in every block that has one. */
export const showRememberedTabs = (): void => {
  const label = localStorage.getItem(key);
  for (const group of document.querySelectorAll('.vp-code-group')) {
    const inputs = [...group.querySelectorAll('input')];
    const chosen = inputs.findIndex((input) => labelOf(input) === label);
    const input = inputs[chosen];
    if (!input) continue;
    input.checked = true;
    for (const [index, block] of [...(group.querySelector('.blocks')?.children ?? [])].entries())
      block.classList.toggle('active', index === chosen);
  }
};
