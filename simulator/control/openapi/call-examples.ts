import { readFileSync } from 'node:fs';
import { bankNamed } from '../../banks/all.ts';
import type { Bank } from '../../banks/bank.ts';
import type { Endpoint } from '../../http/call/endpoint.ts';

/** A request with the documented login, and the gateway's answer to it. */
export interface CallExample {
  readonly request: Readonly<Record<string, unknown>>;
  readonly answer: object;
}

/** The examples of a call, each with the banks that answer so. */
type Recorded = readonly (CallExample & { readonly banks: readonly string[] })[];

/** Written by `npm run docs`: what the gateway answers as each bank. */
export const callExamplesFile = new URL('call-examples.json', import.meta.url);

/** Where the gateway of the examples is. */
const exampleOrigin = 'http://127.0.0.1:8080';

/**
 * Finds the example of a call at a bank; there are none if settings have changed the answers of the bank. Another path
 * changes only the addresses in them.
 */
export const exampleFinder = (bank: Bank): ((call: Endpoint) => CallExample | undefined) => {
  const profile = bankNamed(bank.name);
  if (!profile || !isTheSame(profile, { ...bank, basePath: profile.basePath })) return () => undefined;
  const text = readFileSync(callExamplesFile, 'utf8');
  const moved = text.replaceAll(`${exampleOrigin}${profile.basePath}/`, `${exampleOrigin}${bank.basePath}/`);
  const examples = JSON.parse(moved) as Readonly<Record<string, Recorded>>;
  return ({ path }) => examples[path]?.find(({ banks }) => banks.includes(bank.name));
};

const isTheSame = (one: Bank, other: Bank): boolean =>
  (Object.keys({ ...one, ...other }) as readonly (keyof Bank)[]).every((fact) => one[fact] === other[fact]);
