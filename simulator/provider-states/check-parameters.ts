import { StateNotReached } from '../domain/errors/state-not-reached.ts';
import { nearest } from '../text/nearest.ts';
import type { ProviderState, StateParameters } from './provider-state.ts';

/** Names of other places for a parameter. */
const elsewhere: Readonly<Record<string, string>> = { amountMinor: 'amount', refundAmount: 'part', mdOrder: 'orderId' };

/** Parameters that are numbers, and what they have to be. */
const numbers: Readonly<Record<string, { readonly expects: string; readonly fits: RegExp }>> = {
  amount: { expects: 'a whole number of minor units, such as 1500', fits: /^\d{1,12}$/ },
  part: { expects: 'a whole number of minor units from 1, such as 500', fits: /^[1-9]\d{0,11}$/ },
  actionCode: { expects: 'an action code, such as 116', fits: /^-?\d{1,9}$/ },
};

/**
 * Refuses parameters that the state would silently do without because they are misspelt, and numbers that are none. Others
 * stay: those of an order may be any field of register.do, and verifiers add their own. @throws StateNotReached
 */
export const checkParameters = ({ takes }: ProviderState, parameters: StateParameters): void => {
  for (const [name, value] of Object.entries(parameters)) {
    if (!takes.includes(name)) refuseMisspelt(name, takes);
    else if (value !== undefined && !(numbers[name]?.fits.test(String(value)) ?? true))
      throw new StateNotReached(`${name}: expected ${numbers[name]?.expects}, got ${JSON.stringify(value)}`);
  }
};

const refuseMisspelt = (name: string, takes: readonly string[]): void => {
  const other = elsewhere[name];
  const meant = other !== undefined && takes.includes(other) ? other : nearest(name, takes);
  if (meant !== undefined) throw new StateNotReached(`${name}: unknown parameter; did you mean ${meant}?`);
};
