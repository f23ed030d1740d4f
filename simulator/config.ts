import { banks } from './banks/all.ts';
import { type CallbackParameter, isCallbackParameter } from './data/callback-parameters.ts';
import { newestStatusVersion } from './data/status-fields.ts';
import { type CallbackChecksum, type CallbackOperation, callbackOperations } from './domain/callback.ts';
import { nearest } from './domain/nearest.ts';
import { withoutPassword } from './domain/without-password.ts';
import type { StoreName } from './store/open-store.ts';

/** A wrong setting. The message begins with its name and value and says what was expected. */
export class ConfigError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ConfigError';
  }
}

export interface Login {
  readonly login: string;
  readonly password: string;
}

export type LogLevel = 'silent' | 'error' | 'warn' | 'info' | 'debug';

interface Setting<T> {
  readonly variable: string;
  readonly default: string;
  readonly expects: string;
  readonly meaning: string;
  /** Undefined: the value is not acceptable. */
  readonly read: (value: string) => T | undefined;
}

const whole =
  (from: number, to: number) =>
  (value: string): number | undefined => {
    const number = /^\d{1,10}$/.test(value) ? Number(value) : Number.NaN;
    return number >= from && number <= to ? number : undefined;
  };

const oneOf =
  <T extends string>(...words: readonly T[]) =>
  (value: string): T | undefined =>
    words.find((word) => word === value);

const onOff = (value: string): boolean | undefined => (value === 'on' ? true : value === 'off' ? false : undefined);

const anyText = (value: string): string | undefined => (value === '' ? undefined : value);

const storeName = (value: string): StoreName | undefined =>
  /^(?:memory$|sqlite:.|postgres(?:ql)?:\/\/.)/s.test(value) ? (value as StoreName) : undefined;

/** Every word of a list; undefined where one of them is none of these. */
const listOf =
  <T extends string>(isWord: (word: string) => word is T) =>
  (value: string): readonly T[] | undefined => {
    const words = value.split(',').flatMap((word) => word.trim() || []);
    return words.every(isWord) ? words : undefined;
  };

const isOperation = (word: string): word is CallbackOperation => callbackOperations.some((name) => name === word);

const isHost = (word: string): word is string => /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/i.test(word);

const webAddress = (value: string): string | undefined =>
  value === '' || /^https?:\/\/[^\s/?#]+(\/[^\s?#]*)?$/.test(value) ? value.replace(/\/+$/, '') : undefined;

const logins = (value: string): readonly Login[] | undefined => {
  const parsed = value.split(',').map((entry) => {
    const [login = '', ...password] = entry.trim().split(':');
    return { login, password: password.join(':') };
  });
  return parsed.every(({ login, password }) => login !== '' && (login === '*' || password !== '')) ? parsed : undefined;
};

const portRange = 'a whole number from 0 to 65535 (0: any free port)';

/** Every setting: what `--help` and the README print, and what the start checks. */
export const settings = {
  port: {
    variable: 'PORT',
    default: '8080',
    expects: portRange,
    meaning: 'Port of the gateway.',
    read: whole(0, 65535),
  },
  host: {
    variable: 'HOST',
    default: '127.0.0.1',
    expects: 'an address of this machine',
    meaning: 'Address to listen at; 0.0.0.0 in the container image.',
    read: anyText,
  },
  publicUrl: {
    variable: 'PUBLIC_URL',
    default: '',
    expects: 'an address that begins with http:// or https://, or nothing',
    meaning: 'What `formUrl` and every link start with. Empty: built from each request.',
    read: webAddress,
  },
  bank: {
    variable: 'BANK',
    default: 'bereke',
    expects: `one of ${banks.map((bank) => bank.name).join(', ')}`,
    meaning: 'Whose gateway to imitate.',
    read: oneOf(...banks.map((bank) => bank.name)),
  },
  statusVersion: {
    variable: 'STATUS_VERSION',
    default: '0',
    expects: `a whole number from 0 to ${newestStatusVersion}`,
    meaning: 'Version of getOrderStatusExtended.do, which says what fields it has. 0: as at the bank.',
    read: whole(0, newestStatusVersion),
  },
  errorCodeStyle: {
    variable: 'ERROR_CODE_STYLE',
    default: '',
    expects: 'text, number, or nothing',
    meaning:
      'How `errorCode` stands in answers of deposit.do, reverse.do, refund.do and decline.do that went well. Empty: as at the bank.',
    read: oneOf<'text' | 'number' | ''>('', 'text', 'number'),
  },
  merchants: {
    variable: 'MERCHANTS',
    default: 'test_user:test_user_password',
    expects: 'login:password pairs, separated by commas',
    meaning: 'Who may call the gateway. `*` lets in any login with any password, each as a merchant of its own.',
    read: logins,
  },
  merchantName: {
    variable: 'MERCHANT_NAME',
    default: 'Demo Store',
    expects: 'a text',
    meaning: 'Name of the shop on the card page.',
    read: anyText,
  },
  callbackUrl: {
    variable: 'CALLBACK_URL',
    default: '',
    expects: 'an address that begins with http:// or https://, or nothing',
    meaning: 'Where callbacks go; an order with a `dynamicCallbackUrl` has its own.',
    read: (value) => (webAddress(value) === undefined ? undefined : value),
  },
  callbackMethod: {
    variable: 'CALLBACK_METHOD',
    default: 'GET',
    expects: 'GET or POST',
    meaning: 'How callbacks are sent.',
    read: oneOf('GET', 'POST'),
  },
  callbackToken: {
    variable: 'CALLBACK_TOKEN',
    default: '',
    expects: 'a text, or nothing',
    meaning: 'Key of the HMAC checksum of callbacks, or in base64 of the JWT.',
    read: (value) => value,
  },
  callbackChecksum: {
    variable: 'CALLBACK_CHECKSUM',
    default: '',
    expects: 'none, hmac, rsa, jwt, or nothing',
    meaning:
      'How callbacks prove where they come from; `rsa` needs no token. Empty: `hmac` where there is a token, else `none`.',
    read: oneOf<CallbackChecksum | ''>('', 'none', 'hmac', 'rsa', 'jwt'),
  },
  callbackOperations: {
    variable: 'CALLBACK_OPERATIONS',
    default: '',
    expects: `names out of ${callbackOperations.join(', ')}, separated by commas, or nothing`,
    meaning: 'What merchants are told of. Empty: everything.',
    read: listOf<CallbackOperation>(isOperation),
  },
  callbackParameters: {
    variable: 'CALLBACK_PARAMETERS',
    default: '',
    expects: 'names of documented callback parameters (not those of card-to-card transfers), separated by commas',
    meaning:
      'Further parameters of callbacks, such as `amount,maskedPan`. Each goes with the operations that carry it.',
    read: listOf<CallbackParameter>(isCallbackParameter),
  },
  callbackHosts: {
    variable: 'CALLBACK_HOSTS',
    default: '',
    expects: 'names or addresses, each with or without a port, separated by commas, or nothing',
    meaning:
      'Where callbacks may go, such as `shop.example,127.0.0.1:3000` (the latter is the demo store); one to another host is given up at once. Empty: anywhere.',
    read: listOf<string>(isHost),
  },
  scenarios: {
    variable: 'SCENARIOS',
    default: './scenarios',
    expects: 'a folder',
    meaning: 'Folder of the scenario files, which are read again when they change.',
    read: anyText,
  },
  store: {
    variable: 'STORE',
    default: 'memory',
    expects: 'memory, sqlite:<file> or postgres://<address>',
    meaning:
      'Where orders and all that belongs to them are kept: `memory`, gone with the process; `sqlite:<file>`, which lasts; or `postgres://user:password@host:port/database`.',
    read: storeName,
  },
  controlToken: {
    variable: 'CONTROL_TOKEN',
    default: '',
    expects: 'a text without spaces, or nothing',
    meaning:
      'What each call of the control API has to send in `Authorization: Bearer`. Empty: nothing, at an address that only this machine reaches.',
    read: (value) => (/\s/.test(value) ? undefined : value),
  },
  controlPort: {
    variable: 'CONTROL_PORT',
    default: '',
    expects: 'a whole number from 0 to 65535 (0: any free port), or nothing',
    meaning: 'Port of its own for the control API, which then answers there only. Empty: on the port of the gateway.',
    read: (value): number | '' | undefined => (value === '' ? '' : whole(0, 65535)(value)),
  },
  journalSize: {
    variable: 'JOURNAL_SIZE',
    default: '0',
    expects: 'a whole number from 0 to 1000000',
    meaning:
      'How many requests the journal keeps, of all merchants together, without card numbers and secrets; 0: there is no journal. `GET /sandbox/merchants/{login}/journal` shows it.',
    read: whole(0, 1_000_000),
  },
  journalAgeHours: {
    variable: 'JOURNAL_AGE_HOURS',
    default: '168',
    expects: 'a whole number of hours from 0 to 87600',
    meaning:
      "How long the journal keeps a request: a week by default, in real time, however far a merchant's clock is moved; 0: as long as there is room.",
    read: whole(0, 87_600),
  },
  sessionTimeoutSecs: {
    variable: 'SESSION_TIMEOUT',
    default: '1200',
    expects: 'a whole number of seconds from 1 to 999999999',
    meaning: 'Seconds an order can be paid, where the order does not say.',
    read: whole(1, 999_999_999),
  },
  paymentAttempts: {
    variable: 'PAYMENT_ATTEMPTS',
    default: '3',
    expects: 'a whole number from 1 to 99',
    meaning: 'How many cards the payer may try on one order.',
    read: whole(1, 99),
  },
  sandboxPanel: {
    variable: 'SANDBOX_PANEL',
    default: 'on',
    expects: 'on or off',
    meaning: 'Panel with test cards and outcomes on the card page.',
    read: onOff,
  },
  shop: { variable: 'SHOP', default: 'on', expects: 'on or off', meaning: 'Demo store.', read: onOff },
  shopPort: {
    variable: 'SHOP_PORT',
    default: '3000',
    expects: portRange,
    meaning: 'Port of the demo store.',
    read: whole(0, 65535),
  },
  stopGraceSecs: {
    variable: 'STOP_GRACE_SECS',
    default: '5',
    expects: 'a whole number of seconds from 0 to 300',
    meaning:
      'How long requests and callbacks that are on their way may take to end after SIGTERM or Ctrl+C; without any it stops at once.',
    read: whole(0, 300),
  },
  logLevel: {
    variable: 'LOG_LEVEL',
    default: 'warn',
    expects: 'silent, error, warn, info or debug',
    meaning: 'How much is logged; `info` is one line per request.',
    read: oneOf<LogLevel>('silent', 'error', 'warn', 'info', 'debug'),
  },
} as const satisfies Record<string, Setting<unknown>>;

type Settings = typeof settings;

export type Config = { readonly [Name in keyof Settings]: NonNullable<ReturnType<Settings[Name]['read']>> };

/** Reads the settings from the environment; an unknown variable that looks like a misspelt one is refused too. */
export const readConfig = (environment: Readonly<Record<string, string | undefined>> = process.env): Config => {
  refuseMisspelt(environment);
  const entries = Object.entries(settings).map(([name, setting]) => [name, readSetting(setting, environment)]);
  const config = Object.fromEntries(entries) as Config;
  refuseTokenless(config);
  return config;
};

const refuseTokenless = ({ callbackChecksum, callbackToken }: Config): void => {
  if (callbackToken === '' && (callbackChecksum === 'hmac' || callbackChecksum === 'jwt'))
    throw new ConfigError(`CALLBACK_CHECKSUM=${callbackChecksum}: expected a CALLBACK_TOKEN to sign with`);
};

const readSetting = (setting: Setting<unknown>, environment: Readonly<Record<string, string | undefined>>): unknown => {
  const value = environment[setting.variable] ?? setting.default;
  const result = setting.read(value);
  if (result === undefined)
    throw new ConfigError(`${setting.variable}=${withoutPassword(value)}: expected ${setting.expects}`);
  return result;
};

const refuseMisspelt = (environment: Readonly<Record<string, string | undefined>>): void => {
  const known = Object.values(settings).map(({ variable }) => variable as string);
  for (const name of Object.keys(environment)) {
    if (known.includes(name)) continue;
    const meant = nearest(name, known);
    if (meant)
      throw new ConfigError(
        `${name}=${withoutPassword(environment[name] ?? '')}: no such setting; did you mean ${meant}?`,
      );
  }
};

/** The settings as lines for a terminal. */
export const settingsHelp = (): string =>
  Object.values(settings)
    .map(
      ({ variable, default: fallback, meaning }) =>
        `  ${variable.padEnd(21)}${meaning} Default: ${fallback || 'empty'}.`,
    )
    .join('\n');

/** The settings as the README's table. */
export const settingsTable = (): string =>
  [
    '| variable | default | meaning |',
    '| --- | --- | --- |',
    ...Object.values(settings).map(
      ({ variable, default: fallback, expects, meaning }) =>
        `| \`${variable}\` | ${fallback ? `\`${fallback}\`` : 'empty'} | ${meaning} Expects ${expects}. |`,
    ),
  ].join('\n');
