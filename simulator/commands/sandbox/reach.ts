import { InvalidArgumentError } from 'commander';
import { GatewayError, SandboxClient, SandboxProblem } from '../../../client/index.ts';
import type { Config } from '../../config.ts';
import { nearest } from '../../text/nearest.ts';
import type { ExitCode, Output } from '../command.ts';
import { defaultLogin, defaultSandbox, readSettings } from '../shop/read-options.ts';
import { NotFound } from './not-found.ts';

/** The options of every command about a running tillbox. */
export interface ReachOptions {
  readonly url?: string;
  readonly token?: string;
  readonly login?: string;
  readonly json?: true;
}

/** A running tillbox, as the options of a command name it. */
export interface Sandbox {
  readonly client: SandboxClient;
  /** Without a slash at the end. */
  readonly url: string;
  /** The merchant of the options, or the documented one. */
  readonly login: string;
}

/**
 * Does the work of a command on the control API of a running tillbox. If that refuses or does not answer, it prints one
 * sentence, and resolves with 1 for an act that is not possible now, else with 2.
 */
export const withSandbox = async (
  options: ReachOptions,
  { err }: Output,
  work: (sandbox: Sandbox) => Promise<ExitCode>,
  typed: Typed = {},
): Promise<ExitCode> => {
  const settings = readSettings();
  const url = httpAddress('--url', options.url ?? addressIn(settings)).replace(/\/+$/, '');
  const token = options.token ?? settings.controlToken;
  const client = new SandboxClient({ url, ...(token && { token }) });
  try {
    return await work({ client, url, login: options.login ?? defaultLogin });
  } catch (error) {
    const sentence = await sentenceOf(error, { client, url, hasToken: token !== '', typed });
    if (sentence === undefined) throw error;
    err(`${sentence}\n`);
    return error instanceof SandboxProblem && error.status === 409 ? 1 : 2;
  }
};

/** The tillbox that starts here with these settings. */
const addressIn = ({ port, controlPort }: Config): string => {
  const own = controlPort || port;
  return own ? `http://localhost:${own}` : defaultSandbox;
};

/** The address; `http://` may be left out. @throws InvalidArgumentError for anything else than http or https */
export const httpAddress = (option: string, given: string): string => {
  const address = /^[a-z][a-z\d+.-]*:\/\//i.test(given) ? given : `http://${given}`;
  if (URL.canParse(address) && /^https?:/i.test(address)) return address;
  throw new InvalidArgumentError(`${option} ${given}: expected an http or https address`);
};

/** What stands in the arguments for a field of the control API: `--since yesterday`. */
type Typed = Readonly<Record<string, string>>;

interface Reached {
  readonly typed: Typed;
  readonly client: SandboxClient;
  readonly url: string;
  readonly hasToken: boolean;
}

/** An error of a call as one sentence; undefined for a bug. */
const sentenceOf = async (error: unknown, reached: Reached): Promise<string | undefined> => {
  if (error instanceof NotFound) return error.message;
  if (error instanceof SandboxProblem) return problemSentence(error, reached);
  // The call, with which the message begins, is not what a person has typed.
  return error instanceof GatewayError ? error.message.replace(/^[A-Z]+ \/\S*: /, '') : undefined;
};

const problemSentence = async (problem: SandboxProblem, { client, url, hasToken, typed }: Reached): Promise<string> => {
  const { type, field, detail } = problem;
  if (type === 'urn:tillbox:problem:token-wrong')
    return hasToken
      ? `the CONTROL_TOKEN of ${url} is another one: give it with --token or the setting CONTROL_TOKEN`
      : `${url} needs its CONTROL_TOKEN: --token or the setting CONTROL_TOKEN`;
  if (type === 'urn:tillbox:problem:forbidden' || type === 'urn:tillbox:problem:misdirected')
    return `${url}: ${detail}`;
  if (type === 'urn:tillbox:problem:not-found')
    return field === 'login' ? `${detail}${await meantLogin(client, detail)}` : detail;
  return field === undefined || field === 'body' ? detail : `${typed[field] ?? field}: ${detail}`;
};

/** How many logins a message names. */
const mostLogins = 5;

const meantLogin = async (client: SandboxClient, detail: string): Promise<string> => {
  const logins = (await client.listMerchants()).map(({ login }) => login);
  const meant = nearest(detail.split(' ').at(-1) ?? '', logins);
  if (meant !== undefined) return `; did you mean ${meant}?`;
  return logins.length > 0 && logins.length <= mostLogins ? `; --login takes ${logins.join(', ')}` : '';
};
