import { viewFrom } from '../../../http/page/view-from.ts';
import { curlOf } from '../../../text/curl.ts';
import { cardPageAddress } from '../../../wire/card-page-address.ts';
import type { DashboardPage, Visit } from '../../page.ts';
import { knownScenarios } from '../scenarios/known-scenarios.ts';
import { cardActs, openOrder } from './card-acts.ts';
import { actionCodeRows, cardRows, errorCodeRows } from './code-rows.ts';
import { builderView } from './number-builder.ts';
import { cardTexts } from './texts.ts';

const parts = ['cards', 'codes', 'errors'] as const;
type Part = (typeof parts)[number];

/** The test cards, numbers for any end, and the codes of payments and of refused calls. */
export const cards: DashboardPage = {
  texts: cardTexts,
  acts: cardActs,
  show: async (visit) => {
    const { context, say, ui, link, query } = visit;
    const search = (query.get('q') ?? '').trim();
    const part = parts.find((one) => one === query.get('show')) ?? 'cards';
    const found = {
      cards: cardRows(visit, search),
      codes: actionCodeRows(visit, await knownScenarios(context), search),
      errors: errorCodeRows(visit, search),
    };
    const order = part === 'cards' ? await openOrder(context) : undefined;
    const title = say('Cards and codes');
    const content = fillCards({
      say,
      ui,
      link,
      view: {
        title,
        here: link('/cards', { show: part === 'cards' ? undefined : part, q: search || undefined }),
        kept: { merchant: query.get('merchant') || undefined },
        search,
        part,
        chips: chipsOf(visit, search, part, found),
        cards: part === 'cards' ? found.cards : [],
        codes: part === 'cards' ? [] : found[part],
        builder: builderView(visit),
        order: order && { number: order.orderNumber, href: link(`/orders/${order.id}`) },
        curl: order && payCurl(visit, order.id),
        formUrl: order && visit.origin + cardPageAddress(context.bank, order),
      },
    });
    return { title, content };
  },
};

const fillCards = viewFrom<{ say: unknown; ui: unknown; link: unknown; view: object }>(
  new URL('view.ejs', import.meta.url),
  ['say', 'ui', 'link', 'view'],
);

const chipsOf = (
  { say, link }: Visit,
  search: string,
  part: Part,
  found: Readonly<Record<Part, readonly unknown[]>>,
) => {
  const titles = { cards: say('Test cards'), codes: say('Action codes'), errors: say('Error codes') };
  return parts.map((name) => ({
    title: titles[name],
    count: found[name].length,
    isHere: name === part,
    href: link('/cards', { show: name === 'cards' ? undefined : name, q: search || undefined }),
  }));
};

/** The call by which a shop with a card form of its own pays this order. */
const payCurl = ({ origin, context }: Visit, orderId: string): string =>
  curlOf(`${origin}${context.bank.basePath}/rest/paymentorder.do`, [
    { userName: context.merchant.login, password: { shell: '"$PASSWORD"' } },
    {
      MDORDER: orderId,
      $PAN: '4444555511113333',
      YYYY: '2034',
      MM: '12',
      $CVC: '123',
      TEXT: 'TEST CARDHOLDER',
      language: 'en',
    },
  ]);
