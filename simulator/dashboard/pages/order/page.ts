import { findOrderAnywhere } from '../../../context.ts';
import { orderStatusNumbers } from '../../../domain/orders/order-status.ts';
import { viewFrom } from '../../../http/page/view-from.ts';
import { callbacksAbout } from '../../../inspection/callbacks/callbacks.ts';
import { entriesAbout } from '../../../inspection/journal/journal.ts';
import { findOrder } from '../../../inspection/orders/find-order.ts';
import { orderPageAddress } from '../../../inspection/orders/order-address.ts';
import { orderStory } from '../../../inspection/orders/order-story.ts';
import { cardPageAddress } from '../../../wire/card-page-address.ts';
import type { DashboardPage, GoOn, Shown, Visit } from '../../page.ts';
import { deciderTexts } from '../../texts/decider-texts.ts';
import { sayDecider, sayStory } from '../../texts/story-words.ts';
import { controlCurl } from '../../ui/control-call.ts';
import { majorText } from '../../ui/minor-of.ts';
import { phoneOrigin } from '../../ui/phone-origin.ts';
import { qrSvg } from '../../ui/qr.ts';
import { statusLooks } from '../../ui/status.ts';
import { statusTexts } from '../../ui/status-texts.ts';
import { answersOf, cardWords, meaningOf } from './answers.ts';
import { merchantCurl } from './copy/actions-as-code.ts';
import { orderAsScenario } from './copy/order-as-scenario.ts';
import { orderAsTest, type Runner, runners } from './copy/order-as-test.ts';
import { moneyOf, movesOf } from './money.ts';
import { orderActs } from './order-acts.ts';
import { statusFieldsOf } from './status-fields.ts';
import { linesOf, nextOf } from './story-view.ts';
import { orderTexts } from './texts.ts';

/** One order: what became of it, why, and what can be done with it. */
export const order: DashboardPage = {
  texts: [...statusTexts, ...deciderTexts, ...orderTexts],
  acts: orderActs,
  show: async (visit) => {
    const { context, path, say, ui, link } = visit;
    const found = await findOrder(context, path['orderId'] ?? '');
    if (!found) return (await ofOtherMerchant(visit)) ?? notFound(visit);
    const callbacks = await callbacksAbout(context, found);
    const requests = await entriesAbout(context, found);
    const calls = requests.filter(({ surface }) => surface === 'api');
    const look = statusLooks[found.status];
    const orderStatus =
      (visit.statusAnswer(found) as { readonly orderStatus?: number }).orderStatus ?? orderStatusNumbers[found.status];
    const moves = movesOf(found);
    const runner = runners.find(({ name }) => name === visit.query.get('test')) ?? runners[0];
    const title = say('Order {number}', { number: found.orderNumber });
    const content = fillOrder({
      say,
      ui,
      link,
      view: {
        title,
        order: found,
        here: `/orders/${encodeURIComponent(found.id)}`,
        amount: ui.amountWithUnit(found.amountMinor, found.currency),
        status: ui.status(look.tone, look.icon, say(look.word), orderStatus, 'status-pill'),
        answers: answersOf(visit, { order: found, callbacks, calls, hasJournal: context.journal.isOn }),
        registered: ui.minute(found.registeredAtMs),
        lines: linesOf(visit, orderStory(found, callbacks, requests)),
        next: await nextOf(visit, found.id),
        formUrl: moves.mayDecline ? visit.origin + cardPageAddress(context.bank, found) : undefined,
        phone: moves.mayDecline ? phoneOf(visit, found) : undefined,
        money: moneyOf(visit, found),
        moves,
        mostBack: moves.back && ui.amount(moves.back.mostMinor, found.currency),
        backText: moves.back && majorText(moves.back.mostMinor, found.currency),
        completeText: moves.completeMinor === undefined ? undefined : majorText(moves.completeMinor, found.currency),
        currency: ui.amountWithUnit(0, found.currency).replace(/^[^<]*/, ''),
        attempts: found.attempts.map((attempt) => whyOf(visit, attempt)),
        test: {
          runner: runner.name,
          file: `order-${found.orderNumber.replaceAll(/[^\w-]/g, '_')}.${runner.file}`,
          runners: runners.map(({ name }) => ({ name, isHere: name === runner.name })),
          text: orderAsTest(runner.name as Runner, { order: found, orderStatus, origin: visit.origin }),
        },
        scenario: orderAsScenario(found),
        har: `${visit.controlUrl}/merchants/${encodeURIComponent(context.merchant.login)}/journal.har?order=${encodeURIComponent(found.id)}`,
        statusAnswer: statusFieldsOf(visit, found, calls),
        scenarios: (await context.allScenarios()).map(({ name }) => name),
        asCode: asCodeOf(visit, found.id, moves),
      },
    });
    return { title, content };
  },
};

const fillOrder = viewFrom<{ say: unknown; ui: unknown; link: unknown; view: object }>(
  new URL('view.ejs', import.meta.url),
  ['say', 'ui', 'link', 'view'],
);

/** A QR code of the card page; undefined if no phone reaches it. */
const phoneOf = (visit: Visit, found: Parameters<typeof cardPageAddress>[1]): string | undefined => {
  const origin = phoneOrigin(visit);
  if (origin === undefined) return undefined;
  return qrSvg(origin + cardPageAddress(visit.context.bank, found), visit.say('QR code of the card page'));
};

/** An address without a merchant finds the order of any. */
const ofOtherMerchant = async ({ context, path, query }: Visit): Promise<GoOn | undefined> => {
  if (query.has('merchant')) return undefined;
  const found = await findOrderAnywhere(context, path['orderId'] ?? '');
  if (!found) return undefined;
  const { id, merchant } = found.order;
  return { to: `${orderPageAddress('', id)}?${new URLSearchParams({ merchant })}` };
};

const notFound = ({ say, ui, path, link }: Visit): Shown => {
  const title = say('No order {id}', { id: path['orderId'] ?? '' });
  return {
    title,
    status: 404,
    content: ui.emptyPage(
      title,
      say('This merchant has no order with this number or id. It may belong to another merchant, or was reset.'),
      { href: link('/transactions'), text: say('Transactions') },
    ),
  };
};

/** Who was asked about an attempt, in turn, up to the one that decided. */
const whyOf = (visit: Visit, attempt: Parameters<typeof cardWords>[0]) => {
  const { say } = visit;
  const { number, actionCode, explanation } = attempt;
  const end =
    actionCode === undefined
      ? say('not decided yet')
      : actionCode === 0
        ? say('approved')
        : `${meaningOf(visit, actionCode)} (${actionCode})`;
  return {
    title: say('Try {number}, {card}: {end}', { number, card: cardWords(attempt), end }),
    asked: explanation.map(({ decider, decided, because }) => ({
      decider: sayDecider(visit, decider),
      decided,
      because: sayStory(visit, because),
    })),
  };
};

/** The calls behind the buttons. */
const asCodeOf = (visit: Visit, orderId: string, moves: ReturnType<typeof movesOf>): string => {
  const { context } = visit;
  const acts = `/merchants/${encodeURIComponent(context.merchant.login)}/orders/${orderId}/acts`;
  return [
    ...(moves.back
      ? [
          merchantCurl(visit, {
            path: `${moves.back.act}.do`,
            fields: { orderId, amount: String(moves.back.mostMinor) },
          }),
        ]
      : []),
    ...(moves.completeMinor === undefined
      ? []
      : [merchantCurl(visit, { path: 'deposit.do', fields: { orderId, amount: String(moves.completeMinor) } })]),
    ...(moves.mayDecline ? [merchantCurl(visit, { path: 'decline.do', fields: { orderId } })] : []),
    ...(moves.mayExpire ? [controlCurl(visit, { method: 'POST', path: acts, body: { act: 'expire' } })] : []),
    ...(moves.mayChargeBack ? [controlCurl(visit, { method: 'POST', path: acts, body: { act: 'chargeback' } })] : []),
  ].join('\n\n');
};
