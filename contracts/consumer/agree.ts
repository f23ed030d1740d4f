import { MatchersV3, PactV3, SpecificationVersion } from '@pact-foundation/pact';
import type { ExecutionContext } from 'ava';
import { GatewayClient, GatewayRefused } from '../../client/index.ts';
import { partFolder } from '../pact/pacts.ts';

/** A provider state: its sentence and its parameters. */
export type Given = readonly [sentence: string, parameters?: Readonly<Record<string, unknown>>];

/** The parameters of a state, as Pact declares them. */
export type StateMap = Parameters<PactV3['given']>[1];

/** One request of the shop, and the expected answer. */
export interface Agreement {
  readonly given: readonly Given[];
  /** Continues "the shop asks ...". */
  readonly shopAsks: string;
  /** Relative to the base address of the merchant API: `deposit.do`, `../recurrentPayment.do`. */
  readonly path: string;
  /** The fields, without the login; texts are compared exactly. */
  readonly form: Readonly<Record<string, unknown>>;
  /** The fields are sent as JSON, as the newer calls require. */
  readonly isJson?: true;
  /** The call has no login; its fields identify the caller. */
  readonly isOpen?: true;
  /** Has always HTTP 200, also for a refusal. */
  readonly answer: unknown;
  /** The form carries this password instead of the shop's own. */
  readonly password?: string;
  /** The fields are sent as a query, without a body. */
  readonly inQuery?: 'GET' | 'POST';
  /** A pattern of the content type, if more than JSON is agreed. */
  readonly answerType?: string;
}

/** Login of the documented examples; the provider replaces it when the contract is verified. */
const login = { userName: 'test_user', password: 'test_user_password' } as const;

/**
 * Runs the shop's client against Pact's mock gateway, and writes the agreement into the pact file if the client
 * sent exactly this form. Forms need PactV3 with the fourth specification: PactV4 cannot match their fields.
 */
export const agree = async <Result>(
  agreement: Agreement,
  use: (client: GatewayClient, url: string) => Promise<Result>,
): Promise<Result> => {
  const { shopAsks, answer, answerType, password } = agreement;
  const headers = answerType ? { 'Content-Type': MatchersV3.regex(answerType, 'application/json;charset=UTF-8') } : {};
  const pact = pactWith(agreement.given)
    .uponReceiving(`the shop asks ${shopAsks}`)
    .withRequest(requestOf(agreement))
    .willRespondWith({ status: 200, contentType: 'application/json', headers, body: answer });
  const talked = await pact.executeTest(async ({ url }): Promise<Talked<Result>> => {
    const own = { ...login, ...(password && { password }) };
    try {
      return { result: await use(new GatewayClient({ ...own, baseUrl: `${url}/payment/rest/`, retries: 0 }), url) };
    } catch (error) {
      // Pact would not write down an exchange whose test throws; a refusal is one of the answers here.
      return { error };
    }
  });
  if (talked && 'result' in talked) return talked.result;
  throw talked?.error;
};

/** A pact of the shop with the gateway, for one interaction. */
export const pactWith = (given: readonly Given[]): PactV3 => {
  const pact = new PactV3({
    consumer: 'shop',
    provider: 'gateway',
    dir: partFolder(),
    spec: SpecificationVersion.SPECIFICATION_VERSION_V4,
    logLevel: 'error',
  });
  pact.given('the shop has a login');
  for (const [sentence, parameters] of given) pact.given(sentence, parameters as StateMap);
  return pact;
};

const requestOf = ({ path: endpoint, form, isJson, isOpen, password, inQuery }: Agreement) => {
  const fields = {
    ...form,
    ...(!isOpen && {
      userName: fromState('userName', login.userName),
      password: password ?? fromState('password', login.password),
    }),
  };
  const path = new URL(endpoint, 'http://gateway/payment/rest/').pathname;
  if (inQuery) return { method: inQuery, path, query: fields as Record<string, MatchersV3.Matcher<string>> };
  const contentType = isJson ? 'application/json' : 'application/x-www-form-urlencoded';
  return { method: 'POST', path, contentType, body: fields };
};

type Talked<Result> = { readonly result: Result } | { readonly error: unknown };

/** A value of the request that the provider state names: the state `{ orderId }` fills in `fromState('orderId', ...)`. */
export const fromState = (name: string, example: string) => MatchersV3.fromProviderState(`\${${name}}`, example);

/** The errorCode of a call that the gateway has to refuse. */
export const refusalCode = async (t: ExecutionContext, call: Promise<unknown>): Promise<string> =>
  (await t.throwsAsync(call, { instanceOf: GatewayRefused })).errorCode;
