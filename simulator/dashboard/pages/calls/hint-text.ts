import type { CallHint } from '../../../inspection/journal/call-hints.ts';
import type { Say } from '../../texts/say.ts';

/** What the value of a parameter has to be. */
const forms: Readonly<Record<NonNullable<CallHint['form']>, string>> = {
  text: 'a text without markup',
  digits: 'digits only',
  amount: 'minor units in at most 12 digits: 1050 for 10.50',
  flag: 'true or false',
  language: 'a language, such as ru',
  currency: 'three digits of ISO 4217, such as 398',
  'return-url': 'a whole address without spaces and markup',
  'date-time': 'a time such as 2026-01-31T12:00:00',
  json: 'JSON without markup',
  secret: 'a text',
};

/** A hint as a sentence in the language of the reader. */
export const hintText = (
  say: Say,
  { kind, parameter = '', meant, form = 'text', min, max, word = '' }: CallHint,
): string => {
  switch (kind) {
    case 'unknown-parameter':
      return meant === undefined
        ? say('tillbox does not know {parameter} and ignores it.', { parameter })
        : say('tillbox does not know {parameter} and ignores it. Did you mean {meant}?', { parameter, meant });
    case 'missing-parameter':
      return say('{parameter} is missing.', { parameter });
    case 'wrong-value': {
      const wanted = { parameter, form: say(forms[form]) };
      if (max === undefined) return say('{parameter} would be refused: expected {form}.', wanted);
      return say('{parameter} would be refused: expected {form}, {min} to {max} characters.', {
        ...wanted,
        min: min ?? 0,
        max,
      });
    }
    case 'wrong-password':
      return say('The password of {login} is another one.', { login: word });
    case 'unknown-login':
      return say('There is no merchant {login}.', { login: word });
    case 'no-permission':
      return say('The merchant has no permission for {permission}.', { permission: word });
    case 'number-as-id':
      return say('{number} is your own number of an order: it goes into orderNumber, not orderId.', { number: word });
  }
};
