import { StoreUnavailable } from '../../../domain/errors/store-error.ts';
import type { Visit } from '../../page.ts';
import type { Look } from '../../ui/status.ts';

/** One thing and how it is. */
interface StateRow extends Look {
  readonly what: string;
  readonly note: string;
}

const well = { tone: 'good', icon: 'check' } as const;
const careful = { tone: 'wait', icon: 'warn' } as const;
const broken = { tone: 'bad', icon: 'cross' } as const;

/** Store, other processes, journal and scenario files. */
export const stateOf = async (visit: Visit): Promise<readonly StateRow[]> => [
  await storeRow(visit),
  sharingRow(visit),
  journalRow(visit),
  await scenarioRow(visit),
];

const stores = {
  memory: 'In memory: gone when the process stops',
  sqlite: 'In a file: lasts',
  postgres: 'In PostgreSQL: lasts',
} as const;

const storeRow = async ({ context: { store }, say }: Visit): Promise<StateRow> => {
  const what = say('Store');
  try {
    await store.checkWrites();
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
    return { ...broken, what, note: say('Cannot be written now: {reason}', { reason: error.message }) };
  }
  return { ...(store.kind === 'memory' ? careful : well), what, note: say(stores[store.kind]) };
};

const sharingRow = ({ context: { store }, say }: Visit): StateRow => ({
  ...well,
  what: say('Processes'),
  note: store.channel
    ? say('Others may have the same store; events and clocks of all are shared.')
    : say('This one alone; events are its own.'),
});

const journalRow = ({ context: { journal, options }, say }: Visit): StateRow =>
  journal.isOn
    ? {
        ...well,
        what: say('Journal'),
        note: say('{count} of at most {most} requests, of all merchants', {
          count: journal.entries().length,
          most: options.journalSize,
        }),
      }
    : { ...careful, what: say('Journal'), note: say('Off: JOURNAL_SIZE is 0') };

const scenarioRow = async ({ context, say }: Visit): Promise<StateRow> => {
  const what = say('Scenario files');
  const { mistakes } = context.scenarioFiles();
  if (mistakes.length > 0)
    return {
      ...broken,
      what,
      note: say('Mistakes: {count}. The last correct files stay in force.', { count: mistakes.length }),
    };
  // As many as the gallery and the menu have.
  const count = context.knownScenarios() && (await context.allScenarios()).length;
  return {
    ...well,
    what,
    note: count === undefined ? say('Not read yet') : say('{count} {count:scenario/scenarios}', { count }),
  };
};
