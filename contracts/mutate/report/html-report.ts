import { createHash } from 'node:crypto';
import { countsOf, type Mutation, type MutationResult, type MutationStatus, scoreOf } from '../mutation.ts';
import { callsOf, commandFor, countWords, sentenceOf } from './words.ts';

const style = `
:root { color-scheme: light dark; --line: #8884; }
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif; }
h1 { font-size: 1.5rem; }
.score { font-size: 2.5rem; font-weight: 600; }
details { border-top: 1px solid var(--line); padding: .5rem 0; }
summary { cursor: pointer; }
dt { margin-top: .75rem; font-weight: 600; }
dd { margin: 0 0 .25rem; }
code { font-family: ui-monospace, monospace; font-size: .9em; overflow-wrap: anywhere; }
`;

/** The order of the parts: what a person has to look at comes first. */
const parts: readonly (readonly [status: MutationStatus, title: string])[] = [
  ['not noticed', 'Not noticed'],
  ['timed out', 'Timed out'],
  ['could not be run', 'Could not be run'],
  ['noticed', 'Noticed'],
  ['not reached', 'Not reached'],
];

/** One page without scripts that loads nothing. */
export const htmlReport = (mutation: Mutation): string => {
  const hash = createHash('sha256').update(style).digest('base64');
  const counts = countsOf(mutation);
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<title>tillbox mutate</title>',
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    '<h1>What the tests notice of a broken gateway</h1>',
    `<p><code>${escaped(mutation.line.join(' '))}</code></p>`,
    `<p class="score">${scoreOf(mutation)} %</p>`,
    `<p>${countWords(mutation).map(escaped).join('<br>')}</p>`,
    ...parts
      .filter(([status]) => counts[status] > 0)
      .flatMap(([status, title]) => [
        `<details${status === 'not noticed' ? ' open' : ''}>`,
        `<summary>${title}: ${counts[status]}</summary>`,
        '<dl>',
        ...mutation.results.filter((one) => one.status === status).flatMap((one) => entryOf(one, mutation)),
        '</dl>',
        '</details>',
      ]),
    '</body>',
    '</html>',
    '',
  ].join('\n');
};

const entryOf = ({ row, status }: MutationResult, { line }: Mutation): readonly string[] => [
  `<dt>${row.id}: ${escaped(sentenceOf(row))}</dt>`,
  `<dd>${escaped(row.harm)}</dd>`,
  `<dd><code>${escaped(callsOf(row))}</code></dd>`,
  ...(status === 'not noticed' ? [`<dd><code>${escaped(commandFor(row, line))}</code></dd>`] : []),
];

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (text: string): string => text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
