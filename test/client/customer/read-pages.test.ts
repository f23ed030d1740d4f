import test, { type ExecutionContext } from 'ava';
import fc from 'fast-check';
import { readForms } from '../../../client/customer/read-form.ts';
import { markedElements, readHtml } from '../../../client/customer/read-html.ts';
import { GatewayClient, Payer, type PayerOptions } from '../../../client/index.ts';
import { timesOf } from '../../helpers/ava/run-of-tests.ts';
import { challengeCard, plainCard } from '../../helpers/payments/pay.ts';
import { simulatorFor } from '../../helpers/simulator/simulator.ts';
import { eagerForms, eagerMarks } from './eager-reader.ts';

const pageUrl = 'https://gateway.example/payment/page.html';
const marks = ['data-page', 'data-decline', 'data-decline-message', 'data-field-error', 'data-acs-error', 'id'];

const readsAlike = (t: ExecutionContext, html: string): void => {
  const page = readHtml(html);
  // The other reader knows no labels.
  const forms = readForms(page, pageUrl).map((form) => ({
    ...form,
    fields: form.fields.map(({ label: _, ...field }) => field),
  }));
  t.deepEqual(forms, eagerForms(html, pageUrl), html);
  for (const mark of marks) t.deepEqual(markedElements(page, mark), eagerMarks(html, mark), html);
};

const names = ['form', 'input', 'button', 'select', 'option', 'textarea', 'div', 'p', 'script', 'B'];
const attributes = ['id', 'form', 'NAME', 'type', 'value', 'checked', 'disabled', 'hidden', 'selected', 'data-decline'];
const values = ['', 'f', 'a b', '&amp;quot;', '&#1046;', '5 > 4', '<input name=x>', 'checkbox', 'submit', 'Radio'];
const attribute = fc
  .tuple(fc.constantFrom(...attributes), fc.constantFrom(...values), fc.constantFrom('"', "'", '', 'none'))
  .map(([name, value, quote]) => (quote === 'none' ? name : `${name}=${quote}${value}${quote}`));
const startTag = fc
  .tuple(fc.constantFrom(...names), fc.array(attribute, { maxLength: 5 }))
  .map(([name, written]) => `<${[name, ...written].join(' ')}>`);
const endTag = fc.constantFrom(...names).map((name) => `</${name}>`);
const rest = fc.constantFrom(' text ', '&lt;b&gt;', '<!-- ', ' -->', '<', '"', '>', 'Ж');
const anyHtml = fc.array(fc.oneof({ weight: 4, arbitrary: startTag }, endTag, rest), { maxLength: 25 });

test('reads any markup as a reader does that reads every attribute of every tag', (t) => {
  fc.assert(
    fc.property(anyHtml, (pieces) => readsAlike(t, pieces.join(''))),
    { numRuns: timesOf(2_000) },
  );
});

const visits: Readonly<Record<string, PayerOptions>> = {
  'the card page and the challenge': { card: challengeCard },
  'a page in Russian with a wrong code': { card: challengeCard, otp: '000000', atAcs: 'answer' },
  'a declined card': { card: plainCard, outcome: 'decline:116' },
  'a wrong card number': { card: { ...plainCard, pan: '4444555511113330' } },
  'a card that is stored': { card: plainCard, savesCard: true },
};

test('reads the pages of the simulator in the same way', async (t) => {
  const simulator = await simulatorFor(t);
  const { userName, password } = { userName: 'test_user', password: 'test_user_password' };
  const client = new GatewayClient({ baseUrl: simulator.restUrl, userName, password });
  const pages = new Set<string>();
  const fetchPage: typeof fetch = async (...request) => {
    const answer = await fetch(...request);
    if (answer.headers.get('content-type')?.startsWith('text/html')) pages.add(await answer.clone().text());
    return answer;
  };

  for (const [index, options] of Object.values(visits).entries()) {
    const language = index % 2 === 0 ? 'en' : 'ru';
    const order = { amountMinor: 1000, returnUrl: 'https://shop.example/return', language, clientId: 'client-1' };
    const { formUrl } = await client.register(order);
    await new Payer({ fetch: fetchPage }).pay(formUrl, options);
    await fetchPage(formUrl, { redirect: 'manual' });
  }
  const { formUrl } = await client.register({
    amountMinor: 1000,
    returnUrl: 'https://shop.example',
    clientId: 'client-1',
  });
  await fetchPage(formUrl, { redirect: 'manual' });

  t.true(pages.size >= 10, `${pages.size} pages`);
  t.true([...pages].some((html) => html.includes('stored-form')));
  for (const html of pages) readsAlike(t, html);
});
