import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { CannotTry } from '../report/cannot-try.ts';
import { causeOf } from '../report/cause-of.ts';
import type { PactSource } from './pact/pact-source.ts';

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
    else
      sources.push(
        ...filesAt(place).map((file) => ({
          ...readSource(file),
          ...(file !== place && { isOfFolder: true as const }),
        })),
      );
  return sources;
};

/** The file, or the `.json` files of the folder and of those in it. */
const filesAt = (place: string): readonly string[] => {
  const found = statSync(place, { throwIfNoEntry: false });
  if (!found?.isDirectory()) return [place];
  const files = jsonFilesIn(place);
  if (files.length === 0) throw new CannotTry(`${place}: expected a folder of pacts, but it has no .json file`);
  return files;
};

const jsonFilesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const inner = path.join(folder, entry.name);
      if (entry.isDirectory()) return /^(?:\.|node_modules$)/.test(entry.name) ? [] : jsonFilesIn(inner);
      return entry.name.endsWith('.json') ? [inner] : [];
    })
    .sort();

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
    throw new CannotTry(`${name}: expected a pact, but there is no answer (${causeOf(error)})`);
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
  refuseHalves(name, Array.isArray(interactions) ? interactions : []);
  return { name, pact };
};

/** Without a response an interaction would hold whatever the gateway answers. */
const refuseHalves = (name: string, interactions: readonly Readonly<Record<string, unknown>>[]): void => {
  for (const [index, one] of interactions.entries()) {
    if (/message/i.test(String(one['type'] ?? ''))) continue;
    const missing = ['request', 'response'].find((half) => typeof one[half] !== 'object' || !one[half]);
    if (missing !== undefined)
      throw new CannotTry(`${name}: expected a pact, but its interaction ${index + 1} has no ${missing}`);
  }
};

/** Programs of Windows begin a file with a mark of the order of its bytes. */
const parsed = (name: string, text: string): unknown => {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    throw new CannotTry(`${name}: expected a pact, but it ${mistakeIn(text, error as SyntaxError)}`);
  }
};

/** Without the words of the error, which quote the file. */
const mistakeIn = (text: string, { message }: SyntaxError): string => {
  if (text.trim() === '') return 'is empty';
  if (/^\s*<(?:!doctype|html)/i.test(text)) return 'is a page of HTML: this address needs a login, or is another one';
  const [, line, column] = /\(line (\d+) column (\d+)\)/.exec(message) ?? [];
  return line === undefined ? 'is not JSON' : `is not JSON (line ${line}, column ${column})`;
};
