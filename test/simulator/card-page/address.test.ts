import test from 'ava';
import { banks } from '../../../simulator/banks/all.ts';
import { bpc } from '../../../simulator/banks/bpc.ts';
import { challengeThatFails, pay } from '../../helpers/payments/pay.ts';
import { simulatorFor } from '../../helpers/simulator/simulator.ts';

const registrationAt = (bank: (typeof banks)[number]) => ({
  amount: '1500000',
  returnUrl: 'https://shop.example/return',
  currency: bank.currency,
  orderNumber: '1234',
  ...(bank.paramsWanted['udf1'] !== undefined && {
    language: 'en',
    jsonParams: '{"force_terminal_id":"E002000001","udf1":"1"}',
  }),
  ...(bank.wantsCustomer && {
    orderBundle: JSON.stringify({
      orderCreationDate: '2026-01-01',
      customerDetails: {
        email: 'a@b.example',
        phone: '40740123456',
        deliveryInfo: { deliveryType: 'x', country: '642', city: 'Cluj', postAddress: 'Str. 1' },
        billingInfo: { country: '642', city: 'Cluj', postAddress: 'Str. 1' },
      },
    }),
  }),
});

for (const bank of banks) {
  test(`a payer who comes back to the card page comes back to formUrl: ${bank.name}`, async (t) => {
    const simulator = await simulatorFor(t, { bank });
    const { formUrl } = await simulator.call('register.do', registrationAt(bank));
    const { pathname, search } = new URL(formUrl);

    const walk = await pay(formUrl, { card: challengeThatFails });

    const pages = walk.steps.filter(({ url }) => url.includes('/merchants/')).map(({ url }) => new URL(url));
    t.true(pages.length >= 2, JSON.stringify(walk.steps, undefined, 1));
    for (const page of pages.slice(1)) {
      t.is(page.pathname, pathname);
      t.is(page.searchParams.get('mdOrder'), new URL(formUrl).searchParams.get('mdOrder'));
    }
    t.is(pages.at(-1)?.search, search);
  });

  test(`links to other languages lead to the page as the bank names it: ${bank.name}`, async (t) => {
    const simulator = await simulatorFor(t, { bank });
    const { formUrl } = await simulator.call('register.do', { ...registrationAt(bank), language: 'en' });
    const links = linksIn(await (await fetch(formUrl)).text());
    const own = new URL(formUrl).pathname + new URL(formUrl).search;

    t.deepEqual(
      links.map(({ language }) => language),
      offered[bank.name],
    );
    if (links.length > 0) t.true(links.some(({ url }) => url === own));
  });
}

/** The languages that a page offers: those of the bank that have texts here, unless there is one alone. */
const offered: Readonly<Record<string, readonly string[]>> = {
  bereke: ['en', 'ru', 'kk'],
  alfa: ['ru', 'en', 'de', 'fr', 'es', 'it', 'uk', 'kk'],
  arca: ['en', 'ru', 'hy'],
  sber: ['en', 'ru'],
  'vtb-kz': ['ru', 'en', 'hy', 'az'],
  bpc: ['en', 'el', 'ro', 'bg', 'it', 'de', 'fr', 'es'],
  jcc: ['en', 'el', 'ro', 'bg', 'it', 'de', 'fr', 'es'],
  bt: ['ro', 'en'],
  dsk: ['bg', 'en'],
  satim: ['fr', 'ar', 'en'],
  'alfa-by': ['ru', 'en', 'be'],
  clictopay: ['fr', 'en'],
};

const linksIn = (html: string): { readonly language: string; readonly url: string }[] =>
  [...html.matchAll(/<a href="([^"]*mdOrder=[^"]*)" hreflang="(..)"/g)].map(([, url = '', language = '']) => ({
    language,
    url: url.replaceAll('&amp;', '&'),
  }));

test('a page in a language that the bank does not have leads to those that it has', async (t) => {
  const simulator = await simulatorFor(t, { bank: bpc });
  const { formUrl } = await simulator.register();

  const links = linksIn(await (await fetch(formUrl.replace('_en.html', '_ru.html'))).text());

  t.deepEqual(
    links.map(({ language }) => language),
    offered['bpc'],
  );
});
