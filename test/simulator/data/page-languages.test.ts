import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'ava';
import { banks } from '../../../simulator/banks/all.ts';
import { bt } from '../../../simulator/banks/bt.ts';
import { actionCodes, generalDeclineText } from '../../../simulator/data/action-codes.ts';
import { displayMessage } from '../../../simulator/data/display-messages.ts';
import { errorCodes, successText } from '../../../simulator/data/error-codes.ts';
import * as issuer from '../../../simulator/data/issuer-texts.ts';
import * as outcomes from '../../../simulator/data/outcome-texts.ts';
import {
  answerLanguages,
  isFurther,
  pageLanguageNames,
  pageLanguageOf,
  pageLanguagesOf,
} from '../../../simulator/data/page-languages.ts';
import * as page from '../../../simulator/data/page-texts.ts';
import { panelLabels } from '../../../simulator/data/panel-labels.ts';
import { pageLanguages } from '../../../simulator/domain/page-language.ts';
import { pay } from '../../helpers/payments/pay.ts';
import { simulatorFor } from '../../helpers/simulator/simulator.ts';
import { orderFor } from '../banks/bank-orders.ts';

const folder = path.join(import.meta.dirname, '../../../simulator/data/page-languages');
const further = pageLanguages.filter(isFurther);

const { challengeTexts, issuerTexts, challengeHelp } = issuer;
const { languageNames: _, byLanguage: __, fillText: ___, ...pageTables } = page;
const tables = [
  ...Object.values({ ...pageTables, ...outcomes }),
  issuerTexts,
  challengeHelp,
  challengeTexts[1],
  challengeTexts[2],
];

/** Every English text that a page for payers can show. */
const english: ReadonlySet<string> = new Set(
  [
    ...tables.flatMap((table) => Object.values(table.en)),
    ...actionCodes.map(({ code }) => displayMessage(code, 'en')),
    ...panelLabels.map(({ en }) => en),
  ].filter((text) => text !== ''),
);

/** Every English text of an answer to a call. */
const answers: ReadonlySet<string> = new Set([
  ...Object.values(errorCodes).map(({ en }) => en),
  ...actionCodes.map(({ en }) => en),
  generalDeclineText('en'),
  ...['Success', 'Payment is declined', '<Unknown>', 'The card number is already in the list'],
]);

const rowsOf = (language: string): Readonly<Record<string, string>> =>
  JSON.parse(readFileSync(path.join(folder, `${language}.json`), 'utf8'));

const placeholders = (text: string): string =>
  [...text.matchAll(/\{\w+\}/g)]
    .map(([name]) => name)
    .sort()
    .join();

test('there is a file for each language, and no other', (t) => {
  t.deepEqual(readdirSync(folder).sort(), further.map((language) => `${language}.json`).sort());
  t.deepEqual(Object.keys(pageLanguageNames), [...pageLanguages]);
});

for (const language of further) {
  test(`every text of the pages${answerLanguages.includes(language) ? ' and answers' : ''} is there in ${language}, with the same placeholders, and no other`, (t) => {
    const rows = rowsOf(language);
    const wanted = answerLanguages.includes(language) ? new Set([...english, ...answers]) : english;

    t.deepEqual(
      Object.keys(rows).filter((text) => !wanted.has(text)),
      [],
    );
    t.deepEqual(
      [...wanted].filter((text) => !Object.hasOwn(rows, text)),
      [],
    );
    for (const [text, own] of Object.entries(rows)) {
      t.is(placeholders(own), placeholders(text), own);
      t.is(own, own.trim());
      if (text !== '<Unknown>') t.notRegex(own, /<|&\w+;/);
    }
  });

  test(`in ${language} the card page, a decline, the issuer's page and the result speak it`, async (t) => {
    const simulator = await simulatorFor(t, { paymentAttempts: 2 });
    const rows = rowsOf(language);
    const { orderId, formUrl } = await simulator.register();
    const inLanguage = formUrl.replace(/payment_\w\w\.html/, `payment_${language}.html`);
    const lang = `<html lang="${language}"${language === 'ar' ? ' dir="rtl"' : ''}>`;
    const textOf = async (url: string): Promise<string> => {
      const html = await (await fetch(url)).text();
      t.true(html.includes(lang), html.slice(0, 200));
      return html;
    };

    t.true((await textOf(inLanguage)).includes(`>${rows['Card number']}<`));
    await pay(formUrl, { card: { pan: '4444555511113333', cvc: '999' } });
    t.true((await textOf(inLanguage)).includes(rows['The payment did not go through'] ?? '-'));
    await pay(formUrl, { atAcs: 'leave' });
    await pay(formUrl);
    t.true(
      (await textOf(inLanguage.replace('payment_', 'finish_').replace('mdOrder', 'orderId'))).includes(
        rows['Payment completed'] ?? '-',
      ),
    );
    t.is((await simulator.status(orderId))['orderStatus'], 2);
  });
}

test('country codes stand for a language, and a code without texts falls back', (t) => {
  for (const [code, language] of [
    ['ua', 'uk'],
    ['by', 'be'],
    ['am', 'hy'],
    ['gr', 'el'],
    ['kz', 'kk'],
    ['RO', 'ro'],
    ['fr-DZ', 'fr'],
    ['xx', 'ru'],
    ['constructor', 'ru'],
    [undefined, 'ru'],
  ] as const)
    t.is(pageLanguageOf(code, 'ru'), language, code);
});

test('a bank takes the code of a country for its language, and the other way round, and has its own spelling in addresses', async (t) => {
  for (const [bank, sent, lang] of [
    ['alfa-by', 'be', 'by'],
    ['alfa-by', 'by', 'by'],
    ['alfa', 'uk', 'ua'],
    ['alfa', 'kk', 'kz'],
    ['bereke', 'kz', 'kk'],
    ['arca', 'am', 'hy'],
    ['bt', 'bg', 'en'],
  ] as const) {
    const simulator = await simulatorFor(t, { bank });
    const { formUrl, orderId } = await simulator.call('register.do', { ...orderFor(bankNamed(bank)), language: sent });
    t.true(
      (await (await fetch(formUrl)).text()).includes(`<html lang="${pageLanguageOf(lang, 'en')}"`),
      `${bank} ${sent}`,
    );
    const { redirect } = await simulator.callBare('declineByClient.do', { mdOrder: orderId });
    t.is(new URL(redirect).searchParams.get('lang'), lang);
  }
});

const bankNamed = (name: string) => banks.find((bank) => bank.name === name) ?? bt;

test('the page offers the languages of each bank that have texts', (t) => {
  const offered = Object.fromEntries(banks.map((bank) => [bank.name, pageLanguagesOf(bank).join(' ')]));
  t.like(offered, {
    bereke: 'en ru kk',
    'vtb-kz': 'ru en hy az',
    bt: 'ro en',
    dsk: 'bg en',
    satim: 'fr ar en',
    arca: 'en ru hy',
  });
});

test('answers speak the language that a call names, where the bank has it', async (t) => {
  const said = async (bank: string, language: string | undefined) => {
    const simulator = await simulatorFor(t, { bank: bank as 'bt' });
    const { errorMessage } = await simulator.call('getOrderStatusExtended.do', {
      orderId: 'x',
      ...(language && { language }),
    });
    return errorMessage;
  };
  const { en, ru, kk } = errorCodes['order-not-found'];
  const inLanguage = (language: string) => rowsOf(language)[en];

  for (const [bank, language, text] of [
    ['bt', 'ro', inLanguage('ro')],
    ['bt', undefined, en],
    ['satim', 'FR', inLanguage('fr')],
    ['satim', 'AR', inLanguage('ar')],
    ['arca', 'hy', inLanguage('hy')],
    ['clictopay', 'fr', inLanguage('fr')],
    ['dsk', 'bg', en],
    ['bereke', 'fr', en],
    ['bereke', 'kz', kk],
    ['alfa', 'ua', ru],
    ['alfa-by', 'by', ru],
  ] as const)
    t.is(await said(bank, language), text, `${bank} ${language}`);
});

test('the payer comes back with the language of the call, or else with that of the order', async (t) => {
  const simulator = await simulatorFor(t, { bank: 'bt' });
  const lang = async (order: string, call?: string) => {
    const orderNumber = `${order}-${call}`;
    const { orderId } = await simulator.register({ ...orderFor(bt), orderNumber, language: order });
    const { redirect } = await simulator.callBare('declineByClient.do', {
      mdOrder: orderId,
      ...(call && { language: call }),
    });
    return new URL(redirect).searchParams.get('lang');
  };

  t.is(await lang('ro'), 'ro');
  t.is(await lang('en'), 'en');
  t.is(await lang('ro', 'en'), 'en');
  t.is(await lang('en', 'ro'), 'ro');
});

test('a word of the pages in a language is none of the answers, which have no texts in it', async (t) => {
  const simulator = await simulatorFor(t, { bank: 'alfa-by' });
  const { orderId } = await simulator.register({ orderNumber: '1', language: 'be' });

  t.is(
    (await simulator.status(orderId, { language: 'be' }))['errorMessage'],
    'Успешно',
    'as clients of the bank know it',
  );
  t.deepEqual(further.filter((language) => !answerLanguages.includes(language)).map(successText), [
    'Success',
    'Success',
    'Успешно',
    'Успешно',
    'Success',
    'Success',
    'Success',
    'Success',
  ]);
});
