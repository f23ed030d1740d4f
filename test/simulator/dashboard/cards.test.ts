import test, { type ExecutionContext } from 'ava';
import { actionCodes } from '../../../simulator/data/action-codes.ts';
import { errorCodes } from '../../../simulator/data/error-codes.ts';
import { panelLabel } from '../../../simulator/data/panel-labels.ts';
import { testCards } from '../../../simulator/data/test-cards.ts';
import { cardForActionCode } from '../../../simulator/issuer/code-range.ts';
import { type VisitorOptions, visitorOf } from '../../helpers/dashboard/visitor.ts';
import { simulatorFor } from '../../helpers/simulator/simulator.ts';

const cardsPage = async (t: ExecutionContext, visit: VisitorOptions = {}) => {
  const simulator = await simulatorFor(t);
  return { simulator, visitor: visitorOf(simulator.url, visit) };
};

const rowsIn = (html: string): number => html.match(/<tr id="row-/g)?.length ?? 0;

test('every published card is there, to copy, with its data and its end', async (t) => {
  const { visitor } = await cardsPage(t);

  const { html, text } = await visitor.open('/cards');

  t.is(rowsIn(html), testCards.length);
  for (const { pan } of testCards) t.true(html.includes(`data-copy="${pan}"`), pan);
  t.true(text.includes('5555 5555 5555 5599'));
  t.true(text.includes('Challenge, then approved'));
  t.true(text.includes(`Action codes ${actionCodes.length}`));
});

test('labels of test cards are in every language', (t) => {
  for (const { label } of testCards)
    for (const language of ['ru', 'kk'] as const) t.regex(panelLabel(label, language), /[а-яәғқңөұүһі]/i, label);
});

test('the builder makes the number for any code and way, and says what is wrong', async (t) => {
  const { visitor } = await cardsPage(t);

  const made = await visitor.open('/cards?code=116&route=challenge');
  t.true(made.html.includes(`data-copy="${cardForActionCode(116, 'challenge')}"`));
  t.regex(made.text, /Insufficient funds \(116\)/);

  const negative = await visitor.open('/cards?code=-2002');
  t.true(negative.html.includes(`data-copy="${cardForActionCode(-2002)}"`));
  t.true((await visitor.open('/cards?code=insufficient-funds')).html.includes(cardForActionCode(116)));

  const wrong = await visitor.open('/cards?code=%3Cb%3E99999999&route=nowhere');
  t.is(wrong.status, 200);
  t.regex(wrong.text, /<b>99999999 is no action code/);
  t.false(wrong.html.includes('<b>99999999'));
});

test('all action codes are there in three languages, with what a shop should do where it is known', async (t) => {
  const { visitor } = await cardsPage(t);

  const { html, text } = await visitor.open('/cards?show=codes');

  t.is(rowsIn(html), actionCodes.length);
  for (const words of ['Insufficient funds', 'Недостаточно средств', 'Қаражат жеткіліксіз'])
    t.true(text.includes(words));
  for (const name of ['declined-card-stolen', 'declined-insufficient-funds'])
    t.true(html.includes(`href="/scenarios?name=${name}"`), name);
  t.true(html.includes(`data-copy="${cardForActionCode(116)}"`));
});

test('all error codes are there in three languages', async (t) => {
  const { visitor } = await cardsPage(t);

  const { html, text } = await visitor.open('/cards?show=errors');

  t.is(rowsIn(html), Object.keys(errorCodes).length);
  t.true(text.includes('An order with this number is registered already but not paid'));
  t.true(text.includes('Заказ с таким номером уже зарегистрирован, но не оплачен'));
});

test('the search counts what it finds in cards and codes, and escapes what it does not', async (t) => {
  const { visitor } = await cardsPage(t);

  const codes = await visitor.open('/cards?show=codes&q=stolen');
  t.true(rowsIn(codes.html) >= 1 && rowsIn(codes.html) <= 4);
  t.regex(codes.text, /Test cards 1 /);
  const inRussian = await visitor.open('/cards?show=codes&q=%D1%81%D1%82%D0%BE%D0%BF-%D0%BB%D0%B8%D1%81%D1%82');
  t.true(rowsIn(inRussian.html) >= 2);
  const byNumber = await visitor.open('/cards?q=5555+5599');
  t.is(rowsIn(byNumber.html), 1);

  const nothing = await visitor.open('/cards?show=errors&q=%3Cscript%3Ex');
  t.regex(nothing.text, /Nothing here has “<script>x”/);
  t.false(nothing.html.includes('<script>x'));
});

test('the newest open order is paid with a card of the page', async (t) => {
  const { simulator, visitor } = await cardsPage(t);

  t.regex((await visitor.open('/cards')).text, /No order waits for a card/);

  await simulator.register({ orderNumber: 'first' });
  const { orderId } = await simulator.register({ orderNumber: 'second' });
  t.regex((await visitor.open('/cards')).text, /Order second waits for a card/);

  const declined = await visitor.submit('/cards', 'pay', { pan: cardForActionCode(116) });
  t.regex(declined.text, /Order second/);
  t.is((await simulator.status(orderId))['actionCode'], 116);

  await visitor.submit('/cards', 'pay', { pan: '4444555511113333' });
  t.is((await simulator.status(orderId))['orderStatus'], 2);
});

test('a card that is not of this page is not sent', async (t) => {
  const { simulator, visitor } = await cardsPage(t);
  const { orderId } = await simulator.register();

  const { text, html } = await visitor.submit('/cards', 'pay', { pan: '4929123456781234' });

  t.regex(text, /Only test cards/);
  t.notRegex(html, /4929123456781234/);
  t.is((await simulator.status(orderId))['actionCode'], -100);
});

for (const [language, words] of [
  ['ru', ['Карты и коды', 'Подтверждение, затем одобрена', 'Коды действия']],
  ['kk', ['Карталар мен кодтар', 'Растау, содан кейін мақұлдау', 'Әрекет кодтары']],
] as const)
  test(`cards and codes are in ${language}`, async (t) => {
    const { visitor } = await cardsPage(t, { language });

    const { text } = await visitor.open('/cards');

    for (const sentence of words) t.true(text.includes(sentence), sentence);
    t.notRegex(text, /Test cards|Number for|Action codes/);
  });
