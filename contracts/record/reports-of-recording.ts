import type { RecordedPact } from '../../simulator/recording/pact-document.ts';
import { data, property } from '../report/github-command.ts';
import { junitOf } from '../report/junit.ts';
import { summaryOf } from '../report/step-summary.ts';
import type { Reports } from '../report/write-reports.ts';
import { countsOf, interactionsOf, type Recorded } from './recorded.ts';

/** The reports about a recording: calls that were left out are skipped, none fails. */
export const reportsOfRecording = (recorded: Recorded): Reports => ({
  json: () => jsonOf(recorded),
  junit: () => junitOf('tillbox record', pactsOf(recorded).map(suiteOf)),
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

const pactsOf = ({ pact, callbacks }: Recorded): readonly RecordedPact[] => [pact, ...(callbacks ? [callbacks] : [])];

const leftOutOf = (recorded: Recorded) => pactsOf(recorded).flatMap(({ metadata }) => metadata.tillbox.calls.leftOut);

const jsonOf = ({ pact, file, callbacks }: Recorded) => ({
  file,
  ...pactJson(pact),
  ...(callbacks && { callbacks: pactJson(callbacks) }),
});

const pactJson = ({ consumer, provider, interactions, metadata }: RecordedPact) => ({
  consumer: consumer.name,
  provider: provider.name,
  ...metadata.tillbox,
  interactions: interactions.map(({ description, providerStates }) => ({
    description,
    states: providerStates.map(({ name }) => name),
  })),
});

const suiteOf = ({ consumer, provider, interactions, metadata }: RecordedPact) => ({
  name: `pact of ${consumer.name} with ${provider.name}`,
  cases: [
    ...interactions.map(({ description }) => ({ name: description })),
    ...metadata.tillbox.calls.leftOut.map(({ call, reason }) => ({ name: call, skipped: reason })),
  ],
});
