import { readFileSync } from 'node:fs';
import path from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { ownSentence, pactV2, pactV4, paidStatus, wrongRefund } from '../../test/helpers/contracts/sample-pacts.ts';
import { pactFile, runVerify } from '../../test/helpers/contracts/verify-command.ts';
import { temporaryFolder } from '../../test/helpers/process/temporary-folder.ts';

/** Names that every report has to escape. */
const oddName = 'a <b> & "c" | d\u0007 ::e, 100%';

const mixed = [paidStatus, { ...wrongRefund, description: oddName }, ownSentence];

const pending = {
  description: 'not yet',
  pending: true,
  request: { method: 'GET', path: '/payment/x' },
  response: { status: 200 },
};

/** The elements of a document, opened and closed in their order. @throws Error if it is not well formed */
const elementsOf = (xml: string): readonly { readonly name: string; readonly attributes: Record<string, string> }[] => {
  const open: string[] = [];
  const found: { name: string; attributes: Record<string, string> }[] = [];
  const rest = xml
    .replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/, '')
    .replaceAll(/<(\/?)(\w+)((?: \w+="[^"<]*")*)(\/?)>/g, (_, close, name, attributes, empty) => {
      if (close) {
        if (open.pop() !== name) throw new Error(`</${name}> closes another`);
        return '';
      }
      if (!empty) open.push(name);
      const pairs = [...attributes.matchAll(/(\w+)="([^"]*)"/g)].map(([, key, value]) => [key, plain(value)]);
      found.push({ name, attributes: Object.fromEntries(pairs) });
      return '';
    });
  if (open.length > 0 || /[<>]/.test(rest)) throw new Error(`not well formed: ${rest}`);
  if (/&(?!(?:amp|lt|gt|quot|#\d+);)/.test(xml)) throw new Error('an entity is not escaped');
  return found;
};

const plain = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

const reportsOf = async (t: ExecutionContext, pacts: readonly object[], options = {}) => {
  const folder = temporaryFolder(t);
  const [json, junit] = [path.join(folder, 'r.json'), path.join(folder, 'r.xml')];
  const files = pacts.map((pact, index) => pactFile(t, pact, `${index}.json`));
  const ran = await runVerify(files, { json, junit, ...options });
  return { ...ran, json: JSON.parse(readFileSync(json, 'utf8')), junit: readFileSync(junit, 'utf8') };
};

test('JUnit: a suite for each pact and bank, a case for each interaction', async (t) => {
  const { code, junit } = await reportsOf(t, [pactV2(mixed), pactV4([pending])]);

  t.is(code, 1);
  const elements = elementsOf(junit);
  t.deepEqual(
    elements.map(({ name }) => name),
    [
      'testsuites',
      'testsuite',
      'testcase',
      'testcase',
      'failure',
      'testcase',
      'skipped',
      'testsuite',
      'testcase',
      'skipped',
    ],
  );
  t.like(elements[0]?.attributes, { tests: '4', failures: '1', errors: '0', skipped: '2' });
  t.regex(elements[1]?.attributes['name'] ?? '', /0\.json \(ruby-shop\) at bereke$/);
  t.like(elements[3]?.attributes, { name: oddName.replace('\u0007', '\ufffd'), classname: 'ruby-shop at bereke' });
  t.regex(elements[4]?.attributes['message'] ?? '', /^\$\.errorCode: Expected '0'/);
  t.regex(elements[6]?.attributes['message'] ?? '', /^not tried: no state is called/);
  t.regex(elements[9]?.attributes['message'] ?? '', /^pending: status: expected 200 but was 404/);
});

test('JUnit: a suite for each bank', async (t) => {
  const { junit } = await reportsOf(t, [pactV2([paidStatus])], { allBanks: true });

  const suites = elementsOf(junit).filter(({ name }) => name === 'testsuite');
  t.true(suites.length > 5);
  t.is(new Set(suites.map(({ attributes }) => attributes['name'])).size, suites.length);
});

test("JSON: the fields of Pact's own report, the bank, and what was not tried", async (t) => {
  const { json } = await reportsOf(t, [pactV2(mixed), pactV4([pending])]);

  t.is(json.result, false);
  t.deepEqual(json.notices, []);
  t.deepEqual(
    json.interactionResults.map(({ description, result, pending: isPending, bank }: Record<string, unknown>) => [
      description,
      result,
      isPending,
      bank,
    ]),
    [
      [paidStatus.description, 'OK', false, 'bereke'],
      [oddName, 'Error', false, 'bereke'],
      ['not yet', 'Error', true, 'bereke'],
    ],
  );
  t.like(json.interactionResults[1], {
    consumer: 'ruby-shop',
    provider: 'gateway',
    providerStates: ['an order paid in one phase exists'],
    mismatch: {
      type: 'mismatches',
      mismatches: { 0: { type: 'BodyMismatch', path: '$.errorCode', expected: '"77"', actual: '"0"' } },
    },
  });
  t.is(json.errors.length, 1);
  t.is(
    json.errors[0].interaction,
    `Verifying a pact between ruby-shop and gateway Given an order paid in one phase exists - ${oddName}`,
  );
  t.like(json.pendingErrors, { length: 1, 0: { mismatch: { type: 'mismatches' } } });
  t.like(json.notTried, {
    length: 1,
    0: { description: ownSentence.description, bank: 'bereke' },
  });
  t.regex(json.notTried[0].reason, /^no state is called "order 1001 has been paid"/);
  t.true(json.output.some((line: string) => line.startsWith('  holds ')));
});

test('JSON: a state that was not reached is an error with its reason', async (t) => {
  const declined = {
    description: 'a declined order',
    providerStates: [{ name: 'an order declined for good exists', params: { actionCode: 0 } }],
    request: { method: 'GET', path: '/payment/x' },
    response: { status: 200 },
  };

  const { json } = await reportsOf(t, [pactV4([declined])]);

  t.is(json.errors[0].mismatch.type, 'error');
  t.regex(json.errors[0].mismatch.message, /was not reached: the gateway does not decline an order/);
});

test('a report that cannot be written is refused by its option', async (t) => {
  const file = pactFile(t, pactV2([paidStatus]));

  for (const option of ['json', 'junit']) {
    const folder = temporaryFolder(t);
    const { code, err } = await runVerify([file], { [option]: folder });
    t.is(code, 2);
    t.is(err, `error: --${option} ${folder}: it cannot be written (EISDIR)\n--help shows the usage.\n`);
  }
});
