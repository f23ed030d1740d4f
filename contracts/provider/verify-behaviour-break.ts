import { breakReaction, breakRequest, callAt } from '../../simulator/breaks/apply.ts';
import type { Break, Memory } from '../../simulator/breaks/break.ts';
import { documentedLogin } from '../../simulator/simulator.ts';
import { readPact, withOnly } from '../pact/pact-file.ts';
import type { Way } from './proxy.ts';
import { startSimulatedGateway } from './simulated-gateway.ts';
import { verify } from './verify.ts';
import type { BreakReport } from './verify-answer-breaks.ts';

/** Verifies the interactions of this pattern, with their states reached at the broken gateway. */
export const verifyBehaviourBreak = async (pactFile: string, row: Break, tries = /(?!)/): Promise<BreakReport> => {
  const tried = readPact(pactFile)
    .interactions.map(({ description }) => description)
    .filter((description) => tries.test(description));
  if (tried.length === 0) return { tried, mismatches: [], strays: [] };
  const gateway = await startSimulatedGateway({ ...wayOf(row), statesOnWay: true });
  const isTried = ({ description }: { readonly description: string }) => tries.test(description);
  const { mismatches } = await withOnly([pactFile], isTried, (copies) => verify(gateway, copies)).finally(gateway.stop);
  return { tried, mismatches, strays: [] };
};

const basePath = '/payment';

/** The way of requests and answers through a gateway with this break. */
const wayOf = (row: Break): { readonly way: Way; readonly forget: () => void } => {
  const memory: Memory = { password: documentedLogin.password, kept: new Map() };
  const isMeant = (url: string) => row.calls.includes(callAt(url, basePath));
  return {
    way: {
      ask: (request) => (isMeant(request.url) ? breakRequest(row, request, memory) : request),
      change: (reply, request) => (isMeant(request.url) ? breakReaction(row, reply, request, memory) : reply),
    },
    forget: () => memory.kept.clear(),
  };
};
