const everyMs = 2000;
const main = document.querySelector('main[data-part]');
const announcer = document.querySelector('[data-announcer]');

/** Whether somebody is typing an amount, which new content would take away. */
const isTyping = () => {
  const field = document.activeElement;
  return main.contains(field) && field instanceof HTMLInputElement && field.value !== field.defaultValue;
};

/** Puts new content in the place of the old; the button that has the focus keeps it. */
const show = (html) => {
  const { action } = document.activeElement?.form ?? {};
  main.innerHTML = html;
  main.querySelector(`form[action="${action && new URL(action).pathname}"] button`)?.focus();
  const [badge, title] = [main.querySelector('.badge'), main.querySelector('h1')];
  announcer.textContent = [badge?.textContent, title?.textContent].filter(Boolean).join('. ');
};

const look = async () => {
  if (document.hidden || isTyping()) return;
  const answer = await fetch(main.dataset.part, { headers: { 'If-None-Match': main.dataset.version } });
  if (answer.status !== 200 || isTyping()) return;
  const html = await answer.text();
  main.dataset.version = answer.headers.get('ETag');
  show(html);
};

const lookAgain = async () => {
  await look().catch(() => {});
  setTimeout(lookAgain, everyMs);
};

setTimeout(lookAgain, everyMs);
