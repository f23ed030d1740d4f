import {
  type ActionCode,
  type ActionCodeGroup,
  actionCodeNamed,
  actionCodeRow,
  actionCodes,
} from '../../data/action-codes.ts';
import { panelLabel } from '../../data/panel-labels.ts';
import type { Language } from '../../domain/orders/order.ts';
import type { PlannedAttempt, Scenario } from '../scenario.ts';
import { type AttemptEntry, readAttempt } from '../steps/attempt-steps.ts';

/** Outcomes with a name of their own, without a scenario file. */
// biome-ignore format: one line per row
const plainOutcomes: readonly { readonly name: string; readonly label: string; readonly entry: AttemptEntry }[] = [
  { name: 'approve', label: 'Approve', entry: { approve: true } },
  { name: 'frictionless', label: '3-D Secure without a challenge', entry: { frictionless: true } },
  { name: 'attempt', label: '3-D Secure attempt', entry: { attempt: true } },
  { name: 'challenge', label: 'Challenge: as the payer answers', entry: { challenge: 'payer' } },
  { name: 'challenge-passed', label: 'Challenge: passed', entry: { challenge: 'passed' } },
  { name: 'challenge-failed', label: 'Challenge: failed', entry: { challenge: 'failed' } },
  { name: 'challenge-cancelled', label: 'Challenge: cancelled', entry: { challenge: 'cancelled' } },
  { name: 'challenge-timed-out', label: 'Challenge: timed out', entry: { challenge: 'timed-out' } },
  { name: 'challenge-abandoned', label: 'Challenge: the payer never comes back', entry: { challenge: 'abandoned' } },
  { name: 'three-ds-unavailable', label: '3-D Secure cannot be reached', entry: { challenge: 'unavailable' } },
  { name: 'soft-decline', label: 'Soft decline: the bank wants 3-D Secure', entry: { softDecline: true } },
];

export const outcomeWords = plainOutcomes.map(({ name, label }) => ({ value: name, label }));

export const actionCodeGroupTitles: Readonly<Record<Exclude<ActionCodeGroup, 'approved'>, string>> = {
  'issuer-decline': 'Declined by the issuer',
  'card-data': 'Declined: card data',
  limits: 'Declined: limits',
  fraud: 'Declined: fraud',
  '3ds': 'Declined: 3-D Secure',
  'merchant-config': 'Declined: set-up of the merchant',
  technical: 'Declined: technical fault',
  state: 'Declined: state of the payment',
  unknown: 'Declined: reason unknown',
};

/** The outcome or action code of this name; undefined if there is none. Outcomes come before action codes. */
export const plainOutcome = (name: string): PlannedAttempt | undefined => {
  const word = plainOutcomes.find((outcome) => outcome.name === name);
  if (word) return readAttempt(word.entry);
  const row = /^-?\d+$/.test(name) ? actionCodeRow(Number(name)) : actionCodeNamed(name);
  if (!row) return undefined;
  return readAttempt(row.group === 'approved' ? { approve: true } : { decline: row.code });
};

/** Whether a payment can ask for this: the name of a scenario or outcome, or an action code by name or number. */
export const isOutcomeName = (name: string, scenarios: readonly Scenario[]): boolean =>
  scenarios.some((scenario) => scenario.name === name) || plainOutcome(name) !== undefined;

/** Every name that a payment can ask for. */
export const outcomeNames = (scenarios: readonly Scenario[]): readonly string[] => [
  ...scenarios.map(({ name }) => name),
  ...plainOutcomes.map(({ name }) => name),
  ...actionCodes.map(({ name }) => name),
];

export interface OutcomeGroup {
  readonly group: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** The same names in groups, each value once. */
export const outcomeOptions = (scenarios: readonly Scenario[], language: Language = 'en'): readonly OutcomeGroup[] => {
  const scenarioNames = new Set(scenarios.map(({ name }) => name));
  const words = plainOutcomes.filter(({ name }) => !scenarioNames.has(name));
  const inLanguage = (label: string) => panelLabel(label, language);
  const taken = new Set([...scenarioNames, ...plainOutcomes.map(({ name }) => name)]);
  return [
    {
      group: inLanguage('Outcomes'),
      options: words.map(({ name, label }) => ({ value: name, label: inLanguage(label) })),
    },
    { group: inLanguage('Scenarios'), options: [...scenarioNames].map((name) => ({ value: name, label: name })) },
    ...Object.entries(actionCodeGroupTitles).map(([group, title]) => ({
      group: inLanguage(title),
      options: actionCodes.filter((row) => row.group === group).map(declineOption(taken, language)),
    })),
  ].filter(({ options }) => options.length > 0);
};

const declineOption = (taken: ReadonlySet<string>, language: Language) => (row: ActionCode) => ({
  value: taken.has(row.name) ? String(row.code) : row.name,
  label: `${row[language]} (${row.code})`,
});
