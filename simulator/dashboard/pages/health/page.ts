import { viewFrom } from '../../../http/page/view-from.ts';
import { type LineLevel, type LogLevel, logLevels } from '../../../runtime/log-line.ts';
import { version } from '../../../runtime/version.ts';
import type { DashboardPage } from '../../page.ts';
import { controlCurl } from '../../ui/control-call.ts';
import { leftUntil } from '../../ui/left-until.ts';
import { ratesOf } from './rates.ts';
import { requestsOf } from './requests.ts';
import { stateOf } from './state.ts';
import { healthTexts } from './texts.ts';

/** How this process is: its store, memory, journal and files, and what it has counted since it started. */
export const health: DashboardPage = {
  texts: healthTexts,
  acts: {
    'log-level': async ({ sandbox, say }, { level = '' }) => {
      await sandbox.setLogLevel(level as LogLevel);
      return { notice: { kind: 'good', text: say('The log has the level {level} now.', { level }) } };
    },
  },
  show: async (visit) => {
    const { context, say, ui, link, uptimeMs } = visit;
    const { bank, metrics, log } = context;
    const { rss, heapUsed } = process.memoryUsage();
    const { callbacks, refusals, payments } = metrics.read;
    const sum = (counts: ReadonlyMap<string, number>, start: string): number =>
      [...counts].reduce((all, [key, count]) => (key.startsWith(start) ? all + count : all), 0);
    const content = fillHealth({
      say,
      ui,
      link,
      view: {
        here: link('/health'),
        state: await stateOf(visit),
        mistakes: context.scenarioFiles().mistakes,
        facts: [
          [say('Version'), `tillbox ${version()}`],
          ['Node.js', process.versions.node],
          [say('Bank'), bank.title],
          [say('Runs for'), leftUntil(uptimeMs, say)],
          [say('Memory'), say('{all} MB, of it heap {heap} MB', { all: megabytes(rss), heap: megabytes(heapUsed) })],
        ],
        log: {
          level: log.level,
          levels: logLevels.map((name) => ({ name, words: say(levelWords[name]) })),
          lines: (await log.tail()).toReversed().map(({ atMs, level, text }) => ({
            time: ui.time(atMs),
            tone: tones[level],
            text,
          })),
        },
        rates: ratesOf(visit),
        requests: requestsOf(visit),
        counts: [
          [say('Payments approved'), sum(payments, 'approved')],
          [say('Payments declined'), sum(payments, 'declined')],
          [say('Tries of callbacks that were delivered'), sum(callbacks, 'delivered')],
          [say('Tries of callbacks that failed'), sum(callbacks, 'failed')],
          [say('Callbacks given up'), sum(callbacks, 'given-up')],
        ],
        refusals: [...refusals].sort(([, one], [, other]) => other - one).slice(0, mostRefusals),
        curl: [
          ...['/health', '/ready', '/metrics', '/log'].map((path) => ({ method: 'GET' as const, path })),
          { method: 'PUT' as const, path: '/log/level', body: { level: 'debug' } },
        ]
          .map((call) => controlCurl(visit, call))
          .join('\n\n'),
      },
    });
    return { title: say('Health'), content };
  },
};

const levelWords = {
  silent: 'silent: nothing',
  error: 'error: only errors',
  warn: 'warn: and warnings',
  info: 'info: and each step of a payment',
  debug: 'debug: and every request',
} as const satisfies Record<LogLevel, string>;

const tones = { error: 'is-bad', warn: 'is-wait', info: '', debug: 'muted' } as const satisfies Record<
  LineLevel,
  string
>;

/** So many codes are listed, the most frequent ones. */
const mostRefusals = 12;

const megabytes = (bytes: number): number => Math.round(bytes / 2 ** 20);

const fillHealth = viewFrom<{ say: unknown; ui: unknown; link: unknown; view: object }>(
  new URL('view.ejs', import.meta.url),
  ['say', 'ui', 'link', 'view'],
);
