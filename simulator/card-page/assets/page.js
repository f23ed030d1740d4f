import { cardForm } from './card-form.js';
import { openDrawer } from './drawer.js';
import { focusFirst } from './focus-first.js';
import { gateway, NoAnswer } from './gateway.js';
import { showMissedSteps } from './missed-steps.js';
import { notices } from './notices.js';
import { follow, pay } from './pay.js';
import { watchSession } from './session.js';
import { tendStoredCards } from './stored-cards.js';
import { openWallets } from './wallets.js';

const form = document.getElementById('payment-form');
// If only a stored card may pay, there is no card form; the form of the stored card needs no script.
const button = form.querySelector('.pay:not([form])');
const label = button?.querySelector('.pay-label');
const payLabel = label?.textContent;
const texts = JSON.parse(form.dataset.texts);
const orderId = form.elements.mdOrder.value;
const attempts = { left: Number(form.dataset.attemptsLeft), allowed: Number(form.dataset.attemptsAllowed) };

const language = form.elements.language.value;
const { call, send } = gateway({ restBase: form.dataset.restBase, orderId, language });
const announcer = document.querySelector('[data-announcer]');
const card = button ? cardForm(form, texts) : undefined;
const notice = notices(texts);
let isBusy = false;

const setBusy = (busy) => {
  isBusy = busy;
  form.setAttribute('aria-busy', String(busy));
  button.setAttribute('aria-disabled', String(busy));
  label.textContent = busy ? texts.paying : payLabel;
  announcer.textContent = busy ? texts.paying : '';
};

const session = watchSession({ call, texts, notice, isBusy: () => isBusy });
openDrawer(form, card?.fill);
tendStoredCards();
focusFirst(form);

/** An answer that leads nowhere: a decline uses up an attempt, a mistake in the input does not. */
const tellRefusal = ({ error, errorMessage, errorCode }) => {
  const message = error || errorMessage || texts.noAnswer;
  card.clearCvc();
  if (Number(errorCode) > 0) {
    notice.showRefusal(message);
    return;
  }
  attempts.left = Math.max(0, attempts.left - 1);
  notice.showDecline(message, attempts);
};

/** Pays in the given way, and follows the answer. */
const attempt = async (payment) => {
  notice.clear();
  setBusy(true);
  try {
    const answer = await payment();
    if (follow(answer, orderId)) return;
    tellRefusal(answer);
    void showMissedSteps(orderId);
    setBusy(false);
  } catch (error) {
    setBusy(false);
    notice.showFailure(() => {
      if (!isBusy) void attempt(payment);
    });
    if (!(error instanceof NoAnswer)) throw error;
    void session.ask();
  }
};

form.addEventListener('submit', (event) => {
  if (isBusy || !card) {
    event.preventDefault();
    return;
  }
  // If anything fails up to here, the browser posts the form by itself.
  const fields = card.passes() ? card.fields() : undefined;
  event.preventDefault();
  if (fields) void attempt(() => pay(call, fields));
  else notice.clear();
});

openWallets({
  send,
  said: () => ({ mdOrder: orderId, language, scenario: form.elements.sandboxOutcome?.value }),
  start: (payment) => {
    if (!isBusy) void attempt(payment);
  },
});

// The page came back from the history as it was left, perhaps in the middle of a payment.
addEventListener('pageshow', ({ persisted }) => {
  if (!persisted) return;
  if (card) setBusy(false);
  void session.ask();
});
