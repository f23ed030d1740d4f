import { appendFileSync } from 'node:fs';
import type { Bank } from '../../simulator/banks/bank.ts';
import type { Break } from '../../simulator/breaks/break.ts';
import { takenAway } from '../verify/bank-for-shop.ts';
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

/** Adds how many differences a bank has, which its test explains, and what its merchant has otherwise than the bank. */
export const summariseBank = (bank: Bank, interactions: number, differences: number): void => {
  add(`${bank.name}: ${interactions} interactions tried, ${differences} differences of its profile`);
  for (const says of takenAway(bank)) add(`  the shop has ${says}`);
};

/** Adds how many broken providers were rejected to the summary of the run, and the names of the others. */
export const summariseBroken = (providers: string, all: readonly string[], rejected: ReadonlySet<string>): void => {
  add(`${providers} rejected: ${rejected.size} of ${all.length}`);
  for (const name of all) if (!rejected.has(name)) add(`  not rejected, or for another reason: one that ${name}`);
};

type Outcomes = ReadonlyMap<string, { readonly outcome: string; readonly troubles: readonly string[] }>;

/** Adds how many broken gateways were rejected, those that are equivalent, and every survivor with its harm. */
export const summariseBreaks = (all: readonly Break[], chosen: readonly Break[], verdicts: Outcomes): void => {
  const count = (wanted: string): number => [...verdicts.values()].filter(({ outcome }) => outcome === wanted).length;
  const sample = chosen.length < all.length ? `, a sample of ${all.length}` : '';
  const asked = chosen.length - count('equivalent') - count('not tried');
  add(`broken gateways rejected: ${count('rejected')} of ${asked}${sample}; equivalent: ${count('equivalent')}`);
  for (const { id, does, harm, equivalent } of chosen) {
    const { outcome = 'not tried', troubles = [] } = verdicts.get(id) ?? { outcome: 'survived' };
    if (outcome === 'survived') add(`  ${id} survived: a gateway that ${does}. ${harm}`);
    else if (troubles.length > 0) add(`  ${id}, a gateway that ${does}: ${troubles.join('; ')}`);
    else if (outcome === 'equivalent') add(`  ${id} is equivalent: a gateway that ${does}. ${equivalent}`);
  }
};
