import { setTimeout as sleep } from 'node:timers/promises';
import type { SandboxCallback, SandboxClient, SandboxMerchant, ScenarioName } from '../../client/index.ts';
import { CannotTry } from '../report/cannot-try.ts';
import type { CallbackAddress, SignedCallback } from './send-to-shop.ts';

/** An order of the shop under test, as the gateway knows it. */
export interface TrialOrder {
  readonly orderId: string;
  readonly orderNumber: string;
  readonly amountMinor: number;
  /** Whether the money is held first. */
  readonly isTwoPhase: boolean;
}

/** A callback that the gateway has written and not sent. */
export interface WrittenCallback extends SignedCallback {
  readonly operation: string;
}

/** A fault of the calls by which a shop asks for the status of an order. */
export type StatusFault = Readonly<Record<string, unknown>>;

/** How long a shop may take to register an order before its merchant gets its settings back all the same. */
const buyMs = 5_000;

const statusCalls = ['getOrderStatusExtended', 'getOrderStatus'];

/** Approved, without 3-D Secure. */
const goodCard = '4444555511113333';

/** tillbox as the gateway of the shop under test. It writes callbacks and sends none, so that the cases can. */
export const holdCallbacks = async (sandbox: SandboxClient, login: string, address: CallbackAddress) => {
  const before = await sandbox.getMerchant(login);
  const { restUrl } = before;
  const { url, method, proof, token } = address;
  let isRestored = false;
  let lastChange: Promise<unknown> = Promise.resolve();
  let lastOrder: Promise<unknown> = Promise.resolve();

  /** A case that a signal breaks off may go on, and must not change what was given back. */
  const unlessRestored = <T>(work: () => Promise<T>): Promise<T> => {
    if (isRestored) throw new CannotTry('the settings of the gateway are given back');
    return work();
  };
  const change = async (work: () => Promise<unknown>): Promise<void> => {
    await unlessRestored(() => {
      lastChange = work();
      return lastChange;
    });
  };
  const giveBack = async (): Promise<void> => {
    isRestored = true;
    const registered = Promise.allSettled([lastChange, lastOrder]);
    await Promise.race([registered, sleep(buyMs, undefined, { ref: false })]);
    await restore(sandbox, before);
  };
  const setParameters = (parameters: readonly string[]) =>
    change(() =>
      sandbox.changeMerchant(login, {
        callbacks: {
          url,
          method,
          checksum: proof,
          token: token ?? null,
          operations: null,
          parameters,
          headers: null,
          sendsCreationDate: null,
        },
      }),
    );
  const hold = async (fault?: StatusFault, times?: number): Promise<void> => {
    const steps = statusCalls.map((on) => ({ on, ...(times !== undefined && { times }), do: fault }));
    const gateway = fault ? { gateway: steps } : {};
    const about = 'tillbox verify-shop sends the callbacks itself.';
    const scenario = { about, callbacks: [{ on: 'any', do: 'lost' }], ...gateway };
    await change(() => sandbox.setScenario(login, scenario));
  };
  try {
    await setParameters([]);
    await hold();
  } catch (error) {
    await giveBack();
    throw error;
  }

  return {
    restUrl,
    orderIds: async (): Promise<readonly string[]> => {
      const { orders } = await sandbox.orders.list(login, { limit: 50 });
      return orders.map(({ orderId }) => orderId);
    },
    /** Lets the shop register an order, which belongs to the trial and not to the scenarios from before. */
    registering: (buy: () => Promise<string>): Promise<string> =>
      unlessRestored(() => {
        const order = buy();
        lastOrder = order;
        return order;
      }),
    order: async (orderId: string): Promise<TrialOrder> => {
      const { orderNumber, amountMinor, isPreAuth } = await sandbox.orders.get(login, orderId);
      return { orderId, orderNumber, amountMinor, isTwoPhase: isPreAuth };
    },
    isOpen: async (orderId: string): Promise<boolean> =>
      (await sandbox.orders.get(login, orderId)).status === 'created',
    /** As the customer's browser submits the card. */
    pay: async ({ orderId }: TrialOrder, pan = goodCard): Promise<void> => {
      const card = { $PAN: pan, $EXPIRY: '203412', $CVC: '123', TEXT: 'TEST CARDHOLDER' };
      const body = new URLSearchParams({ MDORDER: orderId, ...card });
      const answered = await fetch(`${restUrl}processform.do`, { method: 'POST', body });
      if (!answered.ok) throw new CannotTry(`the gateway does not take the card: HTTP ${answered.status}`);
      await answered.arrayBuffer();
    },
    act: (orderId: string, act: 'capture' | 'refund' | 'expire', amountMinor?: number) =>
      sandbox.orders.act(login, orderId, act, amountMinor === undefined ? {} : { amountMinor }),
    /** Oldest first. */
    callbacksOf: async (orderId: string): Promise<readonly WrittenCallback[]> => {
      const { callbacks } = await sandbox.callbacks.list(login, { order: orderId });
      return callbacks.map(written).reverse();
    },
    /** Further parameters of callbacks, in the order in which they are sent. */
    setParameters,
    /** Status calls have this fault from now on; with `times`, the first ones about each order. */
    failStatus: (fault: StatusFault, times?: number) => hold(fault, times),
    /** Whether an answer waits that a fault delays. */
    isAnswering: async (): Promise<boolean> => (await sandbox.clock.get(login)).nextDue?.what === 'answer',
    endFaults: () => hold(),
    /** Gives the merchant what it had before; nothing can be changed any more. */
    restore: giveBack,
  };
};

export type HeldGateway = Awaited<ReturnType<typeof holdCallbacks>>;

const written = ({ operation, fields, request }: SandboxCallback): WrittenCallback => ({
  operation,
  fields: fields.map(({ name, value }) => [name, value]),
  ...(/^[\w-]+\.[\w-]+\.[\w-]*$/.test(request.body ?? '') && { body: request.body as string }),
});

const restore = async (sandbox: SandboxClient, { login, callbacks, nextOrders, ...merchant }: SandboxMerchant) => {
  const { url, method, token, checksum, headers, operations, parameters, sendsCreationDate } = callbacks;
  await sandbox.changeMerchant(login, {
    callbacks: {
      url: url ?? null,
      method,
      token: token ?? null,
      checksum: checksum ?? null,
      headers: headers ?? null,
      operations,
      parameters,
      sendsCreationDate,
    },
  });
  const scenario = scenarioOf(merchant);
  if (scenario === undefined) await sandbox.unsetScenario(login);
  else await sandbox.setScenario(login, scenario);
  const next = nextOrders && scenarioOf(nextOrders);
  if (nextOrders && next !== undefined) await sandbox.setScenario(login, next, { orders: nextOrders.left });
};

const scenarioOf = ({ scenario, ownScenario }: Pick<SandboxMerchant, 'scenario' | 'ownScenario'>) =>
  (ownScenario ?? scenario) as ScenarioName | object | undefined;
