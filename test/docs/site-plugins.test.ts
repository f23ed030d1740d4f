import path from 'node:path';
import test from 'ava';
import { links } from '../../docs/.vitepress/links.ts';
import type { Markdown, State, Token } from '../../docs/.vitepress/markdown.ts';
import { docs } from '../../docs/.vitepress/pages.ts';
import { recipeFiles } from '../../docs/.vitepress/recipe-files.ts';
import { surroundings } from '../../docs/.vitepress/surroundings.ts';
import { tabs } from '../../docs/.vitepress/tabs.ts';

/** A token of markdown-it, as far as the plugins know it. */
class PlainToken implements Token {
  readonly type: string;
  info = '';
  content = '';
  children: Token[] | null = null;
  block = false;
  attributes: Record<string, string> = {};

  constructor(type: string) {
    this.type = type;
  }

  attrGet(name: string): string | null {
    return this.attributes[name] ?? null;
  }

  attrSet(name: string, value: string): void {
    this.attributes[name] = value;
  }
}

const token = (type: string, texts: Partial<PlainToken> = {}): PlainToken => Object.assign(new PlainToken(type), texts);

/** What a plugin makes of the tokens of a page below docs/. */
const applied = (plugin: (markdown: Markdown) => void, tokens: Token[], page = 'page.md'): readonly Token[] => {
  const state: State = { tokens, env: { path: path.join(docs, page) }, Token: PlainToken };
  plugin({
    core: { ruler: { push: (_, rule) => rule(state) } },
    utils: { escapeHtml: (text) => text.replaceAll('<', '&lt;') },
  });
  return state.tokens;
};

const fence = (info: string) => token('fence', { info });
const typesOf = (tokens: readonly Token[]) => tokens.map(({ type, info }) => info || type);
const [open, close] = ['container_code-group_open', 'container_code-group_close'];

test('labelled blocks in a row become tabs, every other block stays alone', (t) => {
  const groupsOf = (...tokens: Token[]) => typesOf(applied(tabs, tokens));

  t.deepEqual(groupsOf(fence('sh [curl]'), fence('php [PHP]')), [open, 'sh [curl]', 'php [PHP]', close]);
  t.deepEqual(groupsOf(fence('sh [curl]')), ['sh [curl]']);
  t.deepEqual(groupsOf(fence('sh'), fence('json')), ['sh', 'json']);
  t.deepEqual(groupsOf(fence('sh [curl]'), fence('json'), fence('php [PHP]')), ['sh [curl]', 'json', 'php [PHP]']);
  t.deepEqual(groupsOf(fence('sh [a]'), fence('sh [b]'), token('paragraph_open'), fence('sh [a]'), fence('sh [b]')), [
    ...[open, 'sh [a]', 'sh [b]', close],
    'paragraph_open',
    ...[open, 'sh [a]', 'sh [b]', close],
  ]);
  t.deepEqual(groupsOf(), []);
});

const repository = { url: 'https://github.com/owner/name', ref: 'v1.2.3' };

/** Where a link of a page leads; undefined if it is plain text. */
const leadOf = (href: string, { page = 'page.md', known = false } = {}): string | undefined => {
  const children = [token('link_open', { attributes: { href } }), token('text'), token('link_close')];
  const [inline] = applied(links(known ? repository : undefined), [token('inline', { children })], page);
  const left = inline?.children ?? [];
  if (left.length === 1) return undefined;
  return left[0]?.attrGet('href') ?? '';
};

const leads: readonly (readonly [href: string, page: string, address: string])[] = [
  ['banks.md', 'page.md', '/banks'],
  ['banks.md#vtb-kz', 'page.md', '/banks#vtb-kz'],
  ['../banks.md', 'tasks/first-payment.md', '/banks'],
  ['callbacks.md', 'ru/page.md', '/ru/callbacks'],
  ['recipes', 'page.md', '/recipes/'],
  ['recipes/README.md', 'page.md', '/recipes/'],
  ['../go/README.md', 'recipes/vitest/README.md', '/recipes/go/'],
  ['../go', 'recipes/vitest/README.md', '/recipes/go/'],
  ['README.md', 'ru/page.md', '/ru/'],
  ['README.md', 'page.md', '/'],
  ['../CHANGELOG.md', 'page.md', '/changelog'],
  ['docs/banks.md', 'changelog.md', '/banks'],
  ['#here', 'page.md', '#here'],
  ['https://docs.pact.io', 'page.md', 'https://docs.pact.io'],
];
for (const [href, page, address] of leads)
  test(`the site leads ${href} of ${page} to ${address}`, (t) => {
    t.is(leadOf(href, { page }), address);
  });

const sources: readonly (readonly [href: string, address: string])[] = [
  ['../scenarios', 'tree/v1.2.3/scenarios'],
  ['../simulator/banks/all.ts', 'blob/v1.2.3/simulator/banks/all.ts'],
  ['architecture.md#rooms', 'blob/v1.2.3/docs/architecture.md#rooms'],
  ['decisions', 'tree/v1.2.3/docs/decisions'],
  ['../CONTRIBUTING.md', 'blob/v1.2.3/CONTRIBUTING.md'],
  ['recipes/go/go.mod', 'blob/v1.2.3/docs/recipes/go/go.mod'],
];
for (const [href, address] of sources)
  test(`the site leads ${href} to the repository, and shows plain text if it is not known`, (t) => {
    t.is(leadOf(href, { known: true }), `${repository.url}/${address}`);
    t.is(leadOf(href), undefined);
  });

test('a link to a file that is not there stops the build', (t) => {
  t.throws(() => leadOf('none.md'), { message: 'docs/page.md: none.md leads to no file' });
});

test('a recipe shows the names of its files, and the files that its page does not contain', (t) => {
  const page = [token('html_block', { content: '<!-- payment_test.go -->\n' }), fence('go'), token('html_block')];
  const shown = (...tokens: Token[]) => applied(recipeFiles, tokens, 'ru/recipes/go/README.md');

  const tokens = shown(...page);
  t.deepEqual(
    tokens.map(({ content, info }) => info || content),
    ['<p class="file-name">payment_test.go</p>\n', 'go', '', '<p class="file-name">go.mod</p>\n', 'txt'],
  );
  t.regex(tokens.at(-1)?.content ?? '', /^module /);
  t.is(shown().length, 4, 'no file is in the page');
  const [comment] = applied(recipeFiles, [token('html_block', { content: '<!-- pages -->\n' }), token('heading_open')]);
  t.is(comment?.content, '<!-- pages -->\n', 'no file follows');
});

const manifest = { version: '1.2.3' };

test('a site has the version of package.json, and no repository unless one is named', (t) => {
  t.deepEqual(surroundings({}, manifest), { version: 'v1.2.3', others: [] });
});

for (const named of [
  'github:owner/name',
  'owner/name',
  'https://github.com/owner/name',
  { url: 'git+https://github.com/owner/name.git' },
])
  test(`a site knows the repository ${JSON.stringify(named)}`, (t) => {
    t.deepEqual(surroundings({}, { ...manifest, repository: named }).repository, repository);
  });

test('a site of a workflow has its repository, its version and the other versions', (t) => {
  const environment = {
    GITHUB_SERVER_URL: 'https://git.test',
    GITHUB_REPOSITORY: 'owner/name',
    SITE_VERSION: 'main',
    SITE_OTHERS: 'v2.0.0=https://owner.test/name v1.0.0=https://owner.test/name/v1.0.0',
  };

  t.deepEqual(surroundings(environment, manifest), {
    version: 'main',
    others: [
      { name: 'v2.0.0', url: 'https://owner.test/name' },
      { name: 'v1.0.0', url: 'https://owner.test/name/v1.0.0' },
    ],
    repository: { url: 'https://git.test/owner/name', ref: 'main' },
  });
  t.throws(() => surroundings({ SITE_OTHERS: 'v1.0.0' }, manifest), { message: /^SITE_OTHERS: expected name=url/ });
});
