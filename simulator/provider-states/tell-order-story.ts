import { type GatewayClient, type OrderRequest, Payer } from '../../client/index.ts';
import { clientOn, type Ground, usualWays } from './ground.ts';
import { type OrderStory, orderStories, type StoryOrder } from './order-stories.ts';
import {
  type ProviderState,
  type ProviderStates,
  StateNotReached,
  type StateParameters,
  type StateValues,
} from './provider-state.ts';

export const freeNumber = ({ newId }: Ground): string => `shop-${newId().slice(-22)}`;

const orderParameters = ['orderId', 'orderNumber', 'amount'];

const stateOf = (sentence: string, story: OrderStory): ProviderState => ({
  about: story.about,
  gives: ['orderId', 'orderNumber'],
  takes: [...orderParameters, ...(story.takes ?? [])],
  isPlain: !story.pays && !story.laterMs,
  reach: (ground, parameters) => tell(sentence, story, ground, parameters),
});

/** The states of orders: any other parameter is a field of register.do by its own name. */
export const orderStates: ProviderStates = Object.fromEntries(
  Object.entries(orderStories).map(([sentence, story]) => [sentence, stateOf(sentence, story)]),
);

/** Lives through a story by the client and a customer, as a shop would, and looks whether it ended where it should. */
const tell = async (
  sentence: string,
  story: OrderStory,
  ground: Ground,
  parameters: StateParameters,
): Promise<StateValues> => {
  const { orderId: wantedId, amount = 1_500_000, actionCode = 116, part, externalRefundId, ...fields } = parameters;
  const client = clientOn(ground);
  const orderNumber = String(fields['orderNumber'] ?? freeNumber(ground));
  const order: OrderRequest = {
    returnUrl: 'https://shop.example/return',
    currency: ground.currency ?? '398',
    description: 'Two cups of coffee',
    jsonParams: { cart: 'C-77' },
    ...(story.features && { features: story.features }),
    ...fields,
    // An order that gets another name leaves the wanted number free.
    orderNumber: wantedId === undefined ? orderNumber : freeNumber(ground),
    amountMinor: Number(amount),
  };
  const registered = story.isPreAuth ? await client.registerPreAuth(order) : await client.register(order);
  if (story.pays) {
    if (!ground.canPay) throw new StateNotReached(`"${sentence}" needs a payment, which is not possible here`);
    const payer = new Payer(ground.fetch ? { fetch: ground.fetch } : {});
    await payer.pay(registered.formUrl, story.pays(Number(actionCode)));
  }
  if (story.laterMs !== undefined) await ground.advance?.(story.laterMs);
  const storyOrder: StoryOrder = {
    orderId: registered.orderId,
    partMinor: Number(part ?? Math.floor(Number(amount) / 2)),
    ...(externalRefundId !== undefined && { externalRefundId: String(externalRefundId) }),
  };
  await story.shopDoes?.(client, storyOrder);
  await assertEnd(sentence, client, registered.orderId, story.ends(Number(actionCode), ground.ways ?? usualWays));
  if (wantedId === undefined) return { orderId: registered.orderId, orderNumber };

  if (!ground.rename) throw new StateNotReached(`"${sentence}" with an orderId of your own is not possible here`);
  const wanted = { orderId: String(wantedId), orderNumber };
  await ground.rename(registered.orderId, wanted);
  return wanted;
};

const assertEnd = async (
  sentence: string,
  client: GatewayClient,
  orderId: string,
  [orderStatus, actionCode]: readonly [number, number],
): Promise<void> => {
  const ended = await client.getOrderStatus({ orderId });
  if (ended.orderStatus === orderStatus && ended.actionCode === actionCode) return;
  const found = `orderStatus ${ended.orderStatus} with actionCode ${ended.actionCode}`;
  throw new StateNotReached(`"${sentence}" was not reached: ${found} instead of ${orderStatus} with ${actionCode}`);
};
