import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import path from 'node:path';
import test from 'ava';
import { pages } from '../../../simulator/dashboard/pages.ts';
import { styleParts } from '../../../simulator/dashboard/style/style-sheet.ts';
import { simulatorFor } from '../../helpers/simulator/simulator.ts';

const folder = path.join(import.meta.dirname, '../../../simulator/dashboard');
const address = '/dashboard/assets/dashboard.css';

test('the stylesheet is its parts in their order, one blank line apart', async (t) => {
  const simulator = await simulatorFor(t);

  const answer = await fetch(new URL(address, simulator.url));

  t.is(answer.headers.get('content-type'), 'text/css; charset=utf-8');
  t.is(await answer.text(), styleParts.map((part) => readFileSync(path.join(folder, part), 'utf8')).join('\n'));
});

test('a browser that has the stylesheet does not get it again', async (t) => {
  const simulator = await simulatorFor(t);
  const etag = (await fetch(new URL(address, simulator.url))).headers.get('etag') ?? '';

  // Not by fetch, which asks past every cache.
  const request = get(new URL(address, simulator.url), { headers: { 'If-None-Match': etag } });
  const [again] = (await once(request, 'response')) as [IncomingMessage];
  again.resume();

  t.is(again.statusCode, 304);
});

test('every file of styles is a part, once', (t) => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll(path.sep, '/'))
    .filter((file) => file.endsWith('.css'));

  t.deepEqual([...styleParts].sort(), files.sort());
});

test('the tokens come first, then the shell, the parts and the pages', (t) => {
  const groupOf = (part: string): string => part.split('/')[0] ?? '';
  const wide = styleParts.slice(
    0,
    styleParts.findIndex((part) => /narrow/.test(part)),
  );

  t.is(styleParts[0], 'style/tokens.css');
  t.deepEqual([...new Set(wide.map(groupOf))], ['style', 'shell', 'ui', 'pages']);
  const places = wide.map(groupOf).map((group) => ['style', 'shell', 'ui', 'pages'].indexOf(group));
  t.deepEqual(places, [...places].sort());
});

test('the styles of a page lie in the folder of a page', (t) => {
  const names = new Set(pages.map(({ name }) => name));

  t.deepEqual(
    styleParts.filter((part) => part.startsWith('pages/') && !names.has(part.split('/')[1] ?? '')),
    [],
  );
});
