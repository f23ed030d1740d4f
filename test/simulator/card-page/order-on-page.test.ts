import test from 'ava';
import { plainCard } from '../../helpers/payments/pay.ts';
import { payForm } from '../../helpers/payments/pay-form.ts';
import { simulatorFor } from '../../helpers/simulator/simulator.ts';
import { open } from './open-and-submit.ts';

const cartOf = (items: readonly object[]): string => JSON.stringify({ cartItems: { items } });

const item = (positionId: number, name: string, value: number, measure: string, itemAmount: number) => ({
  positionId,
  name,
  quantity: { value, measure },
  itemAmount,
  itemCode: `c${positionId}`,
});

const textOf = (html: string): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&#8376;', '₸')
    .replace(/\s+/g, ' ');

test('the card page has the lines of the cart, in the language of the page', async (t) => {
  const simulator = await simulatorFor(t);
  const items = [item(1, 'Scarf & "tie"', 1, 'pcs', 1_200_000), item(2, 'Silk', 1.5, 'm', 300_000)];
  const { formUrl } = await simulator.register({ orderBundle: cartOf(items) });

  const html = await (await open(formUrl)).text();
  const russian = await (await open(formUrl.replace('_en.html', '_ru.html'))).text();

  t.true(html.includes('Scarf &amp; &quot;tie&quot;'));
  t.true(textOf(html).includes('Silk 1.5 m 3,000.00 ₸'));
  t.true(textOf(russian).includes('Silk 1,5 m 3 000,00 ₸'));
  t.false(textOf(html).includes('1 pcs'), 'one piece needs no number');
});

test('a long cart shows its first lines, and opens for the others', async (t) => {
  const simulator = await simulatorFor(t);
  const items = Array.from({ length: 15 }, (_, index) => item(index + 1, `Book ${index + 1}.`, 1, 'pcs', 100_000));
  const { formUrl } = await simulator.register({ orderBundle: cartOf(items) });

  const [shown = '', others = ''] = (await (await open(formUrl)).text()).split('<details class="more-lines">');

  t.true(shown.includes('Book 5.') && !shown.includes('Book 6.'));
  t.true(others.includes('10 more') && others.includes('Book 15.'));
});

test('an order without cart, description or fee has no row for them', async (t) => {
  const simulator = await simulatorFor(t);
  const { formUrl } = await simulator.register({ description: ' ' });
  const withFee = await simulator.register({ feeInput: '5000' });

  const html = await (await open(formUrl)).text();

  t.notRegex(html, /class="(?:lines|description|fee|check-note)"/);
  t.notRegex(html, /<(?:dd|li)[^>]*>\s*<\/(?:dd|li)>/);
  t.true(textOf(await (await open(withFee.formUrl)).text()).includes('Fee included 50.00 ₸'));
});

for (const [features, amount, words, button] of [
  ['VERIFY', '0', 'You pay nothing now', 'Check the card'],
  ['VERIFY', '100', 'It holds 1.00 ₸ for that, and sets it free at once', 'Check the card'],
  ['VERIFY,FORCE_CREATE_BINDING', '0', 'The card is then saved for your next payments', 'Save the card'],
] as const)
  test(`says what an order of ${amount} with ${features} does, and asks for no payment`, async (t) => {
    const simulator = await simulatorFor(t);
    const { orderId, formUrl } = await simulator.register({ features, amount, clientId: 'aida' });

    const html = await (await open(formUrl)).text();
    await payForm(simulator, orderId, plainCard);

    t.true(textOf(html).includes(words), textOf(html));
    t.true(html.includes(`<span class="pay-label">${button}</span>`));
    t.notRegex(textOf(html.replace(/data-texts="[^"]*"/, '')), /Pay 0|Amount to pay|0\.00 ₸ /);
    t.is((await simulator.status(orderId))['orderStatus'], 3);
  });
