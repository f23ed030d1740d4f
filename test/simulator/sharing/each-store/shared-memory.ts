import { nextDueMs } from '../../../../simulator/domain/orders/due.ts';
import { memoryStore } from '../../../../simulator/store/memory/memory-store.ts';
import type { FirstDue, KeptClock, Sharing, Store } from '../../../../simulator/store/store.ts';

interface Row {
  readonly clock: KeptClock | undefined;
  readonly version: number;
}

/** One store in memory that several simulators of a test share, as processes share a database. */
export const sharedMemory = () => {
  const ground = memoryStore();
  const holders = new Map<string, object>();
  const rows = new Map<string, Row>();
  let lastVersion = 0;

  const firstDueOf = async (login: string): Promise<FirstDue> => {
    const orders = await ground.orders.ofMerchant(login);
    const dues = orders.flatMap((order) => nextDueMs(order) ?? []);
    const task = await ground.tasks.nextDue(login);
    const waiting = (await ground.callbacks.ofMerchant(login)).filter(({ state }) => state === 'waiting');
    const dueMs = Math.min(...dues, task?.dueMs ?? Number.POSITIVE_INFINITY);
    const callbackDueMs = Math.min(...waiting.map((callback) => callback.dueMs));
    return {
      login,
      ...(Number.isFinite(dueMs) && { dueMs }),
      ...(Number.isFinite(callbackDueMs) && { callbackDueMs }),
    };
  };

  /** The store as one process has it. */
  const join = async (): Promise<Store> => {
    const me = {};
    const seen = new Map<string, number>();
    let tell: Parameters<Sharing['onClock']>[0] = () => {};

    const put = (login: string, clock: KeptClock | undefined): void => {
      rows.set(login, { clock, version: ++lastVersion });
      seen.set(login, lastVersion);
    };

    const learn = (login: string): void => {
      const row = rows.get(login);
      if (!row || row.version <= (seen.get(login) ?? 0)) return;
      seen.set(login, row.version);
      tell(login, row.clock);
    };

    const sharing: Sharing = {
      installation: async () => 'one installation',
      take: async (work) => {
        const holder = holders.get(work) ?? me;
        holders.set(work, holder);
        return holder === me;
      },
      release: async (work) => {
        if (holders.get(work) === me) holders.delete(work);
      },
      firstDue: async () => Promise.all((await ground.merchants.all()).map(({ login }) => firstDueOf(login))),
      learnClocks: async () => {
        for (const login of rows.keys()) learn(login);
      },
      onClock: (listener) => {
        tell = listener;
      },
    };
    return {
      ...ground,
      sharing,
      merchants: {
        ...ground.merchants,
        find: async (login) => {
          learn(login);
          return ground.merchants.find(login);
        },
      },
      clocks: {
        save: async (clock) => put(clock.merchant, clock),
        all: async () => [...rows.values()].flatMap(({ clock }) => clock ?? []),
        forget: async (login) => put(login, undefined),
      },
      close: async () => {
        for (const [work, holder] of holders) if (holder === me) holders.delete(work);
      },
    };
  };

  return join;
};
