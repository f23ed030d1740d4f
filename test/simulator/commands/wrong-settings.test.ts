import test from 'ava';
import { doubtfulSettings, readConfig } from '../../../simulator/commands/read-config.ts';
import { settings } from '../../../simulator/config.ts';
import { ConfigError } from '../../../simulator/options/config-error.ts';

const mistakesOf = (environment: Readonly<Record<string, string>>): readonly string[] => {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.message.split('\n');
  }
};

test('names all wrong settings at once', (t) => {
  t.deepEqual(
    mistakesOf({
      BANK: 'Bereke',
      SESION_TIMEOUT: '5m',
      STATUS_VERSION: 'newest',
      CALLBACK_TOKENS: 'hunter2',
      CALLBACK_CHECKSUM: 'hmac',
      MERCHANTS: 'hunter2',
    }),
    [
      'SESION_TIMEOUT=5m: no such setting; did you mean SESSION_TIMEOUT, a whole number of seconds from 1 to 999999999?',
      'CALLBACK_TOKENS=***: no such setting; did you mean CALLBACK_TOKEN, a text, or nothing?',
      `BANK=Bereke: expected ${settings.bank.expects}; did you mean bereke?`,
      'STATUS_VERSION=newest: expected a whole number from 0 to 46',
      'MERCHANTS=***: expected login:password pairs, separated by commas, each login once',
      'CALLBACK_CHECKSUM=hmac: expected a CALLBACK_TOKEN to sign with',
    ],
  );
});

/** Variables that only tillbox can be meant with, and the settings that they mean. */
const refused: readonly (readonly [name: string, meant: string])[] = [
  ['SESION_TIMEOUT', 'SESSION_TIMEOUT'],
  ['session_timeout', 'SESSION_TIMEOUT'],
  ['SESSION_TIMEOUT_SECS', 'SESSION_TIMEOUT'],
  ['sessionTimeoutSecs', 'SESSION_TIMEOUT'],
  ['SESSIONTIMEOUT', 'SESSION_TIMEOUT'],
  ['CALLBACK', 'CALLBACK_URL'],
  ['callback', 'CALLBACK_URL'],
  ['CALLBACK_ADDRESS', 'CALLBACK_URL'],
  ['CALLBACK_URI', 'CALLBACK_URL'],
  ['CALLBACKURL', 'CALLBACK_URL'],
  ['CALBACK_URL', 'CALLBACK_URL'],
  ['CALLBACK_HOST', 'CALLBACK_HOSTS'],
  ['SCENARIO', 'SCENARIOS'],
  ['SCENARIOS_DIR', 'SCENARIOS'],
  ['CONTROL-TOKEN', 'CONTROL_TOKEN'],
  ['control_token', 'CONTROL_TOKEN'],
  ['MERCHANT', 'MERCHANTS'],
  ['STOP_GRACE', 'STOP_GRACE_SECS'],
  ['STOP_GRACE_SECONDS', 'STOP_GRACE_SECS'],
  ['SESSION_TIMEOUT_MS', 'SESSION_TIMEOUT'],
  ['SESSION_TIMEOUT_SECONDS', 'SESSION_TIMEOUT'],
  ['JOURNAL_AGE_DAYS', 'JOURNAL_AGE_HOURS'],
  ['STOP_GRACE_MS', 'STOP_GRACE_SECS'],
  ['JOURNAL', 'JOURNAL_SIZE'],
  ['JOURNAL_AGE', 'JOURNAL_AGE_HOURS'],
  ['TILLBOX_PORT', 'PORT'],
  ['TILLBOX-PORT', 'PORT'],
  ['tillbox_bank', 'BANK'],
  ['TILLBOX_LOGLEVEL', 'LOG_LEVEL'],
  ['TILLBOX_CALLBACK', 'CALLBACK_URL'],
];

for (const [name, meant] of refused)
  test(`refuses ${name}, which means ${meant}`, (t) => {
    const [mistake = '', ...others] = mistakesOf({ [name]: '7' });

    t.true(mistake.startsWith(`${name}=`), mistake);
    t.true(mistake.includes(`: no such setting; did you mean ${meant}, `), mistake);
    t.deepEqual(others, []);
    t.deepEqual(doubtfulSettings({ [name]: '7' }), []);
  });

/** Near misses of names that other programs have, too. */
const doubtful: readonly (readonly [name: string, meant: string])[] = [
  ['port', 'PORT'],
  ['PROT', 'PORT'],
  ['host', 'HOST'],
  ['Bank', 'BANK'],
  ['LOGLEVEL', 'LOG_LEVEL'],
  ['log_level', 'LOG_LEVEL'],
  ['LOGFORMAT', 'LOG_FORMAT'],
  ['SHOPPORT', 'SHOP_PORT'],
  ['PUBLIC_URI', 'PUBLIC_URL'],
  ['CORS_ORIGIN', 'CORS_ORIGINS'],
];

for (const [name, meant] of doubtful)
  test(`warns of ${name}, which may mean ${meant}, and starts`, (t) => {
    const [warning = '', ...others] = doubtfulSettings({ [name]: '7' });

    t.true(warning.startsWith(`${name}=7: not a setting; did you mean ${meant}, `), warning);
    t.deepEqual(others, []);
    t.deepEqual(mistakesOf({ [name]: '7' }), []);
  });

test('leaves a near miss alone if the setting itself is set', (t) => {
  for (const [name, meant] of [...refused, ...doubtful]) {
    const value = meant === 'BANK' ? 'dsk' : meant === 'LOG_LEVEL' ? 'info' : 'x';
    const environment = { [name]: '7', [meant]: value };

    t.false(mistakesOf(environment).some((mistake) => mistake.startsWith(`${name}=`)));
    t.deepEqual(doubtfulSettings(environment), []);
  }
});

/** Variables of shells, desktops, build servers, databases and shops. */
const unrelated: readonly string[] = [
  ...['PATH', 'HOME', 'SHELL', 'SHLVL', 'LANG', 'TERM', 'USER', 'LOGNAME', 'PWD', 'OLDPWD', 'EDITOR', 'TZ', '_'],
  ...['HOSTNAME', 'HOSTTYPE', 'OSTYPE', 'MACHTYPE', 'host_alias', 'build_alias', 'SSH_AUTH_SOCK', 'SSH_TTY'],
  ...['SESSION', 'SESSION_MANAGER', 'DESKTOP_SESSION', 'XDG_SESSION_ID', 'SESSION_SECRET', 'DISPLAY', 'COLORTERM'],
  ...['CI', 'CI_PORT', 'CI_HOST', 'CI_SERVER_HOST', 'CI_SERVER_PORT', 'CI_JOB_TOKEN', 'GITHUB_TOKEN', 'GITHUB_ACTIONS'],
  ...['npm_config_port', 'npm_config_host', 'npm_config_store', 'npm_package_name', 'npm_lifecycle_event', 'NODE_ENV'],
  ...['PGHOST', 'PGPORT', 'PGUSER', 'PGPASSWORD', 'DB_HOST', 'DB_PORT', 'REDIS_HOST', 'REDIS_PORT', 'MYSQL_HOST'],
  ...['DATABASE_URL', 'HTTP_PORT', 'WEB_PORT', 'APP_PORT', 'VITE_PORT', 'SMTP_PORT', 'SSH_PORT', 'APP_URL', 'BASE_URL'],
  ...['SHOP_URL', 'SHOP_HOST', 'SHOP_NAME', 'SHOP_ID', 'STORE_ID', 'STORE_NAME', 'STORE_URL', 'BANK_URL', 'BANK_NAME'],
  ...['MERCHANT_ID', 'MERCHANT_KEY', 'MERCHANT_LOGIN', 'MERCHANT_PASSWORD', 'CALLBACK_PATH', 'CALLBACK_PORT'],
  ...[
    'LOG_FILE',
    'LOG_DIR',
    'LOGS',
    'LOGIN',
    'TOKEN',
    'PASSWORD',
    'SECRET',
    'TIMEOUT',
    'PUBLIC',
    'CONTROL',
    'COST',
    'POST',
    'SORT',
    'SHIP',
    'RANK',
  ],
  ...['ProgramFiles(x86)', 'windir', 'HOMEDRIVE', 'OS', 'TEMP', 'LOGONSERVER', 'SystemRoot', 'COMPUTERNAME'],
  ...['TILLBOX_URL', 'TILLBOX_TOKEN', 'TILLBOX_NODE', 'TILLBOX_IMAGE', 'COMPOSE_PROJECT_NAME', 'KUBERNETES_PORT'],
];

test('neither refuses variables of other programs nor warns of them', (t) => {
  t.true(unrelated.length > 50);
  for (const name of unrelated) {
    t.deepEqual(mistakesOf({ [name]: 'x' }), [], name);
    t.deepEqual(doubtfulSettings({ [name]: 'x' }), [], name);
  }
});

test('a variable that differs in case only is the setting itself on Windows', (t) => {
  const environment = { Port: '8081', PORT: '8081' };

  t.is(readConfig(environment).port, 8081);
  t.deepEqual(doubtfulSettings(environment), []);
});

/** Wrong values, and the right ones that were meant. */
const wrongValues: readonly (readonly [variable: string, value: string, meant: string])[] = [
  ['BANK', 'vtb', 'vtb-kz'],
  ['BANK', 'SBER', 'sber'],
  ['SHOP', 'false', 'off'],
  ['SHOP', 'OFF', 'off'],
  ['SANDBOX_PANEL', '1', 'on'],
  ['LOG_LEVEL', 'warning', 'warn'],
  ['LOG_LEVEL', 'DEBUG', 'debug'],
  ['CALLBACK_METHOD', 'post', 'POST'],
  ['CALLBACK_CHECKSUM', 'RSA', 'rsa'],
  ['CALLBACK_OPERATIONS', 'deposited,refund', 'deposited,refunded'],
  ['CALLBACK_URL', 'localhost:3000/callback', 'http://localhost:3000/callback'],
  ['PUBLIC_URL', 'pay.example', 'http://pay.example'],
];

for (const [variable, value, meant] of wrongValues)
  test(`${variable}=${value} asks whether ${meant} was meant`, (t) => {
    const [mistake = ''] = mistakesOf({ [variable]: value });

    t.true(mistake.startsWith(`${variable}=${value}: expected `), mistake);
    t.true(mistake.endsWith(`; did you mean ${meant}?`), mistake);
  });

test('shop and gateway, or gateway and control API, cannot have the same port', (t) => {
  t.deepEqual(mistakesOf({ PORT: '3000' }), [
    'PORT=3000: expected another port than that of the demo store; SHOP_PORT=3001 moves it, SHOP=off leaves it out',
  ]);
  t.deepEqual(mistakesOf({ PORT: '3000', SHOP: 'off' }), []);
  t.deepEqual(mistakesOf({ PORT: '9000', CONTROL_PORT: '9000' }), [
    'CONTROL_PORT=9000: expected another port than PORT; empty, the control API is on the port of the gateway',
  ]);
  t.deepEqual(mistakesOf({ PORT: '0', CONTROL_PORT: '0', SHOP_PORT: '0' }), []);
});

const stores: readonly (readonly [store: string, meant: string])[] = [
  ['mem', 'memory'],
  ['In-Memory', 'memory'],
  ['./till.db', 'sqlite:./till.db'],
  ['/var/lib/till.sqlite3', 'sqlite:/var/lib/till.sqlite3'],
];
for (const [store, meant] of stores)
  test(`STORE=${store} was meant for ${meant}`, (t) => {
    const { message = '' } = t.throws(() => readConfig({ STORE: store })) ?? {};
    t.true(message.endsWith(`; did you mean ${meant}?`), message);
  });
