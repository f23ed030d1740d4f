/** The notice above the fields that shows a decline or a failure. */
export const notices = (texts) => {
  const place = document.querySelector('[data-notices]');

  const show = (lines, name) => {
    const notice = document.createElement('div');
    notice.className = 'notice';
    notice.role = 'alert';
    notice.tabIndex = -1;
    notice.dataset[name] = '';
    notice.append(...lines);
    place.replaceChildren(notice);
    notice.focus({ preventScroll: true });
    notice.scrollIntoView({ block: 'nearest' });
  };

  return {
    clear: () => place.replaceChildren(),
    showDecline: (message, { left, allowed }) => {
      const attempts = texts.attemptsLeft.replace('{left}', left).replace('{allowed}', allowed);
      show(
        [
          line('notice-title', texts.declined),
          line('', message, 'declineMessage'),
          line('notice-note', attempts, 'attemptsText'),
        ],
        'decline',
      );
    },
    showRefusal: (message) => show([line('', message, 'declineMessage')], 'decline'),
    showFailure: (message) => show([line('', message)], 'failure'),
  };
};

const line = (className, text, name) => {
  const paragraph = document.createElement('p');
  paragraph.className = className;
  paragraph.textContent = text;
  if (name) paragraph.dataset[name] = '';
  return paragraph;
};
