import type { Scenario } from '../../../scenario-engine/scenario.ts';

/** The groups of the gallery, in its order, each with a line about it. */
// biome-ignore format: one line per group
export const groups = [
  { name: 'approved', title: 'Paid', about: 'the bank takes the money, at once or later' },
  { name: 'second-try', title: 'Second try', about: 'the order goes on after a decline' },
  { name: 'declined', title: 'Declines', about: 'the bank says no' },
  { name: '3-d-secure', title: '3-D Secure', about: 'the issuer asks the payer first' },
  { name: 'payer', title: 'The payer', about: 'the bank is fine, the payer does as payers do' },
  { name: 'callbacks', title: 'Callbacks', about: 'the payment is right, the news of it is not' },
  { name: 'faults', title: 'Faults on the way', about: 'a call or a page fails' },
  { name: 'bank', title: 'The bank acts', about: 'later, and nobody at the shop asked for it' },
  { name: 'conditions', title: 'By card or amount', about: 'without being asked for, when their conditions hold' },
] as const;

export type GroupName = (typeof groups)[number]['name'];

/** Whether the scenario has conditions in its file. Those of tillbox count only if their folder is the one that was set. */
export const hasConditions = ({ when, source }: Scenario): boolean =>
  when !== undefined || (typeof source === 'object' && source !== null && 'when' in source);

/** The group of a scenario: what is special about it. */
export const groupOf = (scenario: Scenario): GroupName => {
  const { attempts, callbacks, gateway, later } = scenario;
  if (hasConditions(scenario)) return 'conditions';
  if (attempts.length > 1) return 'second-try';
  if (callbacks.length > 0) return 'callbacks';
  if (hasHabits(scenario)) return 'payer';
  if (later.length > 0) return 'bank';
  if (gateway.length > 0) return 'faults';
  const { route = 'none', verdict } = attempts[0]?.plan ?? {};
  if (route !== 'none') return '3-d-secure';
  return verdict?.kind === 'decline' ? 'declined' : 'approved';
};

const hasHabits = ({ payer }: Scenario): boolean =>
  payer.leavesPage ||
  payer.submitsTwice === true ||
  payer.closesWindow === true ||
  payer.paysAgain === true ||
  payer.opensAfter !== undefined ||
  payer.answersAfter !== undefined;
