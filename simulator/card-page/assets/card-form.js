import { problemsOf } from './card-checks.js';
import { brandOf, digitsOf, expiryOf, inGroups } from './card-number.js';
import { isPublishedCard } from './published-cards.js';

const fieldIds = ['pan', 'expiry', 'cvc', 'cardholder', 'email'];

/** Helps while the payer types, and reads and checks what was typed. */
export const cardForm = (form, texts) => {
  const inputs = Object.fromEntries(
    fieldIds.map((id) => [id, document.getElementById(id)]).filter(([, input]) => input),
  );

  form.noValidate = true;
  helpTyping(inputs, texts);
  for (const [id, input] of Object.entries(inputs)) input.addEventListener('input', () => clearError(input, id));

  const values = () => Object.fromEntries(Object.entries(inputs).map(([id, input]) => [id, input.value]));
  const rules = {
    currentMonth: form.dataset.currentMonth,
    isTestCard: isPublishedCard,
  };

  return {
    /** Whether every field is valid; if not, shows the errors and focuses the first wrong field. */
    passes: () => {
      const problems = problemsOf(values(), rules);
      for (const [id, input] of Object.entries(inputs)) clearError(input, id);
      for (const [id, problem] of problems) showError(inputs[id], id, texts[problem]);
      if (problems.length > 0) inputs[problems[0][0]].focus();
      return problems.length === 0;
    },
    /** The fields of processform.do. */
    fields: () => {
      const typed = values();
      return {
        $PAN: digitsOf(typed.pan),
        $CVC: typed.cvc,
        $EXPIRY: expiryOf(typed.expiry),
        TEXT: typed.cardholder.trim().toUpperCase(),
        ...(typed.email?.trim() && { email: typed.email.trim() }),
        ...(form.elements.saveCard && { bindingNotNeeded: String(!form.elements.saveCard.checked) }),
        ...(form.elements.sandboxOutcome?.value && {
          jsonParams: JSON.stringify({ scenario: form.elements.sandboxOutcome.value }),
        }),
      };
    },
    fill: (card) => {
      const filled = { pan: inGroups(card.pan), expiry: card.expiry, cvc: card.cvc };
      if (inputs.cardholder.value === '') filled.cardholder = 'TEST CARDHOLDER';
      for (const [id, value] of Object.entries(filled)) {
        inputs[id].value = value;
        inputs[id].dispatchEvent(new Event('input', { bubbles: true }));
      }
    },
    clearCvc: () => {
      inputs.cvc.value = '';
    },
  };
};

const helpTyping = ({ pan, expiry, cvc }, texts) => {
  const brandMark = pan.parentElement.querySelector('[data-brand]');
  const cvcHint = document.getElementById('cvc-hint');

  const showBrand = () => {
    const brand = brandOf(digitsOf(pan.value));
    brandMark.textContent = brand;
    cvcHint.textContent = brand === 'Amex' ? texts.cvcHintFour : texts.cvcHint;
    cvc.maxLength = brand === '' || brand === 'Amex' ? 4 : 3;
  };
  pan.addEventListener('input', () => {
    rewrite(pan, (text) => inGroups(digitsOf(text).slice(0, 19)));
    showBrand();
  });
  expiry.addEventListener('input', (event) => {
    const isErasing = event.inputType?.startsWith('delete');
    rewrite(expiry, (text) => withSlash(text, isErasing));
  });
  cvc.addEventListener('input', () => rewrite(cvc, (text) => digitsOf(text).slice(0, 4)));
  showBrand();
};

/** `1` stays, `5` becomes `05/`, `12` becomes `12/`, `12/2034` becomes `12/34`. */
const withSlash = (text, isErasing) => {
  const [, month, year] = /^(\d{1,2}) ?\/(.*)$/.exec(text) ?? [];
  if (month) return `${month.padStart(2, '0')}/${shortYear(digitsOf(year))}`;
  const digits = digitsOf(text);
  if (isErasing) return digits;
  const whole = /^[2-9]/.test(digits) ? `0${digits}` : digits;
  return whole.length < 2 ? whole : `${whole.slice(0, 2)}/${shortYear(whole.slice(2))}`;
};

const shortYear = (digits) => (digits.length === 4 && digits.startsWith('20') ? digits.slice(2) : digits.slice(0, 4));

/** Changes the text and keeps the caret after the same digit. */
const rewrite = (input, change) => {
  const before = digitsOf(input.value.slice(0, input.selectionStart)).length;
  const atEnd = input.selectionStart === input.value.length;
  const changed = change(input.value);
  if (changed === input.value) return;
  input.value = changed;
  if (atEnd || document.activeElement !== input) return;
  let caret = 0;
  for (let seen = 0; seen < before && caret < changed.length; caret++) if (/\d/.test(changed[caret])) seen++;
  input.setSelectionRange(caret, caret);
};

const showError = (input, id, text) => {
  const error = document.createElement('p');
  error.className = 'field-error';
  error.id = `${id}-error`;
  error.dataset.fieldError = id;
  error.textContent = text;
  const field = input.closest('.field');
  field.insertBefore(error, field.querySelector('.field-hint'));
  input.setAttribute('aria-invalid', 'true');
  describe(input, [error.id]);
};

const clearError = (input, id) => {
  document.getElementById(`${id}-error`)?.remove();
  input.removeAttribute('aria-invalid');
  describe(input, []);
};

const describe = (input, ids) => {
  const hint = input.closest('.field').querySelector('.field-hint');
  const all = hint ? [...ids, hint.id] : ids;
  if (all.length > 0) input.setAttribute('aria-describedby', all.join(' '));
  else input.removeAttribute('aria-describedby');
};
