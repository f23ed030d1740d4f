import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { CannotTry } from '../report/cannot-try.ts';
import type { PactSource } from './pact-source.ts';

/** The way in to addresses of pacts. */
export interface UrlAccess {
  /** The headers of a request to this address. */
  readonly headersFor: (url: URL) => Readonly<Record<string, string>>;
  readonly timeoutMs: number;
}

/** Reads the pacts of files, folders and addresses, in their order. @throws CannotTry that names the one that is none */
export const readSources = async (places: readonly string[], access: UrlAccess): Promise<readonly PactSource[]> => {
  const sources: PactSource[] = [];
  for (const place of places)
    if (/^https?:\/\//i.test(place)) sources.push(await fetchSource(place, access));
    else sources.push(...filesAt(place).map((file) => readSource(file)));
  return sources;
};

/** The file, or the `.json` files of the folder. */
const filesAt = (place: string): readonly string[] => {
  const found = statSync(place, { throwIfNoEntry: false });
  if (!found?.isDirectory()) return [place];
  const files = readdirSync(place, { withFileTypes: true })
    .filter((entry) => !entry.isDirectory() && entry.name.endsWith('.json'))
    .map(({ name }) => path.join(place, name))
    .sort();
  if (files.length === 0) throw new CannotTry(`${place}: expected a folder of pacts, but it has no .json file`);
  return files;
};

const readSource = (file: string): PactSource => {
  try {
    return sourceOf(file, readFileSync(file, 'utf8'));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new CannotTry(`${file}: expected a pact file, but it cannot be read (${code})`);
  }
};

const fetchSource = async (place: string, { headersFor, timeoutMs }: UrlAccess): Promise<PactSource> => {
  const url = addressOf(place);
  const name = shownUrl(url);
  const headers = { accept: 'application/hal+json, application/json', ...headersFor(url), ...ownCredentials(url) };
  // fetch takes no address with a password.
  url.username = '';
  url.password = '';
  const answer = await fetch(url, { headers, signal: AbortSignal.timeout(timeoutMs) }).catch((error: Error) => {
    const { code, message } = (error.cause ?? error) as NodeJS.ErrnoException;
    throw new CannotTry(`${name}: expected a pact, but there is no answer (${code ?? message})`);
  });
  if (!answer.ok) throw new CannotTry(`${name}: expected a pact, but it answers HTTP ${answer.status}`);
  return sourceOf(name, await answer.text());
};

const addressOf = (place: string): URL => {
  if (!URL.canParse(place)) throw new CannotTry(`${place}: expected the address of a pact`);
  return new URL(place);
};

const ownCredentials = ({ username, password }: URL): Readonly<Record<string, string>> => {
  if (username === '') return {};
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { authorization: `Basic ${Buffer.from(pair).toString('base64')}` };
};

/** An address without its password. */
const shownUrl = (url: URL): string => {
  const shown = new URL(url);
  shown.username = '';
  shown.password = '';
  return shown.href;
};

const sourceOf = (name: string, text: string): PactSource => {
  const pact = parsed(name, text);
  const { interactions, messages } = (pact ?? {}) as Readonly<Record<string, unknown>>;
  if (!Array.isArray(interactions) && !Array.isArray(messages))
    throw new CannotTry(`${name}: expected a pact, but it has no interactions`);
  const stranger = (Array.isArray(interactions) ? interactions : []).findIndex(
    (one) => typeof one !== 'object' || !one,
  );
  if (stranger >= 0) throw new CannotTry(`${name}: expected a pact, but its interaction ${stranger + 1} is no object`);
  return { name, pact };
};

const parsed = (name: string, text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw new CannotTry(`${name}: expected a pact, but it is not JSON`);
  }
};
