import { leaveFor } from './gateway.js';

const pollMs = 5000;

/** How long the payer may read that the time is over, before the page leaves. */
const readMs = 6000;

/** Action codes of orders whose time was over: no attempt was made, one was, or the payer was at the issuer. */
const timeIsOver = [-2014, -2007, -2009];

/** Counts down, and leaves when the order is over: by the clock, or because it was finished elsewhere. */
export const watchSession = ({ call, texts, notice, isBusy }) => {
  const clock = document.querySelector('[data-remaining-secs]');
  const announcer = document.querySelector('[data-announcer]');
  const { orderId } = clock.dataset;
  let endsAt = Date.now() + Number(clock.dataset.remainingSecs) * 1000;
  let announcedAt = Infinity;
  let nextEndAt = Date.now() + 1000;
  let isLeaving = false;

  // Two answers may send the payer away at the same moment; the shop sees one visit.
  const leave = (address) => {
    if (isLeaving) return;
    isLeaving = true;
    leaveFor(address);
  };

  // Nothing can be paid any more, and nobody is sent away without a word.
  const expire = (address) => {
    if (isLeaving) return;
    isLeaving = true;
    clock.textContent = clockFace(0);
    document.body.classList.add('is-over');
    notice.showExpired(address);
    setTimeout(() => leaveFor(address), readMs);
  };

  const hasExpired = async ({ orderExpired }) => {
    if (!orderExpired) return false;
    const { actionCode } = (await call('getFinishedPaymentInfo.do', { orderId }).catch(() => undefined)) ?? {};
    return timeIsOver.includes(actionCode);
  };

  const ask = async () => {
    const status = await call('getSessionStatus.do').catch(() => undefined);
    if (isBusy() || isLeaving) return;
    if (status?.redirect) {
      if (await hasExpired(status)) expire(status.redirect);
      else leave(status.redirect);
    } else if (Number.isFinite(status?.remainingSecs)) endsAt = Date.now() + status.remainingSecs * 1000;
  };

  const end = async () => {
    const answer = await call('showErrors.do').catch(() => undefined);
    if (isBusy() || !answer) return;
    if (answer.redirect) await ask();
    else location.reload();
  };

  const tick = () => {
    const left = Math.max(0, Math.ceil((endsAt - Date.now()) / 1000));
    clock.textContent = clockFace(left);
    const mark = left <= 60 ? 60 : left <= 300 ? 300 : Infinity;
    if (mark < announcedAt && left > 0 && left > mark - 30) {
      announcer.textContent = mark === 60 ? texts.oneMinuteLeft : texts.fiveMinutesLeft;
    }
    announcedAt = Math.min(announcedAt, mark);
    if (left > 0 || isLeaving || isBusy() || Date.now() < nextEndAt) return;
    nextEndAt = Date.now() + pollMs;
    void end();
  };

  addEventListener('pageshow', ({ persisted }) => {
    if (!persisted) return;
    isLeaving = false;
    document.body.classList.remove('is-over');
  });
  setInterval(tick, 1000);
  setInterval(() => {
    if (!document.hidden && !isBusy()) void ask();
  }, pollMs);
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden && !isBusy()) void ask();
  });
  return { ask };
};

const clockFace = (seconds) => {
  const hours = Math.floor(seconds / 3600);
  const tail = [Math.floor((seconds % 3600) / 60), seconds % 60].map((part) => String(part).padStart(2, '0')).join(':');
  return hours > 0 ? `${hours}:${tail}` : tail;
};
