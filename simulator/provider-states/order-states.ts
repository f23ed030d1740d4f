import { type GatewayClient, type OrderRequest, Payer } from '../../client/index.ts';
import { StateNotReached } from '../domain/errors/state-not-reached.ts';
import type { ProviderState, ProviderStates, StateParameters, StateValues } from './provider-state.ts';
import { chosenIn, clientOf, type StateTarget, usualEnds, wantedOfOrder } from './state-target.ts';
import { playOrderStory } from './stories/order-story.ts';
import { type StateStory, stateStories } from './stories/state-stories.ts';

export const freeNumber = ({ newId, longestNumber = 32 }: StateTarget): string =>
  longestNumber < 27 ? newId().replaceAll('-', '').slice(-longestNumber) : `shop-${newId().slice(-22)}`;

const orderParameters = ['orderId', 'orderNumber', 'amount'];

const stateOf = (story: StateStory): ProviderState => ({
  about: story.about,
  gives: ['orderId', 'orderNumber'],
  takes: [...orderParameters, ...(story.takes ?? [])],
  isPlain: !story.pays && !story.laterMs,
  reach: (target, parameters) => reachOrder(story, target, parameters),
});

/** The states of orders. Parameters beyond their own are fields of register.do. */
export const orderStates: ProviderStates = Object.fromEntries(
  Object.entries(stateStories).map(([sentence, story]) => [sentence, stateOf(story)]),
);

/** Plays the story, checks its end, and renames the order if the contract asks for an id. */
const reachOrder = async (
  story: StateStory,
  target: StateTarget,
  parameters: StateParameters,
): Promise<StateValues> => {
  const { orderId: wantedId, amount = 1_500_000, actionCode = 116, part, externalRefundId, ...fields } = parameters;
  if (story.pays && !target.canPay) throw new StateNotReached('it needs a payment, which is not possible here');
  const orderNumber = String(fields['orderNumber'] ?? freeNumber(target));
  if (wantedId === undefined && fields['orderNumber'] !== undefined) await target.chosen?.freeNumber(orderNumber);
  const order: OrderRequest = {
    returnUrl: 'https://shop.example/return',
    ...wantedOfOrder(target, Number(amount)),
    description: 'Two cups of coffee',
    jsonParams: { cart: 'C-77', ...target.params },
    ...fields,
    // An order that is renamed later leaves the wanted number free.
    orderNumber: wantedId === undefined ? orderNumber : freeNumber(target),
    amountMinor: Number(amount),
  };
  const client = clientOf(target);
  const cast = { client, payer: new Payer(target.fetch ? { fetch: target.fetch } : {}), advance: target.advance };
  const { orderId } = await playOrderStory(cast, story, order, {
    actionCode: Number(actionCode),
    ...(part !== undefined && { partMinor: Number(part) }),
    ...(externalRefundId !== undefined && { externalRefundId: String(externalRefundId) }),
  });
  await assertEnd(client, orderId, story.does, story.ends(Number(actionCode), target.ends ?? usualEnds));
  if (wantedId === undefined) return { orderId, orderNumber };

  const wanted = { orderId: String(wantedId), orderNumber };
  await chosenIn(target, 'orderId').renameOrder(orderId, wanted);
  return wanted;
};

const assertEnd = async (
  client: GatewayClient,
  orderId: string,
  does: string,
  [orderStatus, actionCode]: readonly [number, number],
): Promise<void> => {
  const ended = await client.getOrderStatus({ orderId });
  if (ended.orderStatus === orderStatus && ended.actionCode === actionCode) return;
  const found = `orderStatus ${ended.orderStatus} with actionCode ${ended.actionCode}`;
  throw new StateNotReached(
    `the gateway does not ${does}: the order has ${found} instead of ${orderStatus} with ${actionCode}`,
  );
};
