import { viewFrom } from '../../../http/page/view-from.ts';
import { version } from '../../../runtime/version.ts';
import type { DashboardPage } from '../../page.ts';
import { controlCurl } from '../../ui/control-call.ts';
import { leftUntil } from '../../ui/left-until.ts';
import { requestsOf } from './requests.ts';
import { stateOf } from './state.ts';
import { healthTexts } from './texts.ts';

/** How this process is: its store, memory, journal and files, and what it has counted since it started. */
export const health: DashboardPage = {
  texts: healthTexts,
  show: async (visit) => {
    const { context, say, ui, link } = visit;
    const { bank, clock, startedAtMs, options, metrics } = context;
    const { rss, heapUsed } = process.memoryUsage();
    const { callbacks, refusals, payments } = metrics.read;
    const sum = (counts: ReadonlyMap<string, number>, start: string): number =>
      [...counts].reduce((all, [key, count]) => (key.startsWith(start) ? all + count : all), 0);
    const content = fillHealth({
      say,
      ui,
      link,
      view: {
        state: await stateOf(visit),
        mistakes: context.scenarioFiles().mistakes,
        facts: [
          [say('Version'), `tillbox ${version()}`],
          ['Node.js', process.versions.node],
          [say('Bank'), bank.title],
          [say('Runs for'), leftUntil(clock.now() - startedAtMs)],
          [say('Memory'), say('{all} MB, of it heap {heap} MB', { all: megabytes(rss), heap: megabytes(heapUsed) })],
          [say('Log'), options.logLevel ?? say('the usual level')],
        ],
        requests: requestsOf(visit),
        counts: [
          [say('Payments approved'), sum(payments, 'approved')],
          [say('Payments declined'), sum(payments, 'declined')],
          [say('Tries of callbacks that were delivered'), sum(callbacks, 'delivered')],
          [say('Tries of callbacks that failed'), sum(callbacks, 'failed')],
          [say('Callbacks given up'), sum(callbacks, 'given-up')],
        ],
        refusals: [...refusals].sort(([, one], [, other]) => other - one).slice(0, mostRefusals),
        curl: ['/health', '/ready', '/metrics'].map((path) => controlCurl(visit, { method: 'GET', path })).join('\n\n'),
      },
    });
    return { title: say('Health'), content };
  },
};

/** So many codes are listed, the most frequent ones. */
const mostRefusals = 12;

const megabytes = (bytes: number): number => Math.round(bytes / 2 ** 20);

const fillHealth = viewFrom<{ say: unknown; ui: unknown; link: unknown; view: object }>(
  new URL('view.ejs', import.meta.url),
  ['say', 'ui', 'link', 'view'],
);
