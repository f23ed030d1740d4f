import type { FormatFacts } from '../data/field-formats.ts';
import type { EntryView } from '../inspection/journal.ts';
import { expectedBody, type ReadFields } from './answer-part.ts';
import { jsonAsText } from './json-as-text.ts';
import type { RecordedThings } from './recorded-things.ts';
import { requestPart } from './request-part.ts';
import { inFile } from './rules.ts';
import type { AskedState, CardOfState } from './state-of-order.ts';
import { statesOfCall } from './states-of-call.ts';
import { isAbout } from './varying-values.ts';

/** The facts of a recording beside the calls. */
export interface RecordingFacts {
  readonly consumer: string;
  /** The recorded bank. */
  readonly bank: FormatFacts & { readonly name: string };
  /** The version of tillbox. */
  readonly version: string;
  /** `2026-01-01`. */
  readonly date: string;
  /** Nothing but these fields of answers; all of them if absent. */
  readonly reads?: ReadFields | undefined;
}

/** Calls that are not in the pact, by call and reason. */
export interface LeftOut {
  readonly call: string;
  readonly times: number;
  readonly reason: string;
}

/** The calls of a run, counted. */
export interface RecordedCalls {
  readonly seen: number;
  readonly withState: number;
  readonly leftOut: readonly LeftOut[];
}

/** A pact in version 4 of the format. */
export interface RecordedPact {
  readonly consumer: { readonly name: string };
  readonly provider: { readonly name: 'gateway' };
  readonly interactions: readonly RecordedInteraction[];
  readonly metadata: {
    readonly pactSpecification: { readonly version: '4.0' };
    readonly tillbox: {
      readonly version: string;
      readonly bank: string;
      readonly recorded: string;
      readonly reads?: readonly string[];
      readonly calls: RecordedCalls;
    };
  };
}

export interface RecordedInteraction {
  readonly description: string;
  readonly providerStates: readonly AskedState[];
  readonly [field: string]: unknown;
}

/**
 * The pact of a run: each distinct call once, that is, each call with these fields, in this state, with this kind of answer.
 * The same run gives the same pact, in whichever order its calls came. Pure.
 */
export const recordPact = (things: RecordedThings, facts: RecordingFacts): RecordedPact => {
  const calls = things.entries.filter(({ surface }) => surface === 'api');
  const leftOut = new Map<string, LeftOut>();
  const found = new Map<string, RecordedInteraction>();
  let withState = 0;
  for (const entry of calls) {
    const made = interactionOf(entry, things, facts);
    if ('reason' in made) {
      const row = { call: callOf(entry), reason: made.reason };
      const key = JSON.stringify(row);
      leftOut.set(key, { ...row, times: (leftOut.get(key)?.times ?? 0) + 1 });
      continue;
    }
    withState++;
    const known = found.get(made.key);
    // The amounts of the same call may differ; which of them comes first must not depend on the order of the calls.
    if (!known || JSON.stringify(made.interaction) < JSON.stringify(known)) found.set(made.key, made.interaction);
  }
  return {
    consumer: { name: facts.consumer },
    provider: { name: 'gateway' },
    interactions: sorted([...found].map(([key, interaction]) => [key, interaction] as const)),
    metadata: {
      pactSpecification: { version: '4.0' },
      tillbox: {
        version: facts.version,
        bank: facts.bank.name,
        recorded: facts.date,
        ...(facts.reads && { reads: [...facts.reads].sort() }),
        calls: {
          seen: calls.length,
          withState,
          leftOut: [...leftOut.values()].sort((one, other) => compare(JSON.stringify(one), JSON.stringify(other))),
        },
      },
    },
  };
};

/** Sorted by their keys; those with the same description and states get a number. */
const sorted = (rows: readonly (readonly [string, RecordedInteraction])[]): readonly RecordedInteraction[] => {
  const counts = new Map<string, number>();
  return rows
    .toSorted(([one], [other]) => compare(one, other))
    .map(([, interaction]) => {
      const count = (counts.get(interaction.description) ?? 0) + 1;
      counts.set(interaction.description, count);
      return count === 1 ? interaction : { ...interaction, description: `${interaction.description} (${count})` };
    });
};

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

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
    fields[name] === undefined ? [] : [`${name} ${fields[name]}`],
  );
  return `answered with ${[...(httpStatus === 200 ? [] : [`HTTP ${httpStatus}`]), ...codes].join(', ') || 'success'}`;
};

const amountNames: ReadonlySet<string> = new Set(['amount', 'part']);

const withoutAmounts = ({ name, params = {} }: AskedState) => [
  name,
  Object.entries(params).filter(([param]) => !amountNames.has(param)),
];

const responsePart = (
  { httpStatus, contentType, answer }: EntryView,
  states: readonly AskedState[],
  card: CardOfState | undefined,
  { bank, reads }: RecordingFacts,
) => {
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

const jsonIn = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
