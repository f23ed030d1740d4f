import type { Bank } from '../../../banks/bank.ts';
import { bankNamedIn, bankOf, banksOf } from '../../../banks/bank-of.ts';
import { bereke } from '../../../banks/bereke.ts';
import { differs, type Fact, factInWords, factNames, facts, remarkOn, sureness } from '../../../banks/fact-words.ts';
import { bankInWords } from '../../../banks/in-words.ts';
import { sources } from '../../../data/sources.ts';
import { viewFrom } from '../../../http/page/view-from.ts';
import type { DashboardPage, Visit } from '../../page.ts';
import { controlCurl } from '../../ui/control-call.ts';
import { withCode } from '../../ui/with-code.ts';
import { goLive } from './go-live.ts';
import { bankTexts } from './texts.ts';

/** The profile of a bank in plain words: what is known of it, from where, and what changes when a shop goes live. */
export const bank: DashboardPage = {
  texts: bankTexts,
  show: async (visit) => {
    const { context, say, ui, link, query, origin } = visit;
    const own = bankOf(context, context.merchant);
    const wanted = query.get('bank') || undefined;
    const shown = (wanted !== undefined && wanted !== own.name && bankNamedIn(context, wanted)) || own;
    const only = filters.find(({ name }) => name === query.get('facts')) ?? filters[0];
    const other = shown.name === own.name ? undefined : shown.name;
    // Shops of every bank find this gateway at one path, whatever the path of their bank is.
    const here = { ...shown, basePath: own.basePath };
    const rows = facts.map((fact) => rowOf(visit, shown, fact));
    const content = fillBank({
      say,
      ui,
      view: {
        title: shown.title,
        name: shown.name,
        isOwn: shown === own,
        banks: banksOf(context).map(({ name, title }) => ({
          title,
          isHere: name === shown.name,
          href: link('/bank', { bank: name === own.name ? undefined : name }),
        })),
        words: bankInWords(here, say).map(withCode),
        guesses: rows.filter(({ isGuess }) => isGuess),
        goLive: goLive.map(([head, text]) => ({ head: say(head), text: withCode(say(text)) })),
        urls: urlsOf(visit, shown, `${origin}${here.basePath}/rest/`),
        isBereke: shown.name === bereke.name,
        filters: filters.map(({ name, word, fits }) => ({
          word: say(word),
          count: rows.filter(fits).length,
          isHere: name === only.name,
          href: link('/bank', { bank: other, facts: name === 'all' ? undefined : name }),
        })),
        rows: rows.filter(only.fits),
        curl: controlCurl(visit, { method: 'GET', path: '/banks' }),
      },
    });
    return { title: shown.title, content };
  },
};

type Row = ReturnType<typeof rowOf>;

const filters = [
  { name: 'all', word: 'All facts', fits: () => true },
  { name: 'differs', word: 'Unlike Bereke', fits: ({ bereke: there }: Row) => there !== undefined },
  { name: 'guess', word: 'Guesses', fits: ({ isGuess }: Row) => isGuess },
] as const;

const looks = {
  doc: { tone: 'good', icon: 'check' },
  client: { tone: 'held', icon: 'eye' },
  guess: { tone: 'wait', icon: 'warn' },
} as const;

/** One fact: what it is about, its value, how sure it is, and from where. */
const rowOf = ({ say, ui }: Visit, shown: Bank, fact: Fact) => {
  const [source, confidence] = shown.provenance[fact];
  const look = looks[confidence];
  const where: string = typeof source === 'string' ? sources[source] : source.words;
  return {
    name: withCode(say(factNames[fact])),
    value: factInWords(shown, fact, say),
    bereke: differs(shown, bereke, fact) ? factInWords(bereke, fact, say) : undefined,
    isGuess: confidence === 'guess',
    sureness: ui.status(look.tone, look.icon, say(sureness[confidence])),
    source: typeof source === 'string' ? source : where,
    href: where.startsWith('https:') ? where : undefined,
    where: where.startsWith('https:') ? where : say(where),
    note: remarkOn(shown, fact, say),
  };
};

/** The addresses of the merchant API: here, and at the bank. */
const urlsOf = ({ say }: Visit, { basePath, hosts }: Bank, restUrl: string) =>
  [
    [say('tillbox'), restUrl] as const,
    [say("the bank's test host"), hosts.test && `https://${hosts.test}${basePath}/rest/`] as const,
    [say('production'), hosts.production && `https://${hosts.production}${basePath}/rest/`] as const,
  ].map(([name, url]) => ({ name, url }));

const fillBank = viewFrom<{ say: unknown; ui: unknown; view: object }>(new URL('view.ejs', import.meta.url), [
  'say',
  'ui',
  'view',
]);
