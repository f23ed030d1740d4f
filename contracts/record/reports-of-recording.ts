import { data, property } from '../report/github-command.ts';
import { junitOf } from '../report/junit.ts';
import { summaryOf } from '../report/step-summary.ts';
import type { Reports } from '../report/write-reports.ts';
import { countsOf, interactionsOf, type Recorded } from './recorded.ts';

/** The reports about a recording: calls that were left out are skipped, none fails. */
export const reportsOfRecording = (recorded: Recorded): Reports => ({
  json: () => jsonOf(recorded),
  junit: () => junitOf('tillbox record', [suiteOf(recorded)]),
  annotations: () =>
    leftOutOf(recorded)
      .map(({ call, reason }) => `::notice title=${property(`record: ${call} is left out`)}::${data(reason)}\n`)
      .join(''),
  summary: () =>
    summaryOf({
      heading: `The pact of ${recorded.pact.consumer.name}`,
      sentence: `${countsOf(recorded.pact)}; ${interactionsOf(recorded.pact)}.`,
      head: ['left out', 'times', 'reason'],
      rows: leftOutOf(recorded).map(({ call, times, reason }) => [call, String(times), reason]),
    }),
});

const leftOutOf = ({ pact }: Recorded) => pact.metadata.tillbox.calls.leftOut;

const jsonOf = ({ pact: { consumer, interactions, metadata }, file }: Recorded) => ({
  consumer: consumer.name,
  file,
  ...metadata.tillbox,
  interactions: interactions.map(({ description, providerStates }) => ({
    description,
    states: providerStates.map(({ name }) => name),
  })),
});

const suiteOf = (recorded: Recorded) => ({
  name: `pact of ${recorded.pact.consumer.name}`,
  cases: [
    ...recorded.pact.interactions.map(({ description }) => ({ name: description })),
    ...leftOutOf(recorded).map(({ call, reason }) => ({ name: call, skipped: reason })),
  ],
});
