import type { EntryView } from '../inspection/journal/journal.ts';
import { expectedBody } from './answer-part.ts';
import { jsonAsText } from './json-as-text.ts';
import { jsonIn } from './json-in.ts';
import {
  pactOf,
  type RecordedInteraction,
  type RecordedPact,
  type RecordedRow,
  type RecordingFacts,
} from './pact-document.ts';
import { readsOfCall } from './read-fields.ts';
import type { RecordedThings } from './recorded-things.ts';
import { requestPart } from './request-part.ts';
import { inFile } from './rules.ts';
import type { AskedState, CardOfState } from './state-of-order.ts';
import { statesOfCall } from './states-of-call.ts';
import { isAbout } from './varying-values.ts';

/**
 * The pact of a run: each distinct call once, that is, each call with these fields, in this state, with this kind of answer.
 * The same run gives the same pact, in whichever order its calls came. Pure.
 */
export const recordPact = (things: RecordedThings, facts: RecordingFacts): RecordedPact =>
  pactOf(
    things.entries
      .filter(({ surface, number }) => surface === 'api' && number > (facts.since ?? 0))
      .map((entry): RecordedRow => ({ call: callOf(entry), ...interactionOf(entry, things, facts) })),
    { consumer: facts.consumer, provider: 'gateway' },
    facts,
  );

/** `rest/refund.do`. */
const callOf = ({ path }: EntryView): string => path.replace(/^\/payment\//, '');

const interactionOf = (
  entry: EntryView,
  things: RecordedThings,
  facts: RecordingFacts,
): { readonly key: string; readonly interaction: RecordedInteraction } | { readonly reason: string } => {
  const found = statesOfCall(entry, things);
  if ('reason' in found) return found;
  const { states, gives, card } = found;
  const providerStates = [{ name: 'the shop has a login' }, ...states];
  const description = describe(entry, states);
  const interaction = {
    type: 'Synchronous/HTTP',
    description,
    pending: false,
    providerStates,
    request: requestPart(entry, gives),
    response: responsePart(entry, states, card, facts),
  };
  return { key: JSON.stringify([description, states.map(withoutAmounts), kindOf(entry)]), interaction };
};

/** "the shop calls refund.do with amount, orderId: an order paid in one phase exists, answered with errorCode 0". */
const describe = (entry: EntryView, states: readonly AskedState[]): string => {
  const names = Object.keys(entry.parameters)
    .filter((name) => name !== 'userName' && name !== 'password')
    .sort();
  const fields = names.length === 0 ? 'no fields' : names.join(', ');
  const given = states.map(({ name }) => name).join(' and ');
  return `${entry.method} ${callOf(entry)} with ${fields}${given && `; ${given}`}; ${kindOf(entry)}`;
};

/** The kind of an answer: what a shop decides by. */
const kindOf = ({ httpStatus, answer }: EntryView): string => {
  const body = jsonIn(answer);
  const fields = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  const codes = ['errorCode', 'ErrorCode', 'orderStatus', 'OrderStatus', 'actionCode'].flatMap((name) =>
    typeof fields[name] === 'object' || fields[name] === undefined ? [] : [`${name} ${fields[name]}`],
  );
  return `answered with ${[...(httpStatus === 200 ? [] : [`HTTP ${httpStatus}`]), ...codes].join(', ') || 'success'}`;
};

const amountNames: ReadonlySet<string> = new Set(['amount', 'part']);

const withoutAmounts = ({ name, params = {} }: AskedState) => [
  name,
  Object.entries(params).filter(([param]) => !amountNames.has(param)),
];

const responsePart = (
  entry: EntryView,
  states: readonly AskedState[],
  card: CardOfState | undefined,
  { bank, reads: allReads }: RecordingFacts,
) => {
  const { httpStatus, contentType, answer } = entry;
  const reads = readsOfCall(allReads, callOf(entry));
  const type = contentType.replace(/;.*/s, '').trim();
  const head = { status: httpStatus, ...(type !== '' && { headers: { 'Content-Type': [type] } }) };
  const json = jsonIn(answer);
  if (json === undefined)
    return { ...head, body: { content: answer, contentType: type || 'text/plain', encoded: false } };
  const expected = expectedBody(
    json,
    {
      bank,
      card,
      isSameCard: isAbout(answer, card, bank.panMask),
      hasNeutralTexts: states.some(({ params }) => params?.['jsonParams'] !== undefined) || states.length === 0,
      hasRefundId: states.some(({ params }) => params?.['externalRefundId'] !== undefined),
    },
    reads,
  );
  const { content, rules } = type.endsWith('json') ? expected : jsonAsText(expected, reads !== undefined);
  return {
    ...head,
    body: { content, contentType: type, encoded: false },
    ...(Object.keys(rules).length > 0 && { matchingRules: { body: inFile(rules) } }),
  };
};
