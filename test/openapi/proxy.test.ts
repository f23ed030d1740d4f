import test, { type ExecutionContext } from 'ava';
import type { Bank } from '../../simulator/banks/bank.ts';
import { bereke } from '../../simulator/banks/bereke.ts';
import { sber } from '../../simulator/banks/sber.ts';
import { fetchDocument } from '../helpers/http/documented-answers.ts';
import { ask } from '../helpers/simulator/ask.ts';
import { callsOver, type Json, login, type SentCall, simulatorFor } from '../helpers/simulator/simulator.ts';
import { forShop } from '../journeys/every-call.ts';
import { trades } from '../journeys/trades.ts';
import { filesOf, startProxy } from './tools.ts';

/** A gateway behind Prism, and what Prism has against the calls that went through. */
const proxied = async (t: ExecutionContext, bank: Bank) => {
  const simulator = await simulatorFor(t, { bank });
  // Prism gives up a download after five seconds, in which a busy machine has not made the document.
  const [file = ''] = filesOf(t, { merchant: await fetchDocument(`${simulator.controlUrl}/openapi/merchant.json`) });
  const proxy = await startProxy(t, file, simulator.url);
  const violations: string[] = [];
  let count = 0;
  const through = async (url: URL, method: string, sent: Pick<SentCall, 'contentType' | 'body'> | undefined) => {
    const headers: Record<string, string> = sent ? { 'content-type': sent.contentType } : {};
    const answer = await ask(new URL(String(url).replace(simulator.url, proxy)), {
      method,
      headers,
      ...(sent && { body: sent.body }),
    });
    count++;
    const said = answer.headers['sl-violations'];
    for (const { location, message } of said === undefined ? [] : JSON.parse(String(said)))
      violations.push(`${url.pathname.split('/').slice(-2).join('/')} ${location.join('.')}: ${message}`);
    return JSON.parse(answer.text) as Json;
  };
  const shop = callsOver(simulator.restUrl, (sent) => through(sent.url, 'POST', sent));
  const get = (name: string, fields: Record<string, string>) =>
    through(new URL(`${simulator.restUrl}${name}?${new URLSearchParams({ ...login, ...fields })}`), 'GET', undefined);
  return { shop: { ...shop, clock: simulator.clock }, get, violations, count: () => count };
};

/** What the trades leave out, to see it refused. */
const meant = [
  "payment/recurrentPayment.do request.body: Request body must have required property 'orderNumber'",
  "payment/installmentPayment.do request.body: Request body must have required property 'orderNumber'",
  "rest/motoPayment.do request.body: Request body must have required property 'pan'",
  "rest/motoPayment.do request.body: Request body must have required property 'expiry'",
  "rest/motoPayment.do request.body: Request body must have required property 'cardholder'",
  'templates/get.do request.body.template.templateId: Request body property template.templateId must match format "uuid"',
];

for (const bank of [bereke, sber])
  test(`Prism has nothing against the calls of a shop at ${bank.name} and their answers`, async (t) => {
    const { shop, violations, count } = await proxied(t, forShop(bank));

    for (const trade of trades) await trade(shop);

    t.deepEqual(violations, meant);
    t.true(count() > 100);
  });

test('nor against calls by GET; a wrong one is noticed', async (t) => {
  const { get, shop, violations } = await proxied(t, bereke);
  const order = { amount: '1000', returnUrl: 'https://shop.example/return' };

  const { orderId } = await get('register.do', order);
  await get('getOrderStatusExtended.do', { orderId });
  await shop.status(orderId);
  t.deepEqual(violations, []);

  await get('register.do', { ...order, amount: 'ten' });
  t.regex(violations.join(), /amount/);
});
