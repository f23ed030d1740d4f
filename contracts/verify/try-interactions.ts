import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { StateNotReached } from '../../simulator/domain/errors/state-not-reached.ts';
import { reachState } from '../../simulator/provider-states/all.ts';
import type { StateValues } from '../../simulator/provider-states/provider-state.ts';
import type { StateTarget } from '../../simulator/provider-states/state-target.ts';
import { type CoreReport, type CoreResult, NoVerdict, readCoreReport } from './core/core-report.ts';
import type { RunCore } from './core/pact-core.ts';
import type { AskedState, InteractionJson } from './interaction.ts';
import { copiesOfPact } from './pact/pact-copy.ts';
import { startStateServer } from './state-server.ts';

/** A gateway to try interactions with. */
export interface TriedGateway {
  /** Host and port only: the paths are in the contract. */
  readonly url: string;
  readonly target: () => StateTarget;
  /** Called before each interaction. */
  readonly startAfresh: () => Promise<void>;
}

/** An interaction to try, and the states that it needs. */
export interface Trial {
  readonly json: InteractionJson;
  readonly states: readonly AskedState[];
}

/** The result of a trial. */
export interface Tried {
  /** Absent if a state was not reached. */
  readonly result?: CoreResult;
  /** Why a state was not reached. */
  readonly notReached?: string;
}

interface TriedAll {
  /** One for each trial, in their order. */
  readonly tried: readonly Tried[];
  /** The verifier's own words. */
  readonly output: string;
}

/**
 * Tries interactions of a pact one after the other, each with a gateway that has been brought into its states.
 * @throws AggregateError with the troubles of the states; NoVerdict if the verifier itself failed
 */
export const tryInteractions = async (
  gateway: TriedGateway,
  pact: unknown,
  trials: readonly Trial[],
  runCore: RunCore,
): Promise<TriedAll> => {
  if (trials.length === 0) return { tried: [], output: '' };
  const states = followStates(gateway, trials);
  const server = await startStateServer(states);
  const copies = writeCopies(
    copiesOfPact(
      pact,
      trials.map(({ json }) => json),
    ),
  );
  try {
    const report = await runCore({
      providerBaseUrl: gateway.url,
      pactUrls: copies.files,
      providerStatesSetupUrl: server.url,
    });
    if (states.troubles.length > 0) throw new AggregateError(states.troubles, states.troubles.map(String).join('\n'));
    return joined(readCoreReport(report), trials.length, states.notReached);
  } finally {
    copies.remove();
    await server.stop();
  }
};

const noReason = 'it gives no reason';

const joined = (
  { results, output, troubles }: CoreReport,
  count: number,
  notReached: ReadonlyMap<number, string>,
): TriedAll => {
  const tried = Array.from({ length: count }, (_, place): Tried => {
    const why = notReached.get(place);
    if (why !== undefined) return { notReached: why };
    const result = results.get(place);
    if (result === undefined) throw new NoVerdict(`Pact's core cannot read it: ${troubles.join('; ') || noReason}`);
    return { result };
  });
  return { tried, output };
};

/** Brings the gateway into the states of the interaction that comes next, and keeps why that was not possible. */
const followStates = ({ target, startAfresh }: TriedGateway, trials: readonly Trial[]) => {
  const troubles: unknown[] = [];
  const notReached = new Map<number, string>();
  const reachAll = async (states: readonly AskedState[]): Promise<StateValues> => {
    await startAfresh();
    let values: StateValues = {};
    for (const { name, params } of states) values = { ...values, ...(await reachState(name, target(), params)) };
    return values;
  };
  return {
    troubles,
    notReached,
    tearDown: () => {},
    setUp: async (place: number): Promise<StateValues> => {
      try {
        return await reachAll(trials[place]?.states ?? []);
      } catch (error) {
        if (error instanceof StateNotReached) notReached.set(place, error.message);
        else troubles.push(error);
        throw error;
      }
    },
  };
};

const writeCopies = (copies: readonly object[]) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'pact-'));
  const files = copies.map((copy, index) => {
    const file = path.join(folder, `${index}.json`);
    writeFileSync(file, JSON.stringify(copy));
    return file;
  });
  return { files, remove: () => rmSync(folder, { recursive: true, force: true }) };
};
