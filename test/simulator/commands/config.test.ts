import test from 'ava';
import type { Bank } from '../../../simulator/banks/bank.ts';
import { readConfig } from '../../../simulator/commands/read-config.ts';
import { optionsOf, settings, withDefaults } from '../../../simulator/config.ts';
import { ConfigError } from '../../../simulator/options/config-error.ts';
import { simulatorFor } from '../../helpers/simulator/simulator.ts';

test('has a default for every setting', (t) => {
  t.like(readConfig({}), {
    port: 8080,
    host: '127.0.0.1',
    publicUrl: '',
    bank: 'bereke',
    scenarios: './scenarios',
    store: 'memory',
    journalSize: 1000,
    journalAgeMs: 168 * 3_600_000,
    sessionTimeoutSecs: 1200,
    sandboxPanel: true,
    shop: true,
    shopPort: 3000,
    logLevel: '',
    logFormat: '',
    merchants: [{ login: 'test_user', password: 'test_user_password' }],
  });
});

test('reads every setting from its variable', (t) => {
  const config = readConfig({
    PORT: '0',
    PUBLIC_URL: 'https://pay.example/till/',
    MERCHANTS: 'one-api:p:1, two-api:p2',
    SHOP: 'off',
    PAYMENT_ATTEMPTS: '1',
    JOURNAL_AGE_HOURS: '0',
    PATH: '/bin',
  });

  t.like(config, {
    port: 0,
    publicUrl: 'https://pay.example/till',
    shop: false,
    paymentAttempts: 1,
    journalAgeMs: 0,
  });
  t.deepEqual(config.merchants, [
    { login: 'one-api', password: 'p:1' },
    { login: 'two-api', password: 'p2' },
  ]);
});

const wrong = [
  { PORT: 'eighty' },
  { PORT: '65536' },
  { PORT: '' },
  { PUBLIC_URL: 'pay.example' },
  { BANK: 'berek' },
  { STORE: 'redis' },
  { STORE: 'sqlite:' },
  { SESSION_TIMEOUT: '0' },
  { JOURNAL_AGE_HOURS: '87601' },
  { JOURNAL_AGE_HOURS: '7d' },
  { PAYMENT_ATTEMPTS: '-1' },
  { SHOP: 'yes' },
  { LOG_LEVEL: 'loud' },
  { MERCHANTS: 'login-without-password' },
  { MERCHANTS: 'shop:p1,other:p,shop:p2' },
  { MERCHANTS: 'shop:p1,secret, other:p' },
  { MERCHANTS: 'shop:p1,:secret' },
  { CALLBACK_CHECKSUM: 'md5' },
  { CALLBACK_OPERATIONS: 'deposited,paid' },
  { CALLBACK_PARAMETERS: 'amount,recipientData' },
] as const;
const meantWords: Readonly<Record<string, string>> = {
  berek: 'bereke',
  yes: 'on',
  'pay.example': 'http://pay.example',
};
const wrongParts: Readonly<Record<string, string>> = {
  'shop:p1,other:p,shop:p2': '; the login shop stands twice',
  'shop:p1,secret, other:p': '; pair 2 of 3 has no password',
  'shop:p1,:secret': '; pair 2 of 2 has no login',
};
for (const environment of wrong) {
  const [[variable, value] = ['', '']] = Object.entries(environment);
  test(`refuses ${variable}=${value} with name, value and what was expected`, (t) => {
    const error = t.throws(() => readConfig(environment), { instanceOf: ConfigError });

    const { expects } = Object.values(settings).find((setting) => setting.variable === variable) ?? { expects: '?' };
    const [message = '', meant] = error.message.split('; did you mean ');
    t.is(
      message,
      `${variable}=${variable === 'MERCHANTS' ? '***' : value}: expected ${expects}${wrongParts[value] ?? ''}`,
    );
    t.is(meant, meantWords[value] && `${meantWords[value]}?`);
  });
}

test('reads how callbacks are proved and what they say', (t) => {
  const config = readConfig({
    CALLBACK_CHECKSUM: 'rsa',
    CALLBACK_OPERATIONS: 'deposited, reversed',
    CALLBACK_PARAMETERS: 'amount,maskedPan,',
  });

  t.like(config, { callbackChecksum: 'rsa', callbackOperations: ['deposited', 'reversed'] });
  t.deepEqual(config.callbackParameters, ['amount', 'maskedPan']);
  t.like(readConfig({}), { callbackChecksum: '', callbackOperations: [], callbackParameters: [] });
});

test('refuses a proof that needs a token where there is none', (t) => {
  for (const CALLBACK_CHECKSUM of ['hmac', 'jwt']) {
    t.throws(() => readConfig({ CALLBACK_CHECKSUM }), {
      instanceOf: ConfigError,
      message: `CALLBACK_CHECKSUM=${CALLBACK_CHECKSUM}: expected a CALLBACK_TOKEN to sign with`,
    });
    t.notThrows(() => readConfig({ CALLBACK_CHECKSUM, CALLBACK_TOKEN: 'c2VjcmV0' }));
  }
});

test('a start without variables gives startSimulator only what its own defaults are not', (t) => {
  const { scenarios, ...options } = optionsOf(readConfig({}));

  t.regex(String(scenarios), /scenarios/);
  t.deepEqual(options, {
    port: 8080,
    loginTries: 60,
    journalAgeMs: 168 * 3_600_000,
    journalSize: 1000,
    stopGraceMs: 5_000,
    tlsPort: 8443,
    callbacks: {},
  });
});

test('CALLBACK_URL may have a query, as modules of shops have their address there', async (t) => {
  const urls = [
    'https://shop.example/?wc-api=rbspayment&action=callback',
    'https://shop.example/index.php?route=extension/payment/rbspayment/callback',
    'http://shop.example?callback=1',
  ];
  for (const url of urls) {
    t.is(readConfig({ CALLBACK_URL: url }).callbackUrl, url);
    await t.notThrowsAsync(simulatorFor(t, { callbacks: { url } }));
  }
  for (const url of ['https://shop.example/?a b', 'ftp://shop.example/?a'])
    t.throws(() => readConfig({ CALLBACK_URL: url }), { message: /^CALLBACK_URL=/ });
});

test('variables become options of startSimulator, and those that mean "as by default" are left out', (t) => {
  const options = optionsOf(
    readConfig({
      BANK: 'dsk',
      STATUS_VERSION: '19',
      ERROR_CODE_STYLE: 'number',
      MERCHANT_NAME: 'Tea and Books',
      CALLBACK_URL: 'http://127.0.0.1:9/told',
      CALLBACK_METHOD: 'POST',
      CALLBACK_OPERATIONS: 'deposited',
      CALLBACK_HOSTS: '127.0.0.1',
      JOURNAL_AGE_HOURS: '0',
      CONTROL_PORT: '0',
      STOP_GRACE_SECS: '0',
      SANDBOX_PANEL: 'off',
    }),
  );

  t.like(options, {
    statusVersion: 19,
    errorCodeStyle: 'number',
    merchantName: 'Tea and Books',
    callbackHosts: ['127.0.0.1'],
    controlPort: 0,
    stopGraceMs: 0,
    sandboxPanel: false,
  });
  t.is((options.bank as Bank).name, 'dsk');
  t.deepEqual(options.callbacks, { url: 'http://127.0.0.1:9/told', method: 'POST', operations: ['deposited'] });
  t.false('journalAgeMs' in options);
  t.false('controlToken' in options);
});

test('startSimulator has the defaults of the settings, or its own where a row says so', (t) => {
  t.like(withDefaults({ paymentAttempts: 1 }), {
    port: 0,
    host: '127.0.0.1',
    merchantName: 'Demo Store',
    merchants: [{ login: 'test_user', password: 'test_user_password' }],
    scenarios: [],
    sessionTimeoutSecs: 1200,
    paymentAttempts: 1,
    sandboxPanel: true,
    journalSize: 0,
    journalAgeMs: undefined,
    controlPort: undefined,
    statusVersion: undefined,
    stopGraceMs: 500,
    logLevel: 'silent',
    logFormat: undefined,
  });
});
