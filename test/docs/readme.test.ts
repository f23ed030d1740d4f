import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'ava';
import { readPact } from '../../contracts/pact/pact-file.ts';
import { bereke } from '../../simulator/banks/bereke.ts';
import { cardPageWays, pageCalls } from '../../simulator/card-page/routes.ts';
import { addressOf } from '../../simulator/data/endpoint-facts.ts';
import { gatewayEndpoints } from '../../simulator/gateway/endpoints.ts';
import { cardForActionCode } from '../../simulator/issuer/code-range.ts';
import { blocksOf } from '../helpers/process/shell-blocks.ts';
import { banksPage } from './generate/bank-tables.ts';
import { contractPages } from './generate/contract-page.ts';
import { endpointMeaningsModule, endpointNamesModule } from './generate/endpoint-names.ts';
import { pagesWithTables, withTables } from './generate/page-tables.ts';
import { recipePages } from './generate/recipe-pages.ts';
import { russianPages } from './generate/russian/pages.ts';
import { inEnglish } from './generate/say.ts';
import { english, scenarioCatalogue } from './generate/scenario-catalogue.ts';

const root = join(import.meta.dirname, '../..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');

test('the tables of the documentation are those of the program (write them with: npm run docs)', (t) => {
  const pages = pagesWithTables.map((page) => readFileSync(join(root, page), 'utf8'));
  for (const page of pages) t.is(page, withTables(page));
  const all = pages.join('\n');
  t.true(all.includes('| `SESSION_TIMEOUT` |'));
  t.true(all.includes('| `/payment/rest/register.do` | yes |'));
  t.true(all.includes('| `POST /merchants/{login}/verifications` |'));
});

test('the README is short; everything else is in docs/', (t) => {
  t.true(readme.split('\n').length <= 151);
});

test('README.ru.md has the blocks, headings and table rows of README.md, and both link to each other', (t) => {
  const [original = '', russian = ''] = ['README.md', 'README.ru.md'].map((name) =>
    readFileSync(join(root, name), 'utf8'),
  );
  const signs = (text: string, pattern: RegExp) => (text.match(pattern) ?? []).map((one) => one.length);

  t.deepEqual(blocksOf(russian), blocksOf(original));
  for (const pattern of [/^#+(?= )/gm, /^\|(?= )/gm, /^-(?= )/gm])
    t.deepEqual(signs(russian, pattern), signs(original, pattern));
  t.true(linksIn(original).includes('README.ru.md') && linksIn(russian).includes('README.md'));
  t.true(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).files.includes('README.ru.md'));
});

test('README.ru.md links to the files of README.md, in Russian if there is a Russian page', (t) => {
  const known = linksIn(readme).filter((link) => link !== 'README.ru.md');
  const own = linksIn(readFileSync(join(root, 'README.ru.md'), 'utf8')).filter((link) => link !== 'README.md');
  const twinOf = (link: string): string => {
    const twin = link.replace(/^docs\//, 'docs/ru/');
    return existsSync(join(root, twin)) ? twin : link;
  };

  t.deepEqual([...new Set(own)].toSorted(), [...new Set(known.map(twinOf))].toSorted());
});

test('docs/banks.md is what the profiles say (write it with: npm run docs)', async (t) => {
  t.is(readFileSync(join(root, 'docs/banks.md'), 'utf8'), await banksPage(inEnglish));
  t.is(readFileSync(join(root, 'docs/ru/banks.md'), 'utf8'), await banksPage(russianPages.banks));
});

test('docs/contract.md and its Russian twin are what the pact says (write them with: npm run docs)', (t) => {
  for (const { file, current } of contractPages()) t.true(readFileSync(file, 'utf8') === current, file);
});

test('docs/contract.md has every interaction, with the answer that the pact has in its comments', (t) => {
  const [{ current: page } = { current: '' }] = contractPages();
  const { interactions } = readPact(join(root, 'contracts/pacts/shop-gateway.json')) as {
    interactions: readonly { description: string; comments?: { text: readonly string[] } }[];
  };

  t.true(interactions.length > 300);
  for (const { description, comments } of interactions) {
    const [answer = '', source = ''] = comments?.text ?? [];
    t.true(page.includes(`- ${description}: \`${answer}\``), description);
    t.regex(source, /^Source: ./, description);
  }
});

test('every call of the merchant API is in the contract, and refused there with a wrong password if it has a login', (t) => {
  const { interactions } = readPact(join(root, 'contracts/pacts/shop-gateway.json'));
  const descriptionsOf = (address: string) =>
    interactions.flatMap(({ request, description }) => (request?.path === address ? [description] : []));
  const imitated = gatewayEndpoints.filter((endpoint) => endpoint.imitated !== 'no');

  t.deepEqual(
    imitated
      .map((endpoint) => addressOf(endpoint, '/payment'))
      .filter((address) => descriptionsOf(address).length === 0),
    [],
  );
  t.deepEqual(
    imitated
      .filter(({ access }) => access === 'merchant')
      .map((endpoint) => addressOf(endpoint, '/payment'))
      .filter(
        (address) => !descriptionsOf(address).some((description) => description.includes('with a wrong password')),
      ),
    [],
  );
});

test('docs/scenarios.md is what the files say (write it with: npm run docs)', async (t) => {
  t.true(readFileSync(join(root, 'docs/scenarios.md'), 'utf8') === (await scenarioCatalogue(english)));
  t.true(
    readFileSync(join(root, 'docs/ru/scenarios.md'), 'utf8') === (await scenarioCatalogue(russianPages.scenarios)),
  );
});

test('the names and meanings of endpoints in simulator/data are what the endpoints say (write them with: npm run docs)', (t) => {
  t.is(readFileSync(join(root, 'simulator/data/endpoint-names.ts'), 'utf8'), endpointNamesModule());
  t.is(readFileSync(join(root, 'simulator/data/endpoint-meanings.ts'), 'utf8'), endpointMeaningsModule());
});

test('every endpoint that is served or refused has one row in docs/endpoints.md', (t) => {
  const page = readFileSync(join(root, 'docs/endpoints.md'), 'utf8');
  const rows = [...page.matchAll(/^\| `(\/[^`]+)` \| (yes|partly|no) \|/gm)].map(([, address, imitated]) => [
    address,
    imitated,
  ]);
  const served = [...gatewayEndpoints, ...pageCalls, ...cardPageWays];

  t.deepEqual(
    rows.toSorted(),
    served.map((one) => [addressOf(one, bereke.basePath), one.imitated ?? 'yes']).toSorted(),
  );
  t.is(new Set(rows.map(([address]) => address)).size, rows.length);
});

test('an endpoint has an answer unless it is not imitated', (t) => {
  const wrong = [...gatewayEndpoints, ...pageCalls].filter(
    ({ imitated, shape }) => (shape === undefined) !== (imitated === 'no'),
  );

  t.deepEqual(
    wrong.map(({ path }) => path),
    [],
  );
});

const linksIn = (text: string): readonly string[] =>
  [...text.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, link = '']) => link);

for (const language of ['en', 'ru'] as const) {
  test(`the pages of the recipes (${language}) show the files that are run (write them with: npm run docs)`, (t) => {
    const recipes = readdirSync(join(root, 'docs/recipes'), { withFileTypes: true }).filter((one) => one.isDirectory());
    const pages = recipePages(language);

    t.is(pages.length, recipes.length + 1, 'each recipe has a page, and all of them one');
    for (const { file, text, current } of pages) t.is(text, current, file);
    const index = linksIn(pages[0]?.text ?? '');
    t.deepEqual(
      recipes.map(({ name }) => `${name}/README.md`).filter((page) => !index.includes(page)),
      [],
    );
  });
}

test('numbers in the README hold', (t) => {
  t.true(readme.includes(cardForActionCode(116).replace(/(.{4})(?=.)/g, '$1 ')));
  const scenarios = readdirSync(join(root, 'scenarios')).filter((name) => name !== 'scenario.schema.json');
  t.true(readFileSync(join(root, 'CHANGELOG.md'), 'utf8').includes(`${scenarios.length} scenario files`));
});
