import { providerStates } from '../../simulator/provider-states/all.ts';
import type { StateTarget } from '../../simulator/provider-states/state-target.ts';
import { readPact } from '../pact/pact-file.ts';
import type { Mismatch, Report } from '../pact/report.ts';
import { differencesIn } from '../verify/core/core-report.ts';
import { runCoreHere } from '../verify/core/pact-core.ts';
import { type Interaction, interactionsOf } from '../verify/interaction.ts';
import { type Tried, tryInteractions } from '../verify/try-interactions.ts';
import { complaintsBeyondPact } from './beyond-pact.ts';
import type { Answer } from './proxy.ts';

/** A gateway to verify contracts with. */
export interface GatewayUnderTest {
  /** Host and port only: the paths are in the contract. */
  readonly url: string;
  readonly target: () => StateTarget;
  /** Called before each interaction. */
  readonly startAfresh: () => Promise<void>;
  /** The answers to the interactions so far, one for each whose states were reached; absent if nobody sees them. */
  readonly answers?: () => readonly Answer[];
}

/**
 * Verifies pact files. Resolves whether the gateway is accepted or not: an interaction fails too if its state is not
 * reached, or if its answer has a card number or the address of another order. Rejects when that could not be found out, because a state is unknown or
 * the verifier itself failed. The verifier writes to the output of this process.
 */
export const verify = async (gateway: GatewayUnderTest, pactFiles: readonly string[]): Promise<Report> => {
  const pacts = pactFiles.map(readPact);
  const interactions = pacts.flatMap(interactionsOf);
  refuseUnknownStates(interactions);
  const tried: Tried[] = [];
  const outputs: string[] = [];
  for (const pact of pacts) {
    const part = await tryInteractions(gateway, pact, interactionsOf(pact), runCoreHere);
    tried.push(...part.tried);
    outputs.push(part.output);
  }
  const found = complaintsAbout(tried, gateway.answers?.() ?? []);
  const mismatches = interactions.flatMap(({ description }, place) =>
    [...(found.get(place) ?? []), ...complaintsIn(tried[place])].map((one) => ({ interaction: description, ...one })),
  );
  return {
    accepted: mismatches.length === 0,
    interactions: interactions.map(({ description }) => description),
    mismatches,
    output: outputs.join('\n'),
  };
};

type Complaint = Omit<Mismatch, 'interaction'>;

const complaintsIn = ({ result, notReached }: Tried = {}): readonly Complaint[] =>
  notReached === undefined ? (result ? differencesIn(result) : []) : [{ path: 'state', says: notReached }];

/** The complaints beyond Pact, by the place of the interaction. */
const complaintsAbout = (
  tried: readonly Tried[],
  answers: readonly Answer[],
): ReadonlyMap<number, readonly Complaint[]> => {
  const places = tried.flatMap(({ result }, place) => (result ? [place] : []));
  return new Map(answers.map((answer, index) => [places[index] ?? -1, complaintsBeyondPact(answer)]));
};

const refuseUnknownStates = (interactions: readonly Interaction[]): void => {
  const known = Object.keys(providerStates);
  const asked = interactions.flatMap(({ states }) => states.map(({ name }) => name));
  const unknown = [...new Set(asked)].filter((sentence) => !known.includes(sentence));
  if (unknown.length === 0) return;
  const list = (sentences: readonly string[]) => sentences.map((sentence) => `\n  ${sentence}`).join('');
  throw new Error(`no such provider state:${list(unknown)}\nThere are:${list(known)}`);
};
