import { callbackRequest } from '../../simulator/callbacks/deliver/send-callback.ts';
import type { Fields } from '../../simulator/callbacks/write/sign-callback.ts';
import { type Interaction, readPact, statesOf } from '../pact/pact-file.ts';
import { CannotTry } from '../report/cannot-try.ts';
import { causeOf } from '../report/cause-of.ts';
import type { CaseResult } from './case-result.ts';
import { longestAnswerMs } from './longest-answer.ts';
import type { OnResult } from './run-cases.ts';
import {
  type CallbackAddress,
  contentFor,
  type Proof,
  type ShopAnswer,
  sendToShop,
  signAs,
  signWithOtherKey,
  unsigned,
} from './send-to-shop.ts';
import { inSenderOrder } from './sender-order.ts';

export interface StateOptions {
  readonly statesUrl: string;
  readonly url: string;
  readonly proof: Exclude<Proof, 'none'>;
  readonly token: string | undefined;
  /** Both by default. */
  readonly method: 'GET' | 'POST' | undefined;
  readonly pactFile: string;
  readonly onResult?: OnResult;
}

type Values = Readonly<Record<string, string>>;

const proofStates: Readonly<Record<StateOptions['proof'], string>> = {
  hmac: 'the shop checks callbacks with its token',
  rsa: "the shop checks callbacks with the gateway's certificate",
  jwt: 'the shop checks callbacks as JSON Web Tokens',
};

const harm = 'The contract of the gateway with its shops does not hold.';

/** Tries each callback of the pact, first forged and then genuine, in states that the shop brings itself into. */
export const verifyByStates = async (options: StateOptions): Promise<readonly CaseResult[]> => {
  const cases: CaseResult[] = [];
  for (const interaction of readPact(options.pactFile).interactions) {
    const result = await tryInteraction(interaction, options);
    options.onResult?.(result);
    cases.push(result);
  }
  return cases;
};

const tryInteraction = async (interaction: Interaction, options: StateOptions): Promise<CaseResult> => {
  const { description: title } = interaction;
  const base = { id: title, title, harm };
  const reason = whyNot(interaction, options);
  if (reason !== undefined) return { ...base, outcome: 'not tried', reason, details: [] };
  const forged = await replay(interaction, options, true);
  if (forged.answer.httpStatus === 200 && forged.isRecorded)
    return { ...base, outcome: 'fails', reason: 'a forged callback was accepted', details: forged.details };
  const { answer, isRecorded, complaint, details } = await replay(interaction, options, false);
  const why =
    answer.httpStatus === 200
      ? !isRecorded && `the shop did not record the callback: ${complaint}`
      : `the shop answers ${answer.httpStatus ?? answer.error}, and not 200`;
  return why ? { ...base, outcome: 'fails', reason: why, details } : { ...base, outcome: 'holds', details: [] };
};

const whyNot = (interaction: Interaction, { proof, method }: StateOptions): string | undefined => {
  const states = statesOf(interaction).map(({ name }) => name);
  if (!states.includes(proofStates[proof])) return `not for --proof ${proof}`;
  if (proof !== 'jwt' && method !== undefined && interaction.request?.method !== method) return `not by ${method}`;
  return undefined;
};

interface Replay {
  readonly answer: ShopAnswer;
  /** What the teardown said: any answer but 2xx means that the shop did not record the callback. */
  readonly isRecorded: boolean;
  readonly complaint: string;
  readonly details: readonly string[];
}

const replay = async (interaction: Interaction, options: StateOptions, isForged: boolean): Promise<Replay> => {
  const { statesUrl, url, proof, token } = options;
  const states = statesOf(interaction);
  let values: Values = {};
  for (const { name: state, params = {} } of states)
    values = { ...values, ...(await setUp(statesUrl, { action: 'setup', state, params })) };
  const address: CallbackAddress = {
    url,
    proof,
    token,
    method: interaction.request?.method === 'POST' ? 'POST' : 'GET',
  };
  const fields = inSenderOrder(fieldsOf(interaction, values));
  const content = contentFor(address, isForged ? signWithOtherKey(address, fields) : signAs(address, fields));
  const answer = await sendToShop(content);
  const complaints: string[] = [];
  for (const { name: state, params = {} } of states.toReversed()) {
    const { status, text } = await change(statesUrl, { action: 'teardown', state, params });
    if (status < 200 || status > 299) complaints.push(`HTTP ${status} ${text.slice(0, 200)}`.trim());
  }
  const sent = callbackRequest(content);
  const details = [`sent      ${sent.method} ${sent.url} ${sent.body ?? ''}`.trim()];
  return { answer, isRecorded: complaints.length === 0, complaint: complaints.join('; '), details };
};

/** As the verifiers of Pact in all languages change a state: JSON in, JSON out. */
const change = async (statesUrl: string, body: object): Promise<{ readonly status: number; readonly text: string }> => {
  try {
    const headers = { 'content-type': 'application/json' };
    const signal = AbortSignal.timeout(longestAnswerMs);
    const answered = await fetch(statesUrl, { method: 'POST', headers, body: JSON.stringify(body), signal });
    return { status: answered.status, text: await answered.text() };
  } catch (error) {
    throw new CannotTry(`--state-change-url: ${statesUrl} does not answer (${causeOf(error)})`);
  }
};

const setUp = async (
  statesUrl: string,
  body: { readonly action: 'setup'; readonly state: string; readonly params: object },
) => {
  const { status, text } = await change(statesUrl, body);
  if (status < 200 || status > 299)
    throw new CannotTry(`--state-change-url: "${body.state}" was not reached: HTTP ${status} ${text.slice(0, 200)}`);
  if (text.trim() === '') return {};
  try {
    return JSON.parse(text) as Values;
  } catch {
    throw new CannotTry(`--state-change-url: "${body.state}" is answered with no JSON: ${text.slice(0, 200)}`);
  }
};

interface RecordedRequest {
  readonly query?: Readonly<Record<string, readonly string[]>>;
  readonly body?: { readonly content: string };
}

const fieldsOf = ({ request }: Interaction, { mdOrder, orderNumber }: Values): Fields => {
  const { query = {}, body } = (request ?? {}) as RecordedRequest;
  const own: Values = { ...(mdOrder && { mdOrder }), ...(orderNumber && { orderNumber }) };
  const recorded = body
    ? bodyFields(body.content)
    : Object.entries(query).map(([name, [value = '']]) => [name, value] as const);
  return unsigned(recorded).map(([name, value]) => [name, own[name] ?? value]);
};

const bodyFields = (content: string): Fields => {
  const [, claims, ...signature] = content.split('.');
  if (claims === undefined || signature.length !== 1) return [...new URLSearchParams(content)];
  return Object.entries<string>(JSON.parse(Buffer.from(claims, 'base64url').toString()).payload);
};
