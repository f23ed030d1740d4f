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

/** Finds the example of a call at a bank; there are none if settings have changed the answers of the bank. */
export const exampleFinder = (bank: Bank): ((call: Endpoint) => CallExample | undefined) => {
  if (bankNamed(bank.name) !== bank) return () => undefined;
  const examples = JSON.parse(readFileSync(callExamplesFile, 'utf8')) as Readonly<Record<string, Recorded>>;
  return ({ path }) => examples[path]?.find(({ banks }) => banks.includes(bank.name));
};
