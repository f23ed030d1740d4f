import { randomUUID } from 'node:crypto';
import { GatewayClient, type OrderRequest, Payer } from '../../client/index.ts';
import { furtherStates, isFurtherState } from './further-states.ts';
import { type BankWays, type OrderStory, orderStories, type StoryOrder, usualWays } from './order-stories.ts';
import type { AskedState } from './pact-file.ts';

/** What a provider state says to the contract, for `fromProviderState`. */
export type StateValues = Readonly<Record<string, string>>;

/** Parameters of a state; `orderId`, `amount`, `actionCode`, `part` and `externalRefundId`, and any field of register.do by its own name. */
export type StateParameters = Readonly<Record<string, unknown>>;

export type StateHandler = (parameters?: StateParameters) => Promise<StateValues>;

/** The gateway that is brought into a state, and what can be done with it beyond its API. */
export interface Ground {
  readonly login: { readonly userName: string; readonly password: string };
  readonly baseUrl: string;
  /** Where its stories end; the usual ways by default. */
  readonly ways?: BankWays;
  /** Lets time go by; absent where it cannot be moved. */
  readonly advance?: (ms: number) => Promise<void>;
  /** Gives an order, with everything that happened to it, another id and number. */
  readonly rename?: (orderId: string, wanted: { orderId: string; orderNumber: string }) => Promise<void>;
  /** Whether a customer made of HTTP gets through the payment page. */
  readonly canPay?: boolean;
}

/** Every state by its sentence. A handler rejects when the state cannot be reached. */
export const stateHandlers = (ground: () => Ground): Readonly<Record<string, StateHandler>> => ({
  'the shop has a login': async () => ({ ...ground().login }),
  'an order number is free': async () => ({ orderNumber: freeNumber() }),
  'no order has this id': async () => ({ orderId: randomUUID() }),
  ...furtherStates(ground),
  ...Object.fromEntries(
    Object.entries(orderStories).map(([sentence, story]) => [
      sentence,
      (parameters?: StateParameters) => tell(sentence, story, ground(), parameters),
    ]),
  ),
});

/** Whether a state needs nothing but the merchant API: no payment, no waiting, no id of one's own choice. */
export const isPlainState = ({ name, params }: AskedState): boolean => {
  const story = orderStories[name];
  return !isFurtherState(name) && !story?.pays && !story?.laterMs && params?.['orderId'] === undefined;
};

const freeNumber = (): string => `shop-${randomUUID().slice(0, 23)}`;

/** Lives through a story by the client and a customer, as a shop would, and looks whether it ended where it should. */
const tell = async (
  sentence: string,
  story: OrderStory,
  ground: Ground,
  parameters: StateParameters = {},
): Promise<StateValues> => {
  const { orderId: wantedId, amount = 1_500_000, actionCode = 116, part, externalRefundId, ...fields } = parameters;
  const client = new GatewayClient({ ...ground.login, baseUrl: ground.baseUrl });
  const orderNumber = String(fields['orderNumber'] ?? freeNumber());
  const order: OrderRequest = {
    returnUrl: 'https://shop.example/return',
    currency: '398',
    description: 'Two cups of coffee',
    jsonParams: { cart: 'C-77' },
    ...(story.features && { features: story.features }),
    ...fields,
    // An order that gets another name leaves the wanted number free.
    orderNumber: wantedId === undefined ? orderNumber : freeNumber(),
    amountMinor: Number(amount),
  };
  const registered = story.isPreAuth ? await client.registerPreAuth(order) : await client.register(order);
  if (story.pays) {
    if (!ground.canPay) throw new Error(`"${sentence}" needs a payment, which is not possible here`);
    await new Payer().pay(registered.formUrl, story.pays(Number(actionCode)));
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

  if (!ground.rename) throw new Error(`"${sentence}" with an orderId of your own is not possible here`);
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
  throw new Error(`"${sentence}" was not reached: ${found} instead of ${orderStatus} with ${actionCode}`);
};
