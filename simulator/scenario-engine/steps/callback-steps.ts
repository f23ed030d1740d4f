import { callbackParameterOperations } from '../../data/callback-parameters.ts';
import type { CallbackFaultSettings } from '../../domain/callback-fault.ts';
import { callbackFaults } from '../../domain/callback-faults.ts';
import { milliseconds } from '../../domain/duration.ts';
import { describeFault } from '../../domain/fault-rows.ts';
import type { CallbackStep } from '../scenario.ts';
import { flag } from './setting.ts';
import { type AnyStep, type FaultEntry, readKeys, type SomeOf, stepThat, timesInWords } from './step.ts';

type Settings = Partial<CallbackFaultSettings>;

const step = stepThat<SomeOf<CallbackFaultSettings>>();

/** Every key under `do` of a callback step. */
export const callbackSteps = {
  lost: step(flag, 'It is never sent.', () => ({ isLost: true })),
  delay: step(
    {
      type: 'time',
      expected: 'a time such as 30s, 5m or 2h, at most 30 days',
      longestMs: 30 * 86_400_000,
      example: '5m',
    },
    "It is sent after this time of the merchant's clock, and later callbacks of the order wait for it.",
    (time) => ({ delayMs: milliseconds(time) }),
  ),
  outOfOrder: step(
    flag,
    'It is held back until the next callback of the order is delivered or given up. If none follows, it is never sent.',
    () => ({ isOutOfOrder: true }),
  ),
  beforeRedirect: step(
    flag,
    'The call that causes it is answered after the first try, so that it comes before the payer does. The opposite is `delay`.',
    () => ({ isBeforeRedirect: true }),
  ),
  fails: step(
    {
      type: 'anyOf',
      expected: 'how many tries fail, from 1 to 100, or always',
      settings: [
        { type: 'wholeNumber', least: 1, most: 100 },
        {
          type: 'oneOf',
          values: ['always'],
          meanings: { always: 'Every try fails, until the gateway gives the callback up.' },
        },
      ],
      example: 2,
    },
    "This many first tries fail as if the shop could not be reached; the merchant's settings say when it is tried again.",
    (failures) => ({ failures }),
  ),
  repeat: step(
    { type: 'wholeNumber', expected: 'how often it is sent in all, from 2 to 100', least: 2, most: 100, example: 2 },
    'It is sent this often in all, although the shop has accepted it.',
    (sends) => ({ sends }),
  ),
  fields: step(
    {
      type: 'fields',
      expected: 'fields of a callback with wrong values, such as { amount: 1 }',
      names: ['mdOrder', 'orderNumber', 'operation', 'status', ...Object.keys(callbackParameterOperations)],
      example: { amount: 1 },
    },
    'These fields have a wrong value, and the checksum is right. A field that is not among them is added.',
    (values) => ({
      fields: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)])),
    }),
  ),
  noChecksum: step(
    flag,
    'It has no checksum, or its token has no signature. A callback without either is sent as it is.',
    () => ({ hasNoChecksum: true }),
  ),
  wrongChecksum: step(
    flag,
    'Its checksum, or the signature of its token, is wrong. A callback without either is sent as it is.',
    () => ({ hasWrongChecksum: true }),
  ),
} as const satisfies Readonly<Record<string, AnyStep<SomeOf<CallbackFaultSettings>>>>;

type CallbackEntry = FaultEntry<CallbackStep['on']>;

export const readCallbackStep = ({ on, times, do: entry }: CallbackEntry): CallbackStep => {
  const settings: Settings = Object.assign({}, ...readKeys<Settings>(callbackSteps, entry).map(([, one]) => one));
  return {
    on,
    ...(times !== undefined && { times }),
    settings,
    sentence: `${on} ${describeFault(callbackFaults, settings)}${timesInWords(times)}`,
  };
};

/** Keys that exclude each other, and why. */
const contradictions: readonly (readonly [one: string, other: string, why: string])[] = [
  ['delay', 'beforeRedirect', 'the payer would wait as long'],
  ['outOfOrder', 'beforeRedirect', 'the payer would wait for a callback that may never come'],
  ['wrongChecksum', 'noChecksum', 'a checksum that is not there is not wrong'],
];

/** Why an entry of `callbacks` is impossible; undefined if it is not. */
export const contradictionInCallbackStep = ({ on, times, do: entry }: CallbackEntry): string | undefined => {
  const keys = Object.keys(callbackSteps).filter((name) => entry[name] !== undefined);
  const other = keys.find((name) => name !== 'lost');
  if (keys.includes('lost') && other !== undefined)
    return `lost and ${other} contradict each other: a lost callback is not sent`;
  if (keys.includes('outOfOrder') && on === 'any' && times === undefined)
    return 'any and outOfOrder contradict each other: each callback would wait for the next; add times';
  const [one, two, why] = contradictions.find(([first, second]) => keys.includes(first) && keys.includes(second)) ?? [];
  return one && `${one} and ${two} contradict each other: ${why}`;
};
