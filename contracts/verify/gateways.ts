import { randomUUID } from 'node:crypto';
import type { Bank } from '../../simulator/banks/bank.ts';
import { endsAt, type StateTarget } from '../../simulator/provider-states/state-target.ts';
import type { Simulator } from '../../simulator/simulator.ts';
import { askOverHttp } from '../drift/ask-gateway.ts';
import { bankForShop } from './bank-for-shop.ts';
import { checkFirstAnswer } from './elsewhere/first-answer.ts';
import { gatewayAddress } from './elsewhere/gateway-address.ts';
import { freshSimulator, targetIn } from './fresh-simulator.ts';
import { type Exchange, startRecorder } from './recorder.ts';
import type { TriedGateway } from './try-interactions.ts';

/** A gateway whose requests are kept. */
export interface RecordedGateway extends TriedGateway {
  /** The request and the answer of each interaction so far; undefined if there was none. */
  readonly exchanges: readonly (Exchange | undefined)[];
  /** Gives the shop of the next interactions a login of its own; absent if only the gateway does that. */
  readonly useLogin?: (login: StateTarget['login'] | undefined) => void;
  readonly stop: () => Promise<void>;
}

/** The simulator as a bank, a fresh one for each interaction. */
export const startBankGateway = async (bank: Bank, isAsItIs: boolean): Promise<RecordedGateway> => {
  let login: StateTarget['login'] | undefined;
  const fresh = async () => {
    const started = await freshSimulator(isAsItIs ? bank : bankForShop(bank));
    if (login) await keepLogin(started, login);
    return started;
  };
  let simulator = await fresh();
  const recorder = await startRecorder((url) => simulator.url + url);
  return {
    url: recorder.url,
    exchanges: recorder.exchanges,
    target: () => targetIn(simulator, { login }),
    useLogin: (next) => {
      login = next;
    },
    startAfresh: async () => {
      recorder.next();
      await simulator.stop();
      simulator = await fresh();
    },
    stop: async () => {
      await recorder.stop();
      await simulator.stop();
    },
  };
};

/** A merchant with this login, which may be the documented one with another password. */
const keepLogin = async (simulator: Simulator, { userName: login, password }: StateTarget['login']): Promise<void> => {
  const merchants = await simulator.merchants();
  if (merchants.some((merchant) => merchant.login === login)) await simulator.changeMerchant(login, { password });
  else await simulator.makeMerchant({ login, password });
};

export interface GatewayElsewhere {
  /** `https://bank.test/payment/rest/`, or the host alone. */
  readonly url: string;
  readonly login: string;
  readonly password: string;
  /** Whose gateway it is. */
  readonly bank: Bank;
}

/**
 * The gateway of a bank, or another one: only its API can bring it into a state. It is asked once before anything else.
 * @throws CannotTry for a wrong address, if nothing answers there, or if it refuses the login
 */
export const startGatewayElsewhere = async (options: GatewayElsewhere): Promise<RecordedGateway> => {
  const { login: userName, password, bank } = options;
  const { href, origin, pathname } = gatewayAddress('--gateway', options.url, bank.basePath);
  const baseUrl = `${href}rest/`;
  const login = { userName, password };
  const first = { method: 'POST', url: `${baseUrl}getOrderStatusExtended.do` } as const;
  checkFirstAnswer(await askOverHttp({ ...first, fields: { ...login, orderId: randomUUID() } }), first.url, bank);
  // Pacts have the usual path, whatever the gateway has.
  const recorder = await startRecorder((url) => origin + url.replace(/^\/payment\//, () => pathname));
  const target = {
    login,
    baseUrl,
    newId: randomUUID,
    now: Date.now,
    currency: bank.currency,
    ends: endsAt(bank),
  };
  return {
    url: recorder.url,
    exchanges: recorder.exchanges,
    target: () => target,
    startAfresh: async () => recorder.next(),
    stop: recorder.stop,
  };
};
