import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'ava';
import { type AskGateway, askOverHttp } from '../../../contracts/drift/ask-gateway.ts';
import { bereke } from '../../../simulator/banks/bereke.ts';
import { dsk } from '../../../simulator/banks/dsk.ts';
import { readBankFile } from '../../../simulator/banks/own-bank/read-bank-file.ts';
import { documentedLogin } from '../../../simulator/simulator.ts';
import { playBank, runDrift } from '../../helpers/contracts/drift/drift-command.ts';
import { temporaryFolder } from '../../helpers/process/temporary-folder.ts';

/** The bank, as its test host is after a change that nobody told of. */
const changedBereke = { ...bereke, panMask: 'XXXXXX', errorCodes: {}, formUrl: dsk.formUrl };

test('a saved run reads back as it was, and asks nobody', async (t) => {
  const { options, environment, simulator } = await playBank(t, changedBereke);
  const file = join(temporaryFolder(t), 'answers.json');
  const asked = await runDrift({ ...options, bank: 'bereke', cards: true, save: file }, environment);
  await simulator.stop();
  t.like(JSON.parse(readFileSync(file, 'utf8')), {
    bank: 'bereke',
    host: new URL(simulator.url).host,
    askedOn: '2026-11-30',
  });

  const read = await runDrift({ from: file });

  t.is(asked.code, 1);
  t.is(read.code, 1, read.err);
  t.is(read.out, asked.out.replace(/127\.0\.0\.1:\d+/, 'answers.json'));
  t.deepEqual(read.waits, []);
});

test('a saved run has no card number, no token, no e-mail, no login and no password', async (t) => {
  const { options, environment } = await playBank(t, bereke);
  const file = join(temporaryFolder(t), 'answers.json');

  await runDrift({ ...options, bank: 'bereke', cards: true, save: file }, environment);

  const text = readFileSync(file, 'utf8');
  for (const secret of [documentedLogin.login, documentedLogin.password, '4444555511113333', '@', '"127.0.0.1"'])
    t.false(text.includes(secret), secret);
  t.true(text.includes('444455**3333'));
});

test('a file that would have a secret is not written, and the report comes all the same', async (t) => {
  const { options, environment } = await playBank(t, bereke);
  const file = join(temporaryFolder(t), 'answers.json');
  const talkative: AskGateway = async (call) => {
    const answer = await askOverHttp(call);
    return { ...answer, body: answer.body.replace('Success', `a${documentedLogin.password}z`) };
  };

  const { code, out, err } = await runDrift({ ...options, bank: 'bereke', save: file }, environment, {
    ask: talkative,
  });

  t.is(code, 2);
  t.regex(out, /33 questions compared/);
  t.regex(err, /^error: --save: nothing is written, because the password would be in it\n/);
  t.false(existsSync(file));
});

test('what is accepted is no drift any more, but what is new is, and what is gone is told', async (t) => {
  const folder = temporaryFolder(t);
  const known = join(folder, 'known.json');
  const before = await playBank(t, changedBereke);
  const after = await playBank(t, { ...changedBereke, formUrl: bereke.formUrl, contentType: 'text/plain' });
  await runDrift({ ...before.options, bank: 'bereke', saveAccepted: known }, before.environment);

  const same = await runDrift({ ...before.options, bank: 'bereke', accept: known }, before.environment);
  const changed = await runDrift({ ...after.options, bank: 'bereke', accept: known }, after.environment);

  t.is(same.code, 0);
  t.regex(same.out, /compared, 0 differences\n\nAccepted: 2 differences\.\n/);
  t.is(changed.code, 1);
  t.regex(
    changed.out,
    /compared, 1 difference in 33 situations\n\ncontent type \(changed\)\n {2}bank {5}text text\/plain\n/,
  );
  t.regex(
    changed.out,
    /\nAccepted: 1 difference\.\n\nAccepted, but no longer there:\n {2}changed \$\.formUrl in register: an order; /,
  );
});

test('a file whose folder is not there is refused before anybody is asked', async (t) => {
  for (const option of ['save', 'saveAccepted', 'profile', 'json', 'junit'] as const) {
    const { code, err } = await runDrift({
      [option]: '/no/such/folder/a.json',
      gateway: 'http://127.0.0.1:1/',
      login: 'x',
    });
    t.is(code, 2);
    t.regex(err, /^error: --[\w-]+ \/no\/such\/folder\/a\.json: there is no folder \/no\/such\/folder\n/);
  }
});

test('--fail-on says what counts', async (t) => {
  const { options, environment } = await playBank(t, changedBereke);
  const run = (failOn: string) => runDrift({ ...options, bank: 'bereke', failOn }, environment);

  t.is((await run('changed')).code, 1);
  const removed = await run('removed');
  t.is(removed.code, 0);
  t.regex(removed.out, /^\$\.errorCode \(changed\) \(does not count\)$/m);
  t.regex((await run('chnged')).err, /; did you mean changed\?\n/);
  t.regex((await run('all')).err, /^error: --fail-on all: expected one of removed, changed, any\n/);
});

test('the suggested rows make a bank without these differences', async (t) => {
  const { options, environment } = await playBank(t, changedBereke);
  const file = join(temporaryFolder(t), 'seen.json');

  const { out } = await runDrift({ ...options, bank: 'bereke', profile: file }, environment);
  const again = await runDrift({ ...options, bank: file }, environment);

  t.regex(out, /seen\.json: 2 rows; with them, 0 of 2 differences are left\n$/);
  const { name, formUrl, errorCodes, provenance } = await readBankFile(file);
  t.deepEqual(
    { name, formUrl, errorCode: errorCodes['amount-missing'] },
    { name: 'bereke-seen', formUrl: dsk.formUrl, errorCode: '4' },
  );
  t.is(provenance.formUrl[1], 'client');
  const seen = (fact: 'formUrl' | 'errorCodes') => provenance[fact][3];
  t.deepEqual(seen('errorCodes'), {
    at: '3dsec.berekebank.kz',
    on: '2026-11-30',
    asked: 'register: no amount; register: a refusal in Russian',
  });
  t.regex(seen('formUrl')?.asked ?? '', /^register: an order; register: \S.*; \d more$/);
  t.is(again.code, 0, again.out);
});

test('reports have the differences, too', async (t) => {
  const { options, environment } = await playBank(t, changedBereke);
  const folder = temporaryFolder(t);
  const [json, junit, summary] = [join(folder, 'drift.json'), join(folder, 'drift.xml'), join(folder, 'summary.md')];
  const gitHub = { ...environment, GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: summary };

  const { out } = await runDrift({ ...options, bank: 'bereke', json, junit }, gitHub);

  const report = JSON.parse(readFileSync(json, 'utf8'));
  t.true(report.drifts);
  t.like(report.differences[1], { kind: 'changed', place: '$.errorCode', bank: 'text "4"', tillbox: 'text "12"' });
  t.deepEqual(report.differences[1].questions[0], { id: 'register-no-amount', title: 'register: no amount' });
  t.regex(readFileSync(junit, 'utf8'), /tests="33" failures="6" errors="0" skipped="0"/);
  t.regex(out, /^::error title=drift%3A \$\.errorCode \(changed\)::/m);
  t.regex(readFileSync(summary, 'utf8'), /33 questions compared, 2 differences\./);
});

test('a file that is none is refused with its reason', async (t) => {
  const file = join(temporaryFolder(t), 'answers.json');
  const from = async (text: string) => {
    writeFileSync(file, text);
    const { code, err } = await runDrift({ from: file });
    return `${code} ${err.replace(file, 'F')}`;
  };

  t.is(await from('{'), '2 error: --from F: it is not JSON\n--help shows the usage.\n');
  t.is(await from('{}'), '2 error: --from F: expected a file that --save has written\n--help shows the usage.\n');
  t.is(
    await from('{"kind":"tillbox drift answers","version":1,"bank":"bereke","answers":[{"question":"registr"}]}'),
    '2 error: --from F: there is no question registr; did you mean register?\n--help shows the usage.\n',
  );
});
