import { join } from 'node:path';
import test from 'ava';
import { folderWith } from '../../helpers/process/folder-with.ts';
import { run } from './run-scenarios.ts';

test('try plays a scenario end to end and says that it ended as expected', async (t) => {
  const { code, out } = await run('try', 'insufficient-funds-then-other-card');

  t.is(code, 0);
  const text = out.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '<id>');
  for (const part of [
    /^insufficient-funds-then-other-card: The first card has no money/,
    /\nThe shop registers an order of 1500000 minor units that asks for the scenario\n {2}orderId <id>\n/,
    /\n {2}GET {2}200 \/payment\/merchants\/payment_en\.html: the payment page: Not enough money on the card\./,
    /\n {2}POST 200 \/acs\S*: the issuer's page\n/,
    /\n {2}and ends back at the shop\n/,
    /\nThe shop receives\n {2}deposited=0\n {2}deposited=1\n/,
    /\nCallbacks\n {2}deposited, status 0, checksum right: delivered\n {2}deposited, status 1, checksum right: delivered\n/,
    /\ngetOrderStatusExtended\.do returns\n {2}orderStatus 2, actionCode 0\n {2}approved 1500000, deposited 1500000, refunded 0, chargeback false\n/,
    /\nTimeline\n {2}\d{4}-\d\d-\d\d \d\d:\d\d:\d\d {2}The shop registered order/,
    / {2}Attempt 2 was approved: 15000\.00 KZT was taken\.\n/,
    /\n {2}Attempt 1 with card \d{6}\*\*\d{4}: not approved\n {4}action code {2}116, insufficient-funds: Insufficient funds/,
    /\n {2}Attempt 2 with card \d{6}\*\*\d{4}: approved\n/,
    /\nAs expected: orderStatus 2, actionCode 0, payer shop\n$/,
  ]) {
    t.regex(text, part);
  }
});

test('try tells what goes wrong besides the attempts', async (t) => {
  const folder = await folderWith(t, {
    'slow-status.yaml': 'about: Slow.\ngateway: [{ on: getOrderStatusExtended, times: 1, do: { delay: 5ms } }]',
  });

  const { code, out } = await run('try', 'slow-status', '--folder', folder);

  t.is(code, 0);
  t.true(out.startsWith('slow-status: Slow.\ngateway: getOrderStatusExtended answers after 5ms, once\n\nThe shop'));
  t.true(out.endsWith('\nThe file has no expectations.\n'));
});

/** The lines of a section of the output. */
const sectionOf = (out: string, title: string): readonly string[] | undefined => {
  const [, section] = out.split(`\n${title}\n`);
  return section
    ?.split('\n\n')[0]
    ?.split('\n')
    .map((line) => line.trim());
};

test('try names the answers that were wrong on purpose, each callback with its delivery, and what was not possible or not reached', async (t) => {
  const folder = await folderWith(t, {
    'trouble.yaml': `about: Trouble.
attempts: [approve, { decline: 116 }]
gateway:
  - { on: register, times: 1, do: { httpStatus: 503 } }
  - { on: page, do: { delay: 5ms } }
  - { on: bindCard, do: malformed }
callbacks:
  - { on: deposited, times: 1, do: wrongChecksum }
  - { on: refunded, times: 1, do: lost }
  - { on: refunded, times: 1, do: { fails: 1, repeat: 2 } }
  - { on: refunded, do: { fails: always } }
  - { on: reversed, do: lost }
later:
  - { after: 1m, do: { refund: 100 } }
  - { after: 2m, do: { refund: 200 } }
  - { after: 3m, do: { refund: 300 } }
  - { after: 4m, do: capture }
  - { after: 5m, since: at-acs, do: expire }
expect: { refunded: 7, callbacks: [deposited, refunded, refunded] }
`,
  });

  const { code, out } = await run('try', 'trouble', '--folder', folder);

  t.is(code, 1);
  t.deepEqual(sectionOf(out, 'Answers that were wrong on purpose'), [
    'POST /payment/rest/register.do: the gateway answers HTTP 503',
    'GET  /payment/merchants/payment_en.html: the gateway answers after 5ms',
  ]);
  t.deepEqual(sectionOf(out, 'Callbacks'), [
    'deposited, status 1, checksum wrong: delivered',
    'refunded, status 1, checksum right: lost, never sent',
    'refunded, status 1, checksum right: delivered 2 times (try 1 failed: ECONNREFUSED)',
    'refunded, status 1, checksum right: given up (try 1 failed: ECONNREFUSED; try 2 failed: ECONNREFUSED; try 3 failed: ECONNREFUSED)',
  ]);
  t.deepEqual(sectionOf(out, 'Not possible'), [
    'Scenario trouble asked for a capture: not possible, the order is not held: it takes the money in one phase.',
    "Scenario trouble asked for an expiry: not possible, the payer did not come to the issuer's page.",
  ]);
  t.deepEqual(sectionOf(out, 'Not reached'), [
    'attempts: the bank declines the card (insufficient funds, 116): attempt 2 was not made, the order was paid with attempt 1',
    'gateway: bindCard answers something that cannot be read: no call of bindCard was left for it',
    'callbacks: reversed is lost: no callback reversed was left for it',
  ]);
  t.true(out.includes('  Scenario trouble: the gateway answers HTTP 503 (/payment/rest/register.do).\n'));
  t.true(
    out.endsWith(
      'NOT AS EXPECTED\n  refunded: expected 7, got 600\n  callbacks[0].checksum: expected right, got wrong\n',
    ),
    out,
  );
});

test('try fails where the gateway answers the shop no more', async (t) => {
  const folder = await folderWith(t, {
    'broken.yaml': 'about: Broken.\ngateway: [{ on: register, do: { malformed: true } }]',
  });

  const { code, out } = await run('try', 'broken', '--folder', folder);

  t.is(code, 1);
  t.true(out.includes('register.do: the gateway answers something that cannot be read\n'));
  t.regex(out, /\nNOT AS EXPECTED\n {2}the shop or the payer stopped with an error: register\.do/);
});

test('try takes a file, and fails where it does not end as the file expects', async (t) => {
  const folder = await folderWith(t, {
    'wrong.yaml': 'attempts: [{ decline: 116 }]\nexpect: { orderStatus: 2, actionCode: 116 }',
    'broken.yaml': 'attempts: 7',
  });

  const wrong = await run('try', join(folder, 'wrong.yaml'));
  t.is(wrong.code, 1);
  t.true(wrong.out.endsWith('NOT AS EXPECTED\n  orderStatus: expected 2, got 0\n'));
  t.deepEqual(await run('try', join(folder, 'broken.yaml')), {
    code: 1,
    out: '',
    err: `${folder}/broken.yaml:1: attempts: expected a list of attempts, got 7\n`,
  });
});
