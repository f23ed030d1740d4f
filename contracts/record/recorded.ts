import type { RecordedPact } from '../../simulator/recording/pact-document.ts';

/** What a run of the shop's command gave. */
export interface Recorded {
  readonly pact: RecordedPact;
  /** Where it was written. */
  readonly file: string;
  /** The pact of its callbacks, if that was wanted. */
  readonly callbacks?: RecordedPact;
}

/** The pact as its file has it: without counts, which differ from run to run if the shop polls. */
export const textOfPact = ({ metadata, ...pact }: RecordedPact): string => {
  const { calls: _, ...tillbox } = metadata.tillbox;
  return `${JSON.stringify({ ...pact, metadata: { ...metadata, tillbox } }, undefined, 2)}\n`;
};

/** "17 calls, 14 with a known state, 3 left out". */
export const countsOf = ({ consumer, metadata }: RecordedPact): string => {
  const { seen, withState } = metadata.tillbox.calls;
  const left = seen - withState;
  const isOfCallbacks = consumer.name === 'gateway';
  if (isOfCallbacks) return `${callbacks(seen)}${left === 0 ? '' : `, ${left} left out`}`;
  return `${calls(seen)}, ${withState} with a known state${left === 0 ? '' : `, ${left} left out`}`;
};

const callbacks = (count: number): string => `${count} ${count === 1 ? 'callback' : 'callbacks'}`;

const calls = (count: number): string => `${count} ${count === 1 ? 'call' : 'calls'}`;

export const interactionsOf = ({ interactions: { length } }: RecordedPact): string =>
  `${length} ${length === 1 ? 'interaction' : 'interactions'}`;

/** What is printed in the end. */
export const reportOf = ({ pact, file }: Recorded): string => {
  const { bank, calls: counted } = pact.metadata.tillbox;
  const lines = counted.leftOut.map(({ call, times, reason }) => `  ${times} x ${call}: ${reason}`);
  return [
    `${countsOf(pact)}${lines.length === 0 ? '.' : ':'}`,
    ...lines,
    `Wrote ${interactionsOf(pact)} of ${pact.consumer.name} with ${pact.provider.name} at ${bank} to ${file}.`,
    '',
  ].join('\n');
};
