import type { z } from 'zod';
import { contradictionInPayer } from '../../../client/customer/payer-contradictions.ts';
import { ScenarioError } from '../../domain/errors/scenario-error.ts';
import { type BodySource, mistakesIn, shown, type Where, whereIn } from '../../files/mistakes.ts';
import type { Scenario, ScenarioPart } from '../scenario.ts';
import { contradictionInAttempt, readAttempt } from '../steps/attempt-steps.ts';
import { contradictionInCallbackStep, readCallbackStep } from '../steps/callback-steps.ts';
import { contradictionInGatewayStep, readGatewayStep } from '../steps/gateway-steps.ts';
import { contradictionInLaterStep, readLaterStep } from '../steps/later-steps.ts';
import { scenarioDefinition } from './definition.ts';
import { readRehearsal } from './rehearsal.ts';
import { nameExpected, scenarioNamePattern } from './scenario-name.ts';

/**
 * Reads the body of a scenario file, or of a call that sets a scenario.
 * @throws ScenarioError with a line for each mistake: `file:line: path: expected ..., got ...`.
 */
export const parseScenario = (name: string, body: unknown, from?: BodySource): Scenario => {
  const where = whereIn(`scenario ${name}`, from);
  if (!isScenarioName(name)) {
    throw new ScenarioError(`${where([])}: ${nameExpected}, got ${shown(name)}${meantName(name)}`);
  }

  const checked = scenarioDefinition.safeParse(body, { reportInput: true });
  if (!checked.success) throw new ScenarioError(mistakesIn(checked.error.issues, where).join('\n'));
  refuseContradictions(checked.data, where);

  const { about, shop, when } = checked.data;
  const attempts = (checked.data.attempts ?? []).map(readAttempt);
  const gateway = (checked.data.gateway ?? []).map(readGatewayStep);
  const callbacks = (checked.data.callbacks ?? []).map(readCallbackStep);
  const later = (checked.data.later ?? []).map(readLaterStep);
  return {
    name,
    about: about ?? inWords({ attempts, gateway, callbacks, later }),
    ...(shop !== undefined && { shop }),
    ...(from && { file: from.file }),
    ...(when && { when }),
    attempts,
    gateway,
    callbacks,
    later,
    ...readRehearsal(checked.data, attempts.length),
    source: body,
  };
};

type Body = z.infer<typeof scenarioDefinition>;

const inWords = ({ attempts, gateway, callbacks, later }: Pick<Scenario, ScenarioPart>): string => {
  const sentences = [
    ...(attempts.length > 0 ? [`The bank ${attempts.map(({ sentence }) => sentence).join('; then it ')}.`] : []),
    ...gateway.map(({ sentence }) => `The gateway: ${sentence}.`),
    ...callbacks.map(({ sentence }) => `Callbacks: ${sentence}.`),
    ...later.map(({ sentence }) => `Later the bank ${sentence}.`),
  ];
  return sentences.join(' ');
};

/** The name in small letters, with hyphens between its words, if that is one. */
const meantName = (name: string): string => {
  const meant = name
    .replaceAll(/(?<=[a-z\d])(?=[A-Z])|[\s_.]+/g, '-')
    .toLowerCase()
    .replaceAll(/-+/g, '-');
  return isScenarioName(meant) ? `; did you mean ${meant}?` : '';
};

const isScenarioName = (name: string): boolean => scenarioNamePattern.test(name);

const refuseContradictions = ({ attempts, gateway, callbacks, later, payer }: Body, where: Where): void => {
  const problemsIn = <Entry>(
    part: ScenarioPart,
    entries: readonly Entry[] = [],
    find: (entry: Entry) => string | undefined,
  ) =>
    entries.flatMap((entry, index) => {
      const problem = find(entry);
      return problem ? [`${where([part, index])}: ${part}[${index}]: ${problem}`] : [];
    });
  const problems = [
    ...problemsIn('attempts', attempts, contradictionInAttempt),
    ...problemsIn('gateway', gateway, contradictionInGatewayStep),
    ...problemsIn('callbacks', callbacks, contradictionInCallbackStep),
    ...problemsIn('later', later, contradictionInLaterStep),
  ];
  const inPayer = payer && contradictionInPayer(payer);
  if (inPayer) problems.push(`${where(['payer'])}: payer: ${inPayer}`);
  if (problems.length > 0) throw new ScenarioError(problems.join('\n'));
};
