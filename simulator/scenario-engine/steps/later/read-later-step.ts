import type { ActMoment } from '../../../domain/bank-act.ts';
import { type Duration, inUnits, milliseconds } from '../../definition/duration.ts';
import type { LaterStep } from '../../scenario.ts';
import { readKeys } from '../read-do.ts';
import { laterSteps } from './all.ts';
import type { LaterReading } from './later-step.ts';

/** One entry of `later`, each setting already checked by its step. */
export interface LaterEntry {
  readonly after: Duration;
  readonly since?: ActMoment | undefined;
  readonly do: Readonly<Record<string, unknown>>;
}

const moments: Readonly<Record<ActMoment, string>> = {
  registered: 'the order is registered',
  'at-acs': "the payer comes to the issuer's page",
  paid: 'the order is paid',
};

export const readLaterStep = ({ after, since, do: entry }: LaterEntry): LaterStep => {
  const [reading] = readKeys<LaterReading>(laterSteps, entry);
  if (!reading) throw new TypeError('a later step does nothing');
  const moment = since ?? reading.since;
  const afterMs = milliseconds(after);
  return {
    ...reading.planned,
    since: moment,
    afterMs,
    sentence: `${reading.sentence} ${inUnits(afterMs)} after ${moments[moment]}`,
  };
};

/** Why an entry of `later` cannot be; undefined where it can. */
export const contradictionInLaterStep = ({ do: entry }: LaterEntry): string | undefined => {
  const [one, other] = Object.keys(laterSteps).filter((name) => entry[name] !== undefined);
  return other && `${one} and ${other} contradict each other: each entry is one act`;
};
