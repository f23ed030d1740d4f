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
    /** No answer came; `retry` sends the same payment once more. */
    showFailure: (retry) =>
      show(
        [line('notice-title', texts.noAnswerTitle), line('', texts.noAnswer), button(texts.retry, retry)],
        'failure',
      ),
    /** The time is over: nothing can be paid any more, and `address` is the way back. */
    showExpired: (address) =>
      show([line('notice-title', texts.expired), line('', texts.expiredNote), link(texts.back, address)], 'expired'),
  };
};

const button = (text, act) => {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = 'notice-act';
  element.textContent = text;
  element.addEventListener('click', act);
  return element;
};

const link = (text, address) => {
  const element = document.createElement('a');
  element.className = 'notice-act';
  element.href = address;
  element.textContent = text;
  return element;
};

const line = (className, text, name) => {
  const paragraph = document.createElement('p');
  paragraph.className = className;
  paragraph.textContent = text;
  if (name) paragraph.dataset[name] = '';
  return paragraph;
};
