import { bankOf } from '../../../banks/bank-of.ts';
import { registerCommand } from '../../../banks/register-command.ts';
import { testCards } from '../../../data/test-cards.ts';
import { documentedLogin } from '../../../domain/merchant.ts';
import { viewFrom } from '../../../http/page/view-from.ts';
import { listTransactions } from '../../../inspection/orders/transactions.ts';
import { cardForActionCode } from '../../../issuer/code-range.ts';
import type { DashboardPage, Shown, Visit } from '../../page.ts';
import { controlAccess, shopUrlAt } from '../../start-page.ts';
import { lettersOf } from '../../ui/minor-of.ts';
import { withoutUser } from '../../ui/pairs.ts';
import { phoneOrigin } from '../../ui/phone-origin.ts';
import { qrSvg } from '../../ui/qr.ts';
import { statusTexts } from '../../ui/status-texts.ts';
import { rowsOf } from '../transactions/rows.ts';
import { transactionsTexts } from '../transactions/texts.ts';
import { startActs } from './acts.ts';
import { firstSteps } from './first-steps.ts';
import { type SnippetFacts, type SnippetName, snippetNames, snippetOf } from './snippets.ts';
import { stateLines } from './state-lines.ts';
import { startTexts } from './texts.ts';

/** How many of the latest orders are shown. */
const mostOrders = 5;

/** The first page: where the shop has to point, the latest orders, and what to try. */
export const start: DashboardPage = {
  texts: [...statusTexts, ...transactionsTexts, ...startTexts],
  show: async (visit) => shown(visit),
  acts: startActs,
};

const shown = async (visit: Visit): Promise<Shown> => {
  const { say, ui, link, origin, context, query } = visit;
  const { merchant } = context;
  const bank = bankOf(context, merchant);
  const restUrl = `${origin}${context.bank.basePath}/rest/`;
  const shopUrl = shopUrlAt(context, origin);
  const { rows: latest } = await listTransactions(context, { only: 'orders' }, { limit: mostOrders });
  const orders = latest.flatMap((row) => (row.kind === 'order' ? [row.order] : []));
  const title = orders.length > 0 ? say('Start') : say('No orders yet');
  const password = publishedPassword(visit);
  const snippet = snippetNames.find((name) => name === query.get('snippet')) ?? 'curl';
  const facts = { restUrl, bank, login: merchant.login, password, returnUrl: shopUrl ?? 'https://shop.example/' };
  return {
    title,
    content: fillStart({
      say,
      ui,
      link,
      view: {
        title,
        restUrl,
        login: merchant.login,
        rows: await rowsOf(visit, latest),
        steps: stepsOf(visit, await firstSteps(context, orders)),
        qr: qrOf(visit),
        tabs: snippetNames.map((name) => ({
          title: tabTitles[name],
          href: link('/', { snippet: name }),
          isHere: name === snippet,
        })),
        snippet: ui.code({
          name: say('Register an order of {amount} at {bank}', {
            amount: ui.amount(1_500_000, bank.currency),
            bank: bank.title,
          }),
          text: snippetOf(snippet, facts),
        }),
        isPasswordHidden: password === undefined,
        cards: cardsFor(visit),
        lines: await stateLines(visit, shopUrl),
        currency: lettersOf(bank.currency),
        scenarios: await scenarioNames(visit),
        orderCurl: orderCurl(facts),
        callbackUrl: query.get('to') ?? shownAddress((merchant.callbacks ?? context.options.callbacks).url),
        callbackCurl: callbackCurl(controlAccess(context, origin).url, visit),
        links: linksOf(visit, shopUrl),
      },
    }),
  };
};

/** A password in an address is no part of a page: with an empty field the test goes to the address that is set. */
const shownAddress = (url = ''): string => (withoutUser(url) === url ? url : '');

const tabTitles: Readonly<Record<SnippetName, string>> = { curl: 'curl', php: 'PHP', node: 'Node', python: 'Python' };

/** A password that everyone knows; undefined if it is a secret. */
const publishedPassword = ({ context }: Visit): string | undefined => {
  const { login, password } = context.merchant;
  const isPublished = login === documentedLogin.login && password === documentedLogin.password;
  return isPublished || (context.options.admitsAnyone && login === 'any' && password === 'any') ? password : undefined;
};

const stepsOf = (
  { say }: Visit,
  { isRegistered, isOpened, isDecided, isHeard }: Awaited<ReturnType<typeof firstSteps>>,
) => [
  { title: say('The shop registers an order'), hint: 'register.do', isDone: isRegistered },
  { title: say('The payer opens the card page'), hint: say('formUrl of the answer'), isDone: isOpened },
  { title: say('The bank decides'), hint: say('as the card or the scenario says'), isDone: isDecided },
  { title: say('The shop is told, and asks'), hint: say('callback, then a status call'), isDone: isHeard },
];

/** Undefined if no phone reaches the gateway. */
const qrOf = (visit: Visit) => {
  const url = phoneOrigin(visit);
  return url ? { svg: qrSvg(`${url}/`, visit.say('QR code of {url}', { url: `${url}/` })), url } : undefined;
};

const cardsFor = ({ say }: Visit) => {
  const published = (pan: string) => testCards.find((card) => card.pan === pan)?.pan ?? '';
  return [
    { pan: published('5555555555555599'), says: say('Challenge, then approved') },
    { pan: published('4111111111111111'), says: say('Approved without a challenge') },
    { pan: cardForActionCode(116), says: say('Declined: insufficient funds') },
    { pan: published('5168494895055780'), says: say('Challenge that fails') },
  ].map((card) => ({ ...card, pan: card.pan.replace(/(\d{4})(?=\d)/g, '$1 ') }));
};

/** Names that an order can ask for; none while the files are wrong. */
const scenarioNames = async ({ context }: Visit): Promise<readonly string[]> => {
  try {
    return (await context.allScenarios()).map(({ name }) => name).toSorted();
  } catch {
    return [];
  }
};

/** The call of a test order, with a scenario. */
const orderCurl = ({ restUrl, bank, login, returnUrl }: SnippetFacts): string => {
  const password = { shell: '$PASSWORD', isText: true } as const;
  const scenario = `--data-urlencode 'jsonParams={"scenario":"declined-card-lost"}'`;
  return [registerCommand(restUrl, bank, { login, password }, returnUrl), scenario].join(' \\\n    ');
};

const callbackCurl = (controlUrl: string, { context }: Visit): string =>
  [
    `curl -X POST ${controlUrl}/merchants/${encodeURIComponent(context.merchant.login)}/callbacks/test`,
    ...(context.options.control.token === undefined ? [] : ['-H "Authorization: Bearer $CONTROL_TOKEN"']),
    "-H 'Content-Type: application/json'",
    `-d '{"to":"http://127.0.0.1:3001/callback"}'`,
  ].join(' \\\n    ');

const linksOf = ({ context, origin, say }: Visit, shopUrl: string | undefined) => {
  const { url, hasLinks } = controlAccess(context, origin);
  return [
    ...(shopUrl === undefined ? [] : [{ href: shopUrl, text: say('Demo shop') }]),
    ...(hasLinks
      ? [
          { href: `${url}/openapi/merchant.json`, text: say('Merchant API as OpenAPI') },
          { href: `${url}/openapi/control.json`, text: say('Control API as OpenAPI') },
        ]
      : []),
  ];
};

const fillStart = viewFrom<{ say: unknown; ui: unknown; link: unknown; view: object }>(
  new URL('view.ejs', import.meta.url),
  ['say', 'ui', 'link', 'view'],
);
