import { currencyByNumeric } from '../data/currencies.ts';
import type { Bank, ResultStyle } from './bank.ts';
import type { SayFact } from './fact-words.ts';

/** How `errorCode` stands in an answer that went well. */
const successes: Readonly<Record<ResultStyle, string>> = {
  absent: 'no `errorCode`',
  text: '`errorCode` as a text, `"0"`',
  number: '`errorCode` as a number, `0`',
  flagged: '`errorCode` as a text, `"0"`, and `error`',
  doubled: '`errorCode` as a number, `0`, with `errorCodeString` and `error`',
};

/** The same in a refusal. */
const refusals: Readonly<Record<ResultStyle, string>> = {
  absent: 'no `errorCode`',
  text: 'a text such as `"4"`',
  number: 'a number such as `4`',
  flagged: 'a text such as `"4"`, with `error`',
  doubled: 'a number such as `4`, with `errorCodeString` and `error`',
};

const currencyName = (numeric: string): string => `${numeric} (${currencyByNumeric(numeric)?.alpha ?? numeric})`;

const sent = (bank: Bank, say: SayFact): string => [usuallySent(bank, say), ...wanted(bank, say)].join(' ');

const usuallySent = (
  { basePath, currency, generatesOrderNumber, orderNumberLength, wantsCustomer, takesBasicLogin }: Bank,
  say: SayFact,
): string =>
  [
    say('Send forms to `{path}/rest/`. `amount` is in minor units; without `currency`, it is in {currency}.', {
      path: basePath,
      currency: currencyName(currency),
    }),
    generatesOrderNumber
      ? say('`orderNumber` may be left out; it has at most {length} characters.', { length: orderNumberLength })
      : say('`orderNumber` is mandatory; it has at most {length} characters.', { length: orderNumberLength }),
    ...(wantsCustomer
      ? [say('`orderBundle` is mandatory: e-mail, phone and address of the customer. A cart may be in it.')]
      : []),
    ...(takesBasicLogin ? [say('Login and password may stand in `Authorization: Basic` instead.')] : []),
  ].join(' ');

const wanted = ({ registrationWants, paramsWanted, leastAmountMinor }: Bank, say: SayFact): readonly string[] =>
  registrationWants.length === 0
    ? []
    : [
        say(
          '`register.do` requires {names} as well, and in `jsonParams` {params}. An order has at least {least} minor units.',
          {
            names: registrationWants.map((name) => `\`${name}\``).join(', '),
            params: Object.keys(paramsWanted)
              .map((name) => `\`${name}\``)
              .join(', '),
            least: leastAmountMinor,
          },
        ),
      ];

const answered = ({ results: { register, operations, status } }: Bank, say: SayFact): string =>
  [
    say('`register.do` answers `orderId` and `formUrl`, with {success}. In a refusal, `errorCode` is {refusal}.', {
      success: say(successes[register.success]),
      refusal: say(refusals[register.refusal]),
    }),
    say('`deposit.do`, `reverse.do` and `refund.do` answer {success}; in a refusal, it is {refusal}.', {
      success: say(successes[operations.success]),
      refusal: say(refusals[operations.refusal]),
    }),
    say('`getOrderStatusExtended.do` answers {success}.', { success: say(successes[status.success]) }),
  ].join(' ');

const page = ({ languages, defaultLanguage, threeDsVersion }: Bank, say: SayFact): string =>
  [
    say('The customer pays at `formUrl`. `language` is one of {languages}; without it, {language}.', {
      languages: languages.join(', '),
      language: defaultLanguage,
    }),
    threeDsVersion === 'asked-for'
      ? say('3-D Secure is version 1, or 2 if `jsonParams` has `FORCE_3DS2`.')
      : say('3-D Secure is version {version}.', { version: threeDsVersion }),
  ].join(' ');

const reversals = {
  reversed: 'A captured payment that is reversed has `orderStatus` 3.',
  approved: 'A captured payment that is reversed is held again: `orderStatus` 1.',
  refused: 'A captured payment cannot be reversed, only refunded.',
} as const satisfies Record<Bank['capturedReversal'], string>;

const later = (
  { capturedReversal, leastOperationMinor, tellsPartRefunds, expiredActionCode, confirmationMinutes }: Bank,
  say: SayFact,
): string =>
  [
    say('An order that nobody pays in time ends with `actionCode` {code}.', { code: expiredActionCode }),
    say(reversals[capturedReversal]),
    tellsPartRefunds
      ? say('A part refund has `orderStatus` 7.')
      : say('A part refund has `orderStatus` 4, as a whole one.'),
    ...(confirmationMinutes > 0
      ? [
          say(
            'A payment that the shop does not confirm by `acknowledgeTransaction.do` is cancelled after {minutes} minutes.',
            {
              minutes: confirmationMinutes,
            },
          ),
        ]
      : []),
    ...(leastOperationMinor > 1
      ? [say('Capture and refund take at least {least} minor units.', { least: leastOperationMinor })]
      : []),
  ].join(' ');

const callbacks = ({ callbackKind }: Bank, say: SayFact): string =>
  callbackKind === 'jwt'
    ? say('Callbacks are a JSON Web Token in the body, signed with `CALLBACK_TOKEN` in base64.')
    : say('Callbacks are parameters, with `checksum` if there is a `CALLBACK_TOKEN`.');

/** What to send to a bank and what to expect from it, a paragraph each; names of the API stand between backticks. */
export const bankInWords = (bank: Bank, say: SayFact): readonly string[] =>
  [sent, answered, page, later, callbacks].map((paragraph) => paragraph(bank, say));
