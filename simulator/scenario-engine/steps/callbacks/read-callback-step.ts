import type { CallbackFault } from '../../../domain/callback-fault.ts';
import { often } from '../../choice/often.ts';
import type { CallbackStep } from '../../scenario.ts';
import { readKeys } from '../read-do.ts';
import { callbackSteps } from './all.ts';

/** One entry of `callbacks`, each setting already checked by its step. */
export interface CallbackEntry {
  readonly on: CallbackStep['on'];
  readonly times?: number | undefined;
  readonly do: Readonly<Record<string, unknown>>;
}

export const readCallbackStep = ({ on, times, do: entry }: CallbackEntry): CallbackStep => {
  const readings = readKeys(callbackSteps, entry);
  return {
    on,
    ...(times !== undefined && { times }),
    fault: Object.assign({}, ...readings.map(({ fault }) => fault)) as CallbackFault,
    sentence: `${on} ${readings.map(({ sentence }) => sentence).join(', ')}${often(times)}`,
  };
};

/** Keys that cannot be done to the same callback, and why. */
const contradictions: readonly (readonly [one: string, other: string, why: string])[] = [
  ['delay', 'beforeRedirect', 'the payer would wait as long'],
  ['outOfOrder', 'beforeRedirect', 'the payer would wait for a callback that may never come'],
];

/** Why an entry of `callbacks` cannot be; undefined where it can. */
export const contradictionInCallbackStep = ({ on, times, do: entry }: CallbackEntry): string | undefined => {
  const keys = Object.keys(callbackSteps).filter((name) => entry[name] !== undefined);
  const other = keys.find((name) => name !== 'lost');
  if (keys.includes('lost') && other !== undefined)
    return `lost and ${other} contradict each other: a callback that is lost is not sent`;
  if (keys.includes('outOfOrder') && on === 'any' && times === undefined)
    return 'any and outOfOrder contradict each other: each callback would wait for the next; say times';
  const [one, two, why] = contradictions.find(([first, second]) => keys.includes(first) && keys.includes(second)) ?? [];
  return one && `${one} and ${two} contradict each other: ${why}`;
};
