import test from 'ava';
import { runProgram } from '../../../simulator/commands/program.ts';
import { doubtfulSettings, readConfig } from '../../../simulator/commands/read-config.ts';
import { settings } from '../../../simulator/config.ts';
import { StoreError } from '../../../simulator/domain/errors/store-error.ts';
import { ConfigError } from '../../../simulator/options/config-error.ts';
import { openStore, type StoreName } from '../../../simulator/store/open-store.ts';

const secret = 'hunter2';

for (const environment of [
  { CONTROL_TOKEN: `${secret} with a space` },
  { MERCHANTS: secret },
  { MERCHANTS: `shop:good,:${secret}` },
  { MERCHANTS: `shop:${secret},other` },
  { STORE: `postgres:tillbox:${secret}@db/tillbox` },
  { STORE: `postgress://tillbox:${secret}@db/tillbox` },
  { STORE: `mysql://tillbox:${secret}@db/tillbox` },
  { STORE: `postgre://db/tillbox?password=${secret}` },
  { STORE: `tillbox:${secret}@db` },
  { STORE: `host=db password=${secret}` },
  { PUBLIC_URL: `https://me:${secret}@shop.example/?a` },
  { PUBLIC_URL: `me:${secret}@shop.example` },
  { CALLBACK_URL: `https://shop.example/?key=${secret}#top` },
  { CALLBACK_URL: `ftp://me:${secret}@shop.example/` },
  { CALLBACK_TOKENS: secret },
  { CALBACK_TOKEN: secret },
  { CALLBACKTOKEN: secret },
  { CALLBACK_TOKE: secret },
  { CONTROL_TOKN: secret },
  { CONTROLTOKEN: secret },
  { CONTROL_TOKEM: secret },
  { MERCHANT: `shop:${secret}` },
  { MERCHNATS: `shop:${secret}` },
]) {
  const [[name, value] = ['', '']] = Object.entries(environment);
  test(`the error about ${name}=${value} does not repeat the secret`, (t) => {
    const { message } = t.throws(() => readConfig(environment), { instanceOf: ConfigError });

    t.false(message.includes(secret), message);
    t.true(message.startsWith(name));
  });
}

for (const name of ['STOR', 'STORES', 'store'])
  test(`the warning of ${name} does not repeat the secret`, (t) => {
    const [warning = ''] = doubtfulSettings({ [name]: `postgres://tillbox:${secret}@db/tillbox` });

    t.regex(warning, new RegExp(`^${name}=\\*\\*\\*: not a setting; did you mean STORE, `));
  });

test('every setting whose name says that it is a secret is treated as one', (t) => {
  for (const { variable, ...row } of Object.values(settings))
    t.is('shown' in row, /TOKEN|MERCHANTS|STORE|SECRET|PASS|KEY/.test(variable), variable);
});

for (const args of [
  ['start', `--token=${secret}`],
  ['start', `--control-token=${secret}`],
  ['start', `CONTROL_TOKEN=${secret}`],
  [`CONTROL_TOKEN=${secret}`],
  [`--callback-token=${secret}`],
  ['pay', 'http://a.example', `--otpp=${secret}`],
  ['demo', 'a', `MERCHANTS=shop:${secret}`],
  ['scenarios', 'list', `STORE=postgres://me:${secret}@db`],
])
  test(`the error about tillbox ${args.join(' ')} does not repeat the secret`, async (t) => {
    let written = '';
    const write = (text: string): void => {
      written += text;
    };

    t.is(await runProgram(args, { out: write, err: write }), 2);
    t.false(written.includes(secret), written);
    t.regex(written, /^error: .*=\*\*\*/);
  });

test('a card number in the arguments is not repeated', async (t) => {
  let written = '';
  const write = (text: string): void => {
    written += text;
  };

  await runProgram(['pay', '4444555511113333'], { out: write, err: write });

  t.regex(written, /444455\*\*3333/);
  t.false(written.includes('4444555511113333'));
});

for (const name of [
  `postgres:tillbox:${secret}@db/tillbox`,
  `mysql://tillbox:${secret}@db/tillbox`,
  `redis:${secret}`,
  secret,
])
  test(`openStore does not repeat the secret of ${name}`, async (t) => {
    const error = await t.throwsAsync(openStore(name as StoreName), { instanceOf: StoreError });

    t.false(error?.message.includes(secret), error?.message);
  });

for (const file of [
  ':memory:',
  ':MEMORY:',
  ' :memory:',
  ':memory:?cache=shared',
  'file::memory:',
  'file:tillbox.db',
  'file:///data/tillbox.db',
  'FILE:tillbox.db',
  'file:tillbox.db?mode=ro',
  '',
])
  test(`sqlite:${file} is no store, and the error says what is one`, async (t) => {
    const wanted =
      /expected memory, sqlite:<path of a file> \(memory instead of :memory:, and the path instead of a file:/;

    t.throws(() => readConfig({ STORE: `sqlite:${file}` }), { instanceOf: ConfigError, message: wanted });
    await t.throwsAsync(openStore(`sqlite:${file}`), { instanceOf: StoreError, message: wanted });
  });

test('a file whose name only resembles those is a store', (t) => {
  for (const file of ['memory', './:memory:', 'files/tillbox.db', '/file:/tillbox.db'])
    t.is(readConfig({ STORE: `sqlite:${file}` }).store, `sqlite:${file}`);
});
