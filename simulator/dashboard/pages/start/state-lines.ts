import type { Visit } from '../../page.ts';
import type { IconName } from '../../ui/icons.ts';
import type { Tone } from '../../ui/status.ts';

/** One line about this tillbox. */
export interface StateLine {
  readonly tone: Tone;
  readonly icon: IconName;
  readonly title: string;
  readonly note: string;
  readonly link?: { readonly href: string; readonly text: string };
}

const well = { tone: 'good', icon: 'check' } as const;
const careful = { tone: 'wait', icon: 'warn' } as const;

/** Scenarios, store, callbacks, and journal. `shopUrl`: of the demo shop. */
export const stateLines = async (visit: Visit, shopUrl: string | undefined): Promise<readonly StateLine[]> => [
  await scenarioLine(visit),
  storeLine(visit),
  await callbackLine(visit, shopUrl),
  journalLine(visit),
];

const scenarioLine = async ({ context, say, link }: Visit): Promise<StateLine> => {
  // As many as the gallery and the menu have.
  const count = context.knownScenarios() && (await context.allScenarios()).length;
  const mistakes = context.scenarioFiles().mistakes.length;
  const title = count === undefined ? say('Scenarios') : say('Scenarios: {count}', { count });
  const toScenarios = { href: link('/scenarios'), text: say('Look') };
  return mistakes > 0
    ? {
        tone: 'bad',
        icon: 'cross',
        title,
        note: say('mistakes in files: {count}', { count: mistakes }),
        link: toScenarios,
      }
    : { ...well, title, note: say('no mistakes'), link: toScenarios };
};

const storeLine = ({ context, say }: Visit): StateLine => {
  const { kind } = context.store;
  if (kind === 'memory')
    return { ...careful, title: say('Kept in memory'), note: say('gone when it stops; STORE=sqlite:<file> keeps it') };
  return { ...well, title: kind === 'sqlite' ? say('Kept in a file') : say('Kept in PostgreSQL'), note: say('lasts') };
};

const callbackLine = async ({ context, say, link }: Visit, shopUrl: string | undefined): Promise<StateLine> => {
  const { url } = context.merchant.callbacks ?? context.options.callbacks;
  const title = say('Callbacks');
  const toCallbacks = { href: link('/callbacks'), text: say('Look') };
  const { 'given-up': givenUp } = await context.store.callbacks.counts(context.merchant.login);
  if (givenUp > 0)
    return {
      tone: 'bad',
      icon: 'belloff',
      title,
      note: say('given up: {count}', { count: givenUp }),
      link: toCallbacks,
    };
  if (url === undefined)
    return { ...careful, title, note: say('no address, only orders with one of their own'), link: toCallbacks };
  const isDemo = shopUrl !== undefined && URL.canParse(url) && new URL(url).port === new URL(shopUrl).port;
  const note = isDemo
    ? say('to the demo shop')
    : say('to {host}', { host: URL.canParse(url) ? new URL(url).host : url });
  return { ...well, title, note, link: toCallbacks };
};

const journalLine = ({ context, say, link }: Visit): StateLine => {
  const { journal, options } = context;
  const title = say('Journal');
  if (!journal.isOn) return { ...careful, title, note: say('off: JOURNAL_SIZE is 0') };
  const note = say('last {count} calls', { count: options.journalSize ?? 0 });
  return { ...well, title, note, link: { href: link('/calls'), text: say('Look') } };
};
