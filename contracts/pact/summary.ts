import { appendFileSync } from 'node:fs';
import type { Report } from './report.ts';

const { CONTRACTS_SUMMARY } = process.env;

const add = (line: string): void => {
  if (CONTRACTS_SUMMARY !== undefined) appendFileSync(CONTRACTS_SUMMARY, `${line}\n`);
};

/** Adds the verdict on the honest provider to the summary of the run, with the first complaint if there is one. */
export const summarise = (provider: string, { accepted, interactions, mismatches: [first] }: Report): void =>
  add(
    accepted
      ? `${provider}: ${interactions.length} interactions verified`
      : `${provider} does not keep the contract: ${first?.interaction}: ${first?.path} ${first?.says}`,
  );

/** Adds how many broken providers were rejected to the summary of the run, and the names of the others. */
export const summariseBroken = (providers: string, all: readonly string[], rejected: ReadonlySet<string>): void => {
  add(`${providers} rejected: ${rejected.size} of ${all.length}`);
  for (const name of all) if (!rejected.has(name)) add(`  not rejected, or for another reason: one that ${name}`);
};
