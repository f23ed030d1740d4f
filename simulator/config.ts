import { isDeepStrictEqual } from 'node:util';
import { bankName, bankNamed, banks } from './banks/all.ts';
import type { Bank } from './banks/bank.ts';
import { isCallbackParameter } from './data/callback-parameters.ts';
import { newestStatusVersion } from './data/status-fields.ts';
import {
  type CallbackOperation,
  type CallbackSettings,
  callbackChecksums,
  callbackOperations,
  defaultCallbackSettings,
} from './domain/callback.ts';
import {
  anyObject,
  type Check,
  type Checks,
  listOf as listCheck,
  textLike as textCheck,
  textOr,
  thing,
  wholeNumber,
} from './domain/check-options.ts';
import { ConfigError } from './domain/config-error.ts';
import { hasOwnPrefix, meantSetting } from './domain/meant-setting.ts';
import { documentedLogin, type MerchantOptions } from './domain/merchant.ts';
import {
  durationIn,
  listOf,
  logins,
  oneOf,
  onOff,
  orNothing,
  portNumber,
  type Reader,
  textLike,
  webAddress,
  webOrigin,
  whole,
} from './domain/read-setting.ts';
import { shownStore, withoutPassword } from './domain/without-password.ts';
import { type LogLevel, logFormats, logLevels } from './runtime/log-line.ts';
import { defaultScenarios, scenariosFolder } from './scenario-engine/definition/bundled-scenarios.ts';
import type { Scenario } from './scenario-engine/scenario.ts';
import { expectedStore, readStoreName, type StoreName } from './store/open-store.ts';

/** A setting that only the environment has. */
interface Setting<Value> extends Omit<Reader<Value>, 'option'> {
  readonly variable: string;
  /** The heading under which the documentation lists it. */
  readonly group: string;
  /** As text, like a value of the environment. */
  readonly default: string;
  readonly meaning: string;
  /** Of a setting that holds a secret: what an error may show of a wrong value. */
  readonly shown?: (text: string) => string;
  /** Whether other programs have such a variable, too: one with a similar name does not prevent a start. */
  readonly isCommon?: true;
}

/** A setting that is also an option of `startSimulator`, under the name of the row. */
interface OptionSetting<Value, Option, Given> extends Setting<Value> {
  /** The values that a program may give. */
  readonly option: Check<Given>;
  /** The option for a value; the value itself by default. */
  readonly toOption?: (value: Value) => Option;
  /** The default of the option, if it is another than that of the environment. */
  readonly inProcess?: Option;
  /** A text that is given as an option is read like one of the environment. */
  readonly readsText?: true;
  readonly isOption: true;
}

/** A setting that is a field of the option `callbacks`. */
interface CallbackSetting<Value> extends Setting<Value> {
  readonly callback: keyof CallbackSettings;
}

const setting = <Value>(group: string, row: Omit<Setting<Value>, 'group'>): Setting<Value> => ({ group, ...row });

const option = <Value, Option = Value, Given = Exclude<Option, undefined>>(
  group: string,
  row: Omit<OptionSetting<Value, Option, Given>, 'group' | 'isOption'>,
): OptionSetting<Value, Option, Given> => ({ group, isOption: true, ...row });

const callback = <Value>(
  field: keyof CallbackSettings,
  row: Omit<Setting<Value>, 'group'>,
): CallbackSetting<Value> => ({
  group: 'Callbacks',
  callback: field,
  ...row,
});

const unlessEmpty = <Value>(value: Value | ''): Value | undefined => (value === '' ? undefined : value);

const unlessZero = (value: number): number | undefined => (value === 0 ? undefined : value);

/** Shows nothing of a secret. */
const hiddenSecret = (): string => '***';

const isOperation = (word: string): word is CallbackOperation => callbackOperations.some((name) => name === word);

const isHost = (word: string): word is string => /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/i.test(word);

const isHostName = (word: string): word is string => /^[\w.-]+$/.test(word);

const isOrigin = (word: string): word is string => /^[a-z][a-z\d+.-]*:\/\/[^\s/?#]+$/i.test(word);

const storeName: Omit<Reader<StoreName>, 'option'> = { expects: expectedStore, read: readStoreName };

/**
 * Every setting, one row each: the source of the options of `startSimulator` and their defaults, of the environment
 * variables, `--help` and the table of the documentation. Comments are about the option only.
 */
export const settings = {
  port: option('Gateway', {
    variable: 'PORT',
    isCommon: true,
    default: '8080',
    inProcess: 0,
    meaning: 'Port of the gateway.',
    ...portNumber,
  }),
  host: option('Gateway', {
    variable: 'HOST',
    isCommon: true,
    default: '127.0.0.1',
    meaning: 'Address to listen at; 0.0.0.0 in the container image.',
    ...textLike('an address of this machine', /./s),
  }),
  publicUrl: option('Gateway', {
    variable: 'PUBLIC_URL',
    isCommon: true,
    default: '',
    meaning: 'What `formUrl` and every link start with. Empty: built from each request.',
    ...orNothing(webOrigin),
    readsText: true,
  }),
  hosts: option('Gateway', {
    variable: 'HOSTS',
    isCommon: true,
    default: '',
    meaning:
      'The names under which the gateway answers, such as `bank.test`, beside `localhost`, `*.localhost` and every IP address. Empty: none else on an address that only this machine reaches if there is no `PUBLIC_URL`, else any.',
    ...listOf('names without a port', isHostName),
  }),
  corsOrigins: option('Gateway', {
    variable: 'CORS_ORIGINS',
    isCommon: true,
    default: '',
    meaning:
      'Whose pages may use the merchant API, the portal and the control API from a browser, such as `http://localhost:5173`. Empty: only the pages of the gateway.',
    ...listOf('origins, each with its scheme and without a path', isOrigin),
  }),
  bank: option('Gateway', {
    variable: 'BANK',
    isCommon: true,
    default: 'bereke',
    meaning: 'Whose gateway to imitate.',
    ...oneOf(...banks.map(({ name }) => name)),
    toOption: (name) => bankNamed(name) as Bank,
    option: textOr(bankName, thing<Bank>('a bank of `banks`', 'basePath')),
    readsText: true,
  }),
  statusVersion: option('Gateway', {
    variable: 'STATUS_VERSION',
    default: '0',
    meaning: 'Version of getOrderStatusExtended.do, which says what fields it has. 0: as at the bank.',
    ...whole(0, newestStatusVersion),
    toOption: unlessZero,
    option: wholeNumber(1, newestStatusVersion),
  }),
  errorCodeStyle: option('Gateway', {
    variable: 'ERROR_CODE_STYLE',
    default: '',
    meaning:
      'How `errorCode` stands in answers of deposit.do, reverse.do, refund.do and decline.do that went well. Empty: as at the bank.',
    ...orNothing(oneOf('text', 'number')),
    toOption: unlessEmpty,
    option: oneOf('text', 'number').option,
  }),
  /** Each may have settings of its own. */
  merchants: option('Merchants', {
    variable: 'MERCHANTS',
    default: `${documentedLogin.login}:${documentedLogin.password}`,
    meaning: 'Who may call the gateway. `*` lets in any login with any password, each as a merchant of its own.',
    ...logins,
    shown: hiddenSecret,
    toOption: (all): readonly MerchantOptions[] => all,
    // `startSimulator` looks into them.
    option: listCheck(anyObject<MerchantOptions>(), 'a list of objects with login and password'),
  }),
  merchantName: option('Merchants', {
    variable: 'MERCHANT_NAME',
    isCommon: true,
    default: 'Demo Store',
    meaning: 'Name of the shop on the card page.',
    ...textLike('a text', /./s),
  }),
  loginTries: option('Merchants', {
    variable: 'LOGIN_TRIES',
    default: '60',
    inProcess: 0,
    meaning:
      'How many wrong passwords for a login, or wrong control tokens, may come from one address in a minute; the right one is refused, too, for the rest of it. 0: any number.',
    ...whole(0, 1_000_000),
  }),
  callbackUrl: callback('url', {
    variable: 'CALLBACK_URL',
    default: '',
    meaning: 'Where callbacks go; an order with a `dynamicCallbackUrl` has its own.',
    ...orNothing(webAddress),
  }),
  callbackMethod: callback('method', {
    variable: 'CALLBACK_METHOD',
    default: defaultCallbackSettings.method,
    meaning: 'How callbacks are sent.',
    ...oneOf('GET', 'POST'),
  }),
  callbackToken: callback('token', {
    variable: 'CALLBACK_TOKEN',
    default: '',
    meaning: 'Key of the HMAC checksum of callbacks, or in base64 of the JWT.',
    ...orNothing(textLike('a text', /./s)),
    shown: hiddenSecret,
  }),
  callbackChecksum: callback('checksum', {
    variable: 'CALLBACK_CHECKSUM',
    default: '',
    meaning:
      'How callbacks prove where they come from; `rsa` needs no token. Empty: `hmac` if there is a token, else `none`.',
    ...orNothing(oneOf(...callbackChecksums)),
  }),
  callbackOperations: callback('operations', {
    variable: 'CALLBACK_OPERATIONS',
    default: '',
    meaning: 'What merchants are told of. Empty: everything.',
    ...listOf(`names out of ${callbackOperations.join(', ')}`, isOperation, callbackOperations),
  }),
  callbackParameters: callback('parameters', {
    variable: 'CALLBACK_PARAMETERS',
    default: '',
    meaning:
      'Further parameters of callbacks, such as `amount,maskedPan`. Each goes with the operations that carry it.',
    ...listOf('names of documented callback parameters (not those of card-to-card transfers)', isCallbackParameter),
  }),
  callbackHosts: option('Callbacks', {
    variable: 'CALLBACK_HOSTS',
    default: '',
    meaning:
      'Where callbacks may go, such as `shop.example,127.0.0.1:3000` (the latter is the demo store); one to another host is given up at once. Empty: anywhere but link-local and metadata addresses, and never to the gateway itself.',
    ...listOf('names or addresses, each with or without a port', isHost),
  }),
  /** A folder of scenario files, or the scenarios themselves; those that come with tillbox are known by their names anyway. */
  scenarios: option<string, string | readonly Scenario[]>('Payments', {
    variable: 'SCENARIOS',
    default: defaultScenarios,
    inProcess: [],
    meaning:
      'Folder of your scenario files, which are read again when they change. The scenarios that come with tillbox are known by their names beside them; they apply by their conditions only if the default folder does not exist.',
    ...textLike('a folder', /./s),
    toOption: scenariosFolder,
    option: textOr(
      textLike('a folder', /./s).option,
      listCheck(thing<Scenario>('a scenario', 'attempts'), 'a list of scenarios, as `parseScenario` reads them'),
    ),
  }),
  sessionTimeoutSecs: option('Payments', {
    variable: 'SESSION_TIMEOUT',
    default: '1200',
    meaning: 'Seconds an order can be paid, if the order does not say.',
    ...whole(1, 999_999_999, 'seconds'),
  }),
  paymentAttempts: option('Payments', {
    variable: 'PAYMENT_ATTEMPTS',
    default: '3',
    meaning: 'How many cards the payer may try on one order.',
    ...whole(1, 99),
  }),
  sandboxPanel: option('Payments', {
    variable: 'SANDBOX_PANEL',
    default: 'on',
    meaning: 'Panel with test cards and outcomes on the card page.',
    ...onOff,
  }),
  store: setting('Data', {
    variable: 'STORE',
    isCommon: true,
    default: 'memory',
    meaning:
      'Where orders and all that belongs to them are kept: `memory`, gone with the process; `sqlite:<file>`, which lasts; or `postgres://user:password@host:port/database`.',
    ...storeName,
    shown: shownStore,
  }),
  journalSize: option('Data', {
    variable: 'JOURNAL_SIZE',
    default: '1000',
    inProcess: 0,
    meaning:
      'How many requests the journal keeps, of all merchants together, without card numbers and secrets; 0: there is no journal. `GET /sandbox/merchants/{login}/journal` shows it.',
    ...whole(0, 1_000_000),
  }),
  /** Milliseconds of `clock`. */
  journalAgeMs: option('Data', {
    variable: 'JOURNAL_AGE_HOURS',
    default: '168',
    inProcess: undefined,
    meaning:
      "How long the journal keeps a request: a week by default, in real time, however far a merchant's clock is moved; 0: as long as there is room.",
    ...durationIn('hours', 3_600_000, 87_600),
    toOption: unlessZero,
  }),
  controlToken: option('Control API', {
    variable: 'CONTROL_TOKEN',
    default: '',
    meaning:
      'What each call of the control API has to send in `Authorization: Bearer`. Empty: nothing, at an address that only this machine reaches.',
    ...orNothing(textLike('a text without spaces', /^\S*$/)),
    shown: hiddenSecret,
    toOption: unlessEmpty,
    option: textCheck('a text without spaces', /^\S+$/, { isSecret: true }),
  }),
  controlPort: option('Control API', {
    variable: 'CONTROL_PORT',
    default: '',
    meaning: 'Port of its own for the control API, which then answers there only. Empty: on the port of the gateway.',
    ...orNothing(portNumber),
    toOption: unlessEmpty<number>,
    option: portNumber.option,
  }),
  shop: setting('Demo store', {
    variable: 'SHOP',
    isCommon: true,
    default: 'on',
    meaning: 'Demo store.',
    ...onOff,
  }),
  shopPort: setting('Demo store', {
    variable: 'SHOP_PORT',
    isCommon: true,
    default: '3000',
    meaning: 'Port of the demo store.',
    ...portNumber,
  }),
  /** Milliseconds. */
  stopGraceMs: option('Process', {
    variable: 'STOP_GRACE_SECS',
    default: '5',
    inProcess: 500,
    meaning:
      'How long requests and callbacks that are on their way may take to end after SIGTERM or Ctrl+C; without any it stops at once.',
    ...durationIn('seconds', 1_000, 300),
  }),
  logLevel: option<LogLevel | '', LogLevel | undefined>('Process', {
    variable: 'LOG_LEVEL',
    isCommon: true,
    default: '',
    inProcess: 'silent',
    meaning:
      'How much is logged. `warn`: bugs, hints about calls that cannot work, callbacks given up; `info`: also each step of an order and each try of a callback; `debug`: also each request. Empty: `info` as text, `warn` as JSON.',
    ...orNothing(oneOf(...logLevels)),
    toOption: unlessEmpty,
    option: oneOf(...logLevels).option,
  }),
  logFormat: option('Process', {
    variable: 'LOG_FORMAT',
    isCommon: true,
    default: '',
    meaning:
      'Form of the log, which goes to standard output, in process to standard error: `text` for people, or `json`, one object per line. Empty: `text` on a terminal, else `json`.',
    ...orNothing(oneOf(...logFormats)),
    toOption: unlessEmpty,
    option: oneOf(...logFormats).option,
  }),
} as const;

type Rows = typeof settings;

/** The settings as the environment gives them. */
export type Config = { readonly [Name in keyof Rows]: Rows[Name] extends Setting<infer Value> ? Value : never };

type OptionRows = Pick<
  Rows,
  { [Name in keyof Rows]: Rows[Name] extends { isOption: true } ? Name : never }[keyof Rows]
>;

type OptionOf<Row> = Row extends OptionSetting<infer _, infer Option, infer __> ? Option : never;

type GivenOf<Row> = Row extends OptionSetting<infer _, infer __, infer Given> ? Given : never;

/** The options of `startSimulator` that are settings too. */
export type SettingOptions = { readonly [Name in keyof OptionRows]?: GivenOf<OptionRows[Name]> };

/** The same options with their defaults. */
export type SettingValues = { readonly [Name in keyof OptionRows]: OptionOf<OptionRows[Name]> };

type AnySetting = Setting<unknown> &
  Partial<Omit<OptionSetting<unknown, unknown, unknown>, keyof Setting<unknown>>> &
  Partial<Pick<CallbackSetting<unknown>, 'callback'>>;

const rows = Object.entries(settings as unknown as Readonly<Record<string, AnySetting>>);

/** The checks of these options. */
export const optionChecks = Object.fromEntries(
  rows.filter(([, row]) => row.isOption).map(([name, { option }]) => [name, option]),
) as unknown as Checks<SettingOptions>;

const optionFor = ({ toOption }: AnySetting, value: unknown): unknown => (toOption ? toOption(value) : value);

const defaultOption = (row: AnySetting): unknown =>
  'inProcess' in row ? row.inProcess : optionFor(row, row.read(row.default));

const optionGiven = (row: AnySetting, given: unknown): unknown =>
  row.readsText && typeof given === 'string' ? optionFor(row, row.read(given)) : given;

/** Fills in the defaults of the options that are left out. */
export const withDefaults = (options: SettingOptions): SettingValues => {
  const given: Readonly<Record<string, unknown>> = options;
  const values = rows
    .filter(([, row]) => row.isOption)
    .map(([name, row]) => [name, optionGiven(row, given[name]) ?? defaultOption(row)]);
  return Object.fromEntries(values) as SettingValues;
};

/** The options that the environment asks for. A default that the option has as well is left out, so that merchants in a store keep what they have. */
export const optionsOf = (config: Config): SettingOptions & { readonly callbacks: Partial<CallbackSettings> } => {
  const values: Readonly<Record<string, unknown>> = config;
  const asked = rows.filter(
    ([name, row]) => 'inProcess' in row || !isDeepStrictEqual(values[name], row.read(row.default)),
  );
  const options = asked.flatMap(([name, row]) => (row.isOption ? [[name, optionFor(row, values[name])]] : []));
  const callbacks = asked.flatMap(([name, row]) => (row.callback ? [[row.callback, values[name]]] : []));
  return {
    ...Object.fromEntries(options.filter(([, value]) => value !== undefined)),
    callbacks: Object.fromEntries(callbacks),
  };
};

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the settings from the environment. @throws ConfigError with a line for each mistake: a wrong value, or a variable
 * that can only be meant for a setting but is none.
 */
export const readConfig = (environment: Environment = process.env): Config => {
  const mistakes = nearMisses(environment, isSurelyMeant).map(
    ({ name, meant, shown }) => `${name}=${shown}: no such setting; did you mean ${meant.variable}, ${meant.expects}?`,
  );
  const values: Record<string, unknown> = {};
  for (const [name, row] of rows) {
    const text = environment[row.variable] ?? row.default;
    values[name] = row.read(text);
    if (values[name] === undefined) mistakes.push(wrongValue(row, text));
  }
  const config = values as Config;
  mistakes.push(...conflictsIn(config));
  if (mistakes.length > 0) throw new ConfigError(mistakes.join('\n'));
  return config;
};

const wrongValue = (row: AnySetting, text: string): string => {
  const { variable, expects, shown = withoutPassword } = row;
  const meant = row.shown ? undefined : row.meant?.(text);
  return `${variable}=${shown(text)}: expected ${expects}${meant ? `; did you mean ${shown(meant)}?` : ''}`;
};

/** Values that are right on their own. One that is wrong itself is undefined here. */
const conflictsIn = (config: Partial<Config>): readonly string[] => {
  const { callbackChecksum, callbackToken, port, controlPort, shop, shopPort } = config;
  const mistakes: string[] = [];
  if (callbackToken === '' && (callbackChecksum === 'hmac' || callbackChecksum === 'jwt'))
    mistakes.push(`CALLBACK_CHECKSUM=${callbackChecksum}: expected a CALLBACK_TOKEN to sign with`);
  if (port && port === controlPort)
    mistakes.push(
      `CONTROL_PORT=${port}: expected another port than PORT; empty, the control API is on the port of the gateway`,
    );
  if (port && port === shopPort && shop)
    mistakes.push(
      `PORT=${port}: expected another port than that of the demo store; SHOP_PORT=${port + 1} moves it, SHOP=off leaves it out`,
    );
  return mistakes;
};

/** A sentence for each variable that may be a misspelt setting, or belong to another program. */
export const doubtfulSettings = (environment: Environment = process.env): readonly string[] =>
  nearMisses(environment, (name, row) => !isSurelyMeant(name, row)).map(
    ({ name, meant, shown }) => `${name}=${shown}: not a setting; did you mean ${meant.variable}, ${meant.expects}?`,
  );

interface NearMiss {
  readonly name: string;
  readonly meant: AnySetting;
  /** Its value, without secrets. */
  readonly shown: string;
}

const isSurelyMeant = (name: string, meant: AnySetting): boolean => hasOwnPrefix(name) || !meant.isCommon;

/** Unknown variables whose names resemble that of a setting that is not set. */
const nearMisses = (
  environment: Environment,
  isWanted: (name: string, meant: AnySetting) => boolean,
): readonly NearMiss[] => {
  const names = rows.map(([option, { variable }]) => ({ variable, option }));
  const variables = new Map(rows.map(([, row]) => [row.variable, row]));
  return Object.entries(environment).flatMap(([name, value = '']) => {
    const variable = variables.has(name) ? undefined : meantSetting(name, names);
    const meant = variable === undefined ? undefined : variables.get(variable);
    if (!meant || environment[meant.variable] !== undefined || !isWanted(name, meant)) return [];
    const shown = meant.shown || secretName.test(name) ? '***' : withoutPassword(value);
    return [{ name, meant, shown }];
  });
};

const secretName = /token|secret|password|key/i;

/** The command by which tillbox was started: npm tells its scripts their names. */
export const startCommand = (environment: Environment = process.env): string => {
  const script = environment['npm_lifecycle_event'];
  if (script === 'npx') return 'npx tillbox';
  return script === undefined ? 'tillbox' : `npm ${script === 'start' ? script : `run ${script}`}`;
};

/** The settings by their groups, as rows with their names. */
export const settingGroups = (): readonly (readonly [group: string, members: typeof rows])[] =>
  [...new Set(rows.map(([, { group }]) => group))].map((name) => [
    name,
    rows.filter(([, { group }]) => group === name),
  ]);
