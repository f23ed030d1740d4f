import test from 'ava';
import { actionCodeNamed, actionCodeRow, actionCodes } from '../../../simulator/data/action-codes.ts';
import { currencies, currencyByNumeric, formatAmount, plainAmount } from '../../../simulator/data/currencies.ts';
import { displayMessage } from '../../../simulator/data/display-messages.ts';
import { sources } from '../../../simulator/data/sources.ts';
import { testCardByPan, testCards } from '../../../simulator/data/test-cards.ts';
import { brandOf, cvcLengthOf, passesLuhn } from '../../../simulator/domain/card.ts';
import { noAttemptYet } from '../../../simulator/domain/orders/order.ts';

const languages = ['en', 'ru', 'kk'] as const;

/** Names that scenario files and other modules rely on. */
const promisedNames: readonly (readonly [code: number, name: string])[] = [
  [0, 'approved'],
  [noAttemptYet, 'no-attempt-yet'],
  [116, 'insufficient-funds'],
  [71015, 'wrong-card-data'],
  [-2025, 'challenge-refused'],
  [-2026, 'challenge-not-passed'],
  [-2006, 'three-ds-declined'],
  [-2009, 'left-at-acs'],
  [-2013, 'attempts-exceeded'],
  [-2014, 'left-payment-page'],
  [-2007, 'session-expired'],
  [-2018, 'three-ds-unreachable'],
  [1434, 'soft-decline'],
  [5, 'do-not-honour'],
  [101, 'card-expired'],
  [208, 'card-lost'],
  [823, 'card-stolen'],
  [999, 'suspected-fraud'],
  [4005, 'declined-by-merchant'],
  [4032, 'attempt-not-accepted'],
  [82, 'wrong-cvc'],
  [341018, 'challenge-cancelled'],
  [341023, 'challenge-timed-out'],
];

test('knows 171 action codes, each number and each name once, in order', (t) => {
  const codes = actionCodes.map(({ code }) => code);
  const names = actionCodes.map(({ name }) => name);

  t.is(codes.length, 171);
  t.is(new Set(codes).size, 171);
  t.is(new Set(names).size, 171);
  t.deepEqual(
    codes,
    codes.toSorted((a, b) => a - b),
  );
});

test('names every action code in kebab-case, so that no name can be taken for a number', (t) => {
  for (const { name } of actionCodes) t.regex(name, /^[a-z]+(-[a-z0-9]+)*$/);
});

test('finds an action code by the name that scenario files use', (t) => {
  for (const [code, name] of promisedNames) {
    t.is(actionCodeNamed(name)?.code, code);
    t.is(actionCodeRow(code)?.name, name);
  }
});

test('has no row for an unpublished code or name', (t) => {
  for (const code of [15, 53, -99, 12345, Number.NaN]) t.is(actionCodeRow(code), undefined);
  for (const name of ['', '116', 'Insufficient-Funds', 'toString']) t.is(actionCodeNamed(name), undefined);
});

test('explains every action code in three languages, and in the right alphabet', (t) => {
  for (const { code, en, ru, kk } of actionCodes) {
    t.regex(en, /^[A-Z3][\x20-\x7e]+$/, `en of ${code}`);
    t.regex(ru, /^(?=.*[а-яё])(?!.*[әғқңөұүһі])[А-ЯЁа-яёA-Za-z0-9 ,:()./-]+$/, `ru of ${code}`);
    t.regex(kk, /^(?=.*[а-яәғқңөұүһі])[А-ЯЁа-яёӘҒҚҢӨҰҮҺІәғқңөұүһіA-Za-z0-9 ,:()./-]+$/, `kk of ${code}`);
    t.not(kk, ru);
  }
});

test('gives the observed words for success and for an order without an attempt', (t) => {
  t.like(actionCodeRow(0), { en: 'Request is processed successfully', ru: 'Запрос успешно обработан' });
  t.like(actionCodeRow(-100), { en: 'Waiting for payment attempt', ru: 'Ожидается попытка оплаты' });
});

test('every row has a source, or is marked as a guess', (t) => {
  for (const row of actionCodes) {
    t.true(row.sources.length > 0);
    for (const source of row.sources) t.true(source in sources, source);
    t.is(row.confidence === 'guess', row.sources.includes('guess'), row.name);
  }
  for (const card of testCards) t.true(card.source in sources, card.source);
});

test('tells the payer something in each language, unless nothing has failed', (t) => {
  for (const { code } of actionCodes) {
    const texts = languages.map((language) => displayMessage(code, language));
    const isSilent = [0, noAttemptYet, -9000].includes(code);
    t.is(new Set(texts).size, isSilent ? 1 : 3, `texts of ${code}`);
    t.is(texts.includes(''), isSilent, `texts of ${code}`);
  }
});

test('tells the payer what to do next', (t) => {
  t.is(displayMessage(116, 'en'), 'Not enough money on the card. Top it up or use another card.');
  t.is(displayMessage(20, 'ru'), displayMessage(116, 'ru'));
  t.regex(displayMessage(71015, 'en'), /expiry date and security code/);
  t.regex(displayMessage(82, 'en'), /CVC/);
  t.regex(displayMessage(101, 'kk'), /мерзімі/);
  t.regex(displayMessage(1434, 'en'), /confirm.*3-D Secure/);
  t.regex(displayMessage(-2025, 'ru'), /не подтверждён/);
  t.regex(displayMessage(341018, 'en'), /cancelled/);
  t.regex(displayMessage(341023, 'en'), /in time/);
  t.regex(displayMessage(-2007, 'en'), /time to pay is over/);
  t.regex(displayMessage(910, 'en'), /few minutes/);
  t.regex(displayMessage(109, 'en'), /contact the shop/);
  t.regex(displayMessage(151019, 'en'), /before you pay again/i);
});

test('never tells a thief that a card is lost, stolen, blocked or suspected', (t) => {
  const secretCodes = [203, 204, 208, 823, 62, 4, 803, 2030, 999, 7, 151, 2001, -2000, -2001];

  for (const language of languages) {
    const plainRefusal = displayMessage(5, language);
    for (const code of secretCodes) t.is(displayMessage(code, language), plainRefusal, String(code));
  }
  for (const { code } of actionCodes) t.notRegex(displayMessage(code, 'en'), /lost|stolen|fraud|suspect|black|block/i);
});

test('reads a code without a row as a decline by the bank', (t) => {
  t.is(displayMessage(12345, 'en'), displayMessage(5, 'en'));
});

test('lists each test card once, with data that the card page accepts', (t) => {
  t.is(new Set(testCards.map(({ pan }) => pan)).size, testCards.length);
  for (const { pan, expiry, cvc } of testCards) {
    t.regex(pan, /^\d{16,19}$/);
    t.is(passesLuhn(pan), pan !== '6280581110003927', pan);
    t.regex(expiry, /^20\d\d(0[1-9]|1[0-2])$/);
    t.is(cvc.length, cvcLengthOf(brandOf(pan)));
    t.not(brandOf(pan), 'UNDEFINED');
  }
});

test('gives every test card an outcome that has a name and fits its route', (t) => {
  for (const { pan, route, challengeEnd, actionCode } of testCards) {
    t.truthy(actionCodeRow(actionCode), pan);
    if (challengeEnd !== undefined) t.is(route, 'challenge', pan);
    const is3ds = actionCodeRow(actionCode)?.group === '3ds';
    if (challengeEnd === 'failed' || route === 'unavailable') t.true(is3ds || actionCode === 2003, pan);
  }
});

test("does with BPC's cards what BPC says", (t) => {
  t.like(testCardByPan('5555555555555599'), { expiry: '203412', cvc: '123', route: 'challenge', actionCode: 0 });
  t.is(testCardByPan('5555555555555599')?.challengeEnd, undefined);
  t.like(testCardByPan('4111111111111111'), { expiry: '202612', cvc: '123', route: 'frictionless', actionCode: 0 });
  t.like(testCardByPan('5168494895055780'), { route: 'challenge', challengeEnd: 'failed', actionCode: -2025 });
  t.like(testCardByPan('4000001111111118'), { expiry: '203012', route: 'attempt', actionCode: 0 });
  t.like(testCardByPan('4444555511113333'), { expiry: '202612', route: 'none', actionCode: 0 });
  t.is(testCardByPan('4444444411111111')?.actionCode, 5);
  t.is(testCardByPan('4000001111111126'), undefined);
});

test('lists each currency once, under the number, letters and exponent of ISO 4217', (t) => {
  const knownToTheRuntime = new Set([...Intl.supportedValuesOf('currency'), 'RUR']);
  const withoutDecimals = ['CLP', 'ISK', 'JPY', 'KRW', 'PYG', 'RWF', 'UGX', 'VND', 'XAF', 'XOF'];
  const withThree = ['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND'];

  t.is(new Set(currencies.map(({ numeric }) => numeric)).size, currencies.length);
  t.is(new Set(currencies.map(({ alpha }) => alpha)).size, currencies.length);
  for (const { numeric, alpha, exponent, symbol } of currencies) {
    t.regex(numeric, /^\d{3}$/);
    t.true(knownToTheRuntime.has(alpha), alpha);
    t.true(symbol.length > 0);
    t.is(exponent, withoutDecimals.includes(alpha) ? 0 : withThree.includes(alpha) ? 3 : 2, alpha);
  }
});

test('knows the currencies of the banks by number', (t) => {
  const expected = { '398': 'KZT', '417': 'KGS', '643': 'RUB', '810': 'RUR', '156': 'CNY', '840': 'USD', '978': 'EUR' };

  for (const [numeric, alpha] of Object.entries(expected)) t.is(currencyByNumeric(numeric)?.alpha, alpha);
  for (const numeric of ['946', '051', '975', '554', '012', '826', '944', '981', '860', '933']) {
    t.is(currencyByNumeric(numeric)?.exponent, 2, numeric);
  }
  for (const numeric of ['999', '51', '', 'KZT']) t.is(currencyByNumeric(numeric), undefined, numeric);
});

test('writes an amount the way a bank customer of each language reads it', (t) => {
  t.is(formatAmount(1_500_000, '398', 'ru'), '15\u00a0000,00\u00a0₸');
  t.is(formatAmount(1_500_000, '398', 'kk'), '15\u00a0000,00\u00a0₸');
  t.is(formatAmount(1_500_000, '398', 'en'), '15,000.00\u00a0₸');
  t.is(formatAmount(123_456_789_01, '840', 'en'), '123,456,789.01\u00a0$');
  t.is(formatAmount(99_999, '643', 'ru'), '999,99\u00a0₽');
  t.is(formatAmount(99_999, '417', 'ru'), '999,99\u00a0сом');
  t.is(
    formatAmount(99_999, '417', 'en'),
    '999.99\u00a0KGS',
    'letters that are no sign are those of ISO 4217 in English',
  );
});

test('places the point by the exponent of the currency', (t) => {
  t.is(formatAmount(1_500_000, '392', 'en'), '1,500,000\u00a0¥');
  t.is(formatAmount(1_500_000, '392', 'ru'), '1\u00a0500\u00a0000\u00a0¥');
  t.is(formatAmount(1_500_005, '414', 'en'), '1,500.005\u00a0KWD');
  t.is(plainAmount(7, '392'), '7 JPY');
  t.is(plainAmount(7, '398'), '0.07 KZT');
  t.is(plainAmount(7, '414'), '0.007 KWD');
});

test('writes an amount for machines without grouping', (t) => {
  t.is(plainAmount(1_500_000, '398'), '15000.00 KZT');
  t.is(plainAmount(10_000, '978'), '100.00 EUR');
});

test('writes nothing, a debt and the largest safe amount to the last digit', (t) => {
  t.is(plainAmount(0, '398'), '0.00 KZT');
  t.is(plainAmount(-0, '392'), '0 JPY');
  t.is(formatAmount(0, '398', 'ru'), '0,00\u00a0₸');
  t.is(plainAmount(-5, '398'), '-0.05 KZT');
  t.is(formatAmount(-150_000, '398', 'en'), '-1,500.00\u00a0₸');
  t.is(plainAmount(Number.MAX_SAFE_INTEGER, '398'), '90071992547409.91 KZT');
});

test('shows the number of a currency it does not know', (t) => {
  t.is(plainAmount(150, '999'), '1.50 999');
  t.is(formatAmount(150, '999', 'ru'), '1,50\u00a0999');
});

test('refuses an amount that is not whole minor units', (t) => {
  for (const amount of [1.5, Number.NaN, 2 ** 53])
    t.throws(() => plainAmount(amount, '398'), { instanceOf: RangeError });
});
