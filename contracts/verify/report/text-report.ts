import type { Bank } from '../../../simulator/banks/bank.ts';
import { version } from '../../../simulator/runtime/version.ts';
import { takenAway } from '../bank-for-shop.ts';
import type { GivenId } from '../fixed-ids.ts';
import { providerWarnings } from '../pact/pact-provider.ts';
import type { SuggestedState } from '../plan.ts';
import { recordingWarnings } from '../recorded-with.ts';
import { shownAnswer, shownRequest } from '../shown-request.ts';
import type { Verdict } from '../verify-source.ts';
import { countsOf, differencesOf, type VerifiedPact } from './result.ts';

/** The report of a pact at one gateway: a line for each interaction, and the details of those that do not hold. */
export const textReport = (pact: VerifiedPact, isAsItIs: boolean): string => {
  const { verdicts } = pact;
  return sections([
    [
      titleOf(pact),
      ...providerWarnings(pact.source.pact, pact.bank, pact.strangePath),
      ...loginWarning(pact),
      ...recordingWarnings(pact.source.pact, version(), pact.bank),
      ...changesOf([pact.bank], isAsItIs),
      ...(pact.source.broker?.notices ?? []),
    ],
    verdicts.map(lineOf),
    givenLines(pact),
    ...verdicts.filter(({ outcome }) => outcome === 'fails' || outcome === 'pending').map(detailsOf),
    doubtLines(verdicts),
    mapFor(verdicts.flatMap(({ unknown }) => unknown)),
    [`${titleOf(pact)}: ${countsOf(verdicts)}.`],
  ]);
};

/** A bank refuses it, and locks the right one after some tries. */
const loginWarning = ({ otherLogin }: VerifiedPact): readonly string[] =>
  otherLogin === undefined
    ? []
    : [
        `Warning: its requests have the login ${otherLogin}, which is not that of --login; with userName and password of the state "the shop has a login", a pact holds for both.`,
      ];

const sections = (all: readonly (readonly string[])[]): string =>
  all
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n');

export const titleOf = ({ source, consumer, place }: VerifiedPact): string =>
  `${source.name} (${consumer}) at ${place}`;

/** How the banks of a run differ from the banks. */
export const changesOf = (banks: readonly (Bank | undefined)[], isAsItIs: boolean): readonly string[] => {
  const changed = banks.flatMap((bank) => {
    const changes = bank && !isAsItIs ? takenAway(bank) : [];
    return changes.length === 0 ? [] : [`  ${bank?.name}: ${changes.join('; ')}`];
  });
  return changed.length === 0
    ? []
    : ['With the settings of a shop in tenge (--as-is leaves the bank as it is):', ...changed];
};

const lineOf = (verdict: Verdict): string =>
  `  ${verdict.outcome.padEnd(9)}  ${verdict.description}${verdict.reason === undefined ? '' : `: ${verdict.reason}`}`;

/** The login and the ids that the gateway has from the pact, each once. */
export const givenLines = ({ login, verdicts }: VerifiedPact): readonly string[] => {
  const lines = [
    ...(login === undefined ? [] : [`  the login ${login} went to the gateway`]),
    ...verdicts.flatMap(({ given }) => given.map(givenLine)),
  ];
  return lines.length === 0 ? [] : ['Fixed by the pact:', ...new Set(lines)];
};

const givenLine = ({ name, value, place, state }: GivenId): string =>
  `  ${name} ${value} of the ${place} went to "${state}"`;

const detailsOf = (verdict: Verdict): readonly string[] => {
  const { description, outcome, states, sent, answered } = verdict;
  const request = sent ? shownRequest(sent) : [];
  return [
    `${description}${outcome === 'pending' ? ' (pending: it does not count)' : ''}`,
    ...states.map((state) => `  given  ${state}`),
    ...request.map((line, index) => `  ${index === 0 ? 'sent ' : '     '}  ${line}`),
    ...(answered ? [`  got    ${shownAnswer(answered)}`] : []),
    ...differencesOf(verdict).map((line) => `  ${line}`),
  ];
};

/** What holds and may say nothing, each once. */
export const doubtLines = (verdicts: readonly Verdict[]): readonly string[] => {
  const lines = verdicts.flatMap(({ description, doubt }) =>
    doubt === undefined ? [] : [`  ${description}: ${doubt}`],
  );
  return lines.length === 0 ? [] : ['Holds, and may say nothing:', ...new Set(lines)];
};

/** A file for `--state-map` with all unknown states. */
export const mapFor = (unknown: readonly SuggestedState[]): readonly string[] => {
  if (unknown.length === 0) return [];
  const entries = new Map(
    unknown.map(({ sentence, state = '...', params }) => [
      sentence,
      JSON.stringify({ state, ...(Object.keys(params).length > 0 && { params }) }),
    ]),
  );
  const lines = [...entries].map(([sentence, entry]) => `  ${JSON.stringify(sentence)}: ${entry}`);
  return [
    'If these states are meant, put this into a file, and name it by --state-map:',
    '{',
    lines.join(',\n'),
    '}',
    'docs/contract-testing.md of the package has every state.',
  ];
};
