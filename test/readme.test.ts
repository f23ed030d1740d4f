import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'ava';
import { pageCalls } from '../simulator/card-page/routes.ts';
import { documentedEndpoints } from '../simulator/data/documented-endpoints.ts';
import { gatewayEndpoints } from '../simulator/gateway/endpoints.ts';
import { cardForActionCode } from '../simulator/issuer/code-range.ts';
import { banksPage } from './helpers/bank-tables.ts';
import { withTables } from './helpers/readme-tables.ts';

const root = join(import.meta.dirname, '..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');

test('the tables of the README are those of the program (write them with: node test/helpers/write-readme.ts)', (t) => {
  t.is(readme, withTables(readme));
  t.true(readme.includes('| `SESSION_TIMEOUT` |'));
  t.true(readme.includes('| `/payment/rest/register.do` | yes |'));
  t.true(readme.includes('| `POST /merchants/{login}/verifications` |'));
});

test('docs/banks.md is what the profiles say', (t) => {
  t.is(readFileSync(join(root, 'docs/banks.md'), 'utf8'), banksPage());
});

test('the README tells the truth about which endpoints are there', (t) => {
  const pages = ['rest/finish3ds.do', 'rest/finish3dsVer2PaymentAnonymous.do', 'acsRedirect.do'];
  const refusing = documentedEndpoints.filter(({ imitated }) => imitated === 'no').map(({ path }) => path);
  const serving = [...gatewayEndpoints, ...pageCalls]
    .map(({ path }) => path)
    .filter((path) => !refusing.includes(path));

  const promised = documentedEndpoints.filter(({ imitated }) => imitated !== 'no').map(({ path }) => path);
  t.deepEqual([...serving, ...pages].sort(), [...promised].sort());
  t.is(new Set(documentedEndpoints.map(({ path }) => path)).size, documentedEndpoints.length);
});

test('every file that the README links to is there', (t) => {
  const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, link = '']) => link);

  t.true(links.length > 5);
  t.deepEqual(
    links.filter((link) => !existsSync(join(root, link))),
    [],
  );
});

test('numbers in the README hold', (t) => {
  t.true(readme.includes(cardForActionCode(116).replace(/(.{4})(?=.)/g, '$1 ')));
  const scenarios = readdirSync(join(root, 'scenarios')).filter((name) => name !== 'scenario.schema.json');
  t.true(readFileSync(join(root, 'CHANGELOG.md'), 'utf8').includes(`${scenarios.length} scenario files`));
});
