import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import test from 'ava';
import { otherDates, testCards } from '../../../simulator/data/test-cards.ts';
import * as server from '../../../simulator/domain/card.ts';
import { evergreenExpiry } from '../../../simulator/issuer/plan-for-card.ts';

interface CardNumber {
  readonly brandOf: (pan: string) => string;
  readonly passesLuhn: (pan: string) => boolean;
}

/** What the card page's own script knows of card numbers. */
const page: CardNumber = createRequire(import.meta.url)('../../../simulator/card-page/assets/card-number.js');

const publishedCards = new URL('../../../simulator/card-page/assets/published-cards.js', import.meta.url);
const published: {
  readonly isPublishedCard: (pan: string, expiry: string) => boolean;
  readonly isPublishedNumber: (pan: string) => boolean;
} = createRequire(import.meta.url)(fileURLToPath(publishedCards));

const namesOnPage: Readonly<Record<server.Brand, string>> = {
  VISA: 'Visa',
  MASTERCARD: 'Mastercard',
  AMEX: 'Amex',
  JCB: 'JCB',
  CUP: 'UnionPay',
  MIR: 'Mir',
  MAESTRO: 'Maestro',
  UNDEFINED: '',
};

/** One number for every four digits that a card can begin with. */
const everyBeginning = Array.from({ length: 10_000 }, (_, first) => `${String(first).padStart(4, '0')}000000000000`);

test('the card page and the server see the same brand in every number', (t) => {
  const differences = everyBeginning.filter((pan) => page.brandOf(pan) !== namesOnPage[server.brandOf(pan)]);

  t.deepEqual(differences, []);
  t.is(new Set(everyBeginning.map(page.brandOf)).size, Object.keys(namesOnPage).length);
});

test('the card page and the server take the same cards after their date', (t) => {
  const dated = [...testCards, ...otherDates].filter(({ expiry }) => expiry !== evergreenExpiry);

  t.deepEqual(
    dated.filter(({ pan, expiry }) => !published.isPublishedCard(pan, expiry)),
    [],
  );
  t.is(readFileSync(publishedCards, 'utf8').match(/'\d{12,19} \d{6}'/g)?.length, dated.length);
  t.false(published.isPublishedCard(dated[0]?.pan ?? '', '201901'));
});

test('the card page names no brand before the digits tell it', (t) => {
  const early = ['', '2', '22', '222', '3', '35', '353', '5', '6'];

  t.deepEqual(
    early.filter((digits) => page.brandOf(digits) !== ''),
    [],
  );
});

test('the card page and the server agree on the check digit', (t) => {
  const pans = [...testCards.map(({ pan }) => pan), ...everyBeginning.slice(0, 500), '0', '18', '4444555511113334'];

  t.deepEqual(
    pans.filter((pan) => page.passesLuhn(pan) !== server.passesLuhn(pan)),
    [],
  );
  t.true(testCards.every(({ pan }) => page.passesLuhn(pan) || published.isPublishedNumber(pan)));
});
