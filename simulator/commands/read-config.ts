import { type GitHubStep, gitHubStepIn } from '../../contracts/report/github-command.ts';
import { type AnySetting, type Config, settingRows } from '../config.ts';
import { ConfigError } from '../options/config-error.ts';
import { hasOwnPrefix, meantSetting, settingNames } from '../options/meant-setting.ts';
import { formatFor, logFormats } from '../runtime/log-line.ts';
import { defaultScenarios, scenariosFolder } from '../scenario-engine/definition/bundled-scenarios.ts';
import { withoutPassword } from '../text/without-password.ts';
import { tlsConflict } from '../tls/tls-conflict.ts';
import type { Say } from './say.ts';

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
  for (const [name, row] of settingRows) {
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
  const meant = row.meant?.(text);
  const wrongPart = row.wrongPart?.(text);
  return `${variable}=${shown(text)}: expected ${expects}${wrongPart ? `; ${wrongPart}` : ''}${meant ? `; did you mean ${shown(meant)}?` : ''}`;
};

/** Values that are right on their own. One that is wrong itself is undefined here. */
const conflictsIn = (config: Partial<Config>): readonly string[] => {
  const { callbackChecksum, callbackToken, port, controlPort, shop, shopPort, tls, tlsPort } = config;
  const { tlsCert = '', tlsKey = '' } = config;
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
  if (tls && tlsPort && [port, controlPort, shop && shopPort].includes(tlsPort))
    mistakes.push(`TLS_PORT=${tlsPort}: expected another port than PORT, CONTROL_PORT and SHOP_PORT`);
  const conflict = tlsConflict({ tls: tls ?? true, tlsCert, tlsKey });
  if (conflict !== undefined) mistakes.push(conflict);
  return mistakes;
};

/** Callbacks go to the demo shop if they have no other address and carry a checksum. */
export const shopGetsCallbacks = ({ callbackUrl, callbackChecksum }: Config): boolean =>
  callbackUrl === '' && callbackChecksum !== 'none';

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
  const names = settingRows.map(([option, { variable }]) => settingNames(variable, option));
  const variables = new Map(settingRows.map(([, row]) => [row.variable, row]));
  return Object.entries(environment).flatMap(([name, value = '']) => {
    const variable = variables.has(name) ? undefined : meantSetting(name, names);
    const meant = variable === undefined ? undefined : variables.get(variable);
    if (!meant || environment[meant.variable] !== undefined || !isWanted(name, meant)) return [];
    const shown = meant.shown || secretName.test(name) ? '***' : withoutPassword(value);
    return [{ name, meant, shown }];
  });
};

const secretName = /token|secret|password|key/i;

/** The languages in which the program speaks to people. */
export type TerminalLanguage = 'en' | 'ru';

/**
 * The language of the terminal. Source: POSIX, "Environment Variables": the first of these that is not empty counts. They
 * are no settings of tillbox: nearly every machine has them, with values of its own, and none of them is wrong.
 */
export const terminalLanguage = (environment: Environment = process.env): TerminalLanguage => {
  const { LC_ALL, LC_MESSAGES, LANG } = environment;
  return /^ru(?:[_.@-]|$)/i.test(LC_ALL || LC_MESSAGES || LANG || '') ? 'ru' : 'en';
};

/** The language of a start: English if its log is JSON, because programs read that output. */
export const startLanguage = (environment: Environment = process.env): TerminalLanguage => {
  const format = logFormats.find((one) => one === environment['LOG_FORMAT']) ?? formatFor('stdout');
  return format === 'json' ? 'en' : terminalLanguage(environment);
};

/** Loads the words of a language, which an English terminal never needs. */
export const sayIn = async (language: TerminalLanguage): Promise<Say> =>
  language === 'ru' ? (await import('./russian/speak.ts')).inRussianWords : (english) => english;

/** The command by which tillbox was started: npm tells its scripts their names. */
export const startCommand = (environment: Environment = process.env): string => {
  const script = environment['npm_lifecycle_event'];
  if (script === 'npx') return 'npx tillbox';
  return script === undefined ? 'tillbox' : `npm ${script === 'start' ? script : `run ${script}`}`;
};

/** The step of GitHub Actions that this is; undefined elsewhere. */
export const gitHubStep = (environment: Environment = process.env): GitHubStep | undefined => gitHubStepIn(environment);

/** Whether a window of a browser can be shown: elsewhere than on a desktop of Linux or BSD, there is always a screen. */
export const hasScreen = (environment: Environment = process.env, platform = process.platform): boolean =>
  platform === 'darwin' || platform === 'win32' || Boolean(environment['DISPLAY'] || environment['WAYLAND_DISPLAY']);

/** The folder of a command about scenarios: the given one, that of the setting, or that by default. */
export const scenariosFor = (given: string | undefined, environment: Environment = process.env): string =>
  given ?? scenariosFolder(environment['SCENARIOS'] || defaultScenarios);

/** The bank that the settings name. */
export const namedBank = (environment: Environment = process.env): string => readConfig(environment).bank;
