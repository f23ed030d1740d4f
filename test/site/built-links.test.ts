import test from 'ava';
import { type BuiltSite, brokenBuiltLinks, foreignFiles } from './built-links.ts';

const siteWith = (page: string): BuiltSite =>
  new Map([
    ['index.html', page],
    ['404.html', ''],
    ['banks.html', '<h2 id="vtb-kz">vtb-kz</h2><h2 id="банк">Банк</h2>'],
    ['ru/index.html', ''],
    ['assets/app.js', ''],
  ]);

const right = [
  '/tillbox/',
  './banks.html',
  '/tillbox/banks.html#vtb-kz',
  '/tillbox/banks.html#%D0%B1%D0%B0%D0%BD%D0%BA',
  '/tillbox/banks.html#банк',
  './ru/',
  './ru/banks.html',
  'https://www.rfc-editor.org/',
  'data:image/svg+xml,x',
];
for (const link of right)
  test(`is a right link of a built page: ${link}`, (t) => {
    t.deepEqual(brokenBuiltLinks(siteWith(`<a class="x" href="${link}">`), '/tillbox/'), []);
  });

const wrong: readonly (readonly [link: string, complaint: string])[] = [
  ['./none.html', 'leads to no file'],
  ['./banks', 'leads to no file'],
  ['./ru/none.html', 'leads to no file'],
  ['./recipes/', 'leads to no file'],
  ['./banks.html#none', 'leads to no heading'],
  ['#none', 'leads to no heading'],
  ['/banks.html', 'leads out of the site'],
  ['../banks.html', 'leads out of the site'],
  ['//host.test/banks.html', 'leads out of the site'],
  ['mailto:a@b.test', 'leads out of the site'],
];
for (const [link, complaint] of wrong)
  test(`is a broken link of a built page: ${link}`, (t) => {
    t.deepEqual(brokenBuiltLinks(siteWith(`<a class="x" href="${link}">`), '/tillbox/'), [
      `index.html: ${link}: ${complaint}`,
    ]);
  });

test('a script, a picture and a style that are not there are broken links', (t) => {
  const page =
    '<script type="module" src="/tillbox/assets/none.js"><img src="/tillbox/x.png"><script src="./assets/app.js">';

  t.deepEqual(brokenBuiltLinks(siteWith(page), '/tillbox/'), [
    'index.html: /tillbox/assets/none.js: leads to no file',
    'index.html: /tillbox/x.png: leads to no file',
  ]);
});

test('files of other hosts are seen', (t) => {
  const site: BuiltSite = new Map([
    [
      'index.html',
      '<a href="https://docs.pact.io"><script async src="https://cdn.test/a.js"></script><link rel="x" href="//cdn.test/b.css">',
    ],
    [
      'assets/style.css',
      '@import "https://cdn.test/c.css"; a { background: url(https://cdn.test/d.png) } b { background: url("data:image/svg+xml,x") }',
    ],
  ]);

  t.deepEqual(foreignFiles(site), [
    'index.html: https://cdn.test/a.js',
    'index.html: //cdn.test/b.css',
    'assets/style.css: https://cdn.test/c.css',
    'assets/style.css: https://cdn.test/d.png',
  ]);
});
