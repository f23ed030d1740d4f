import type { core, z } from 'zod';
import { contradictionInPayer } from '../../../client/customer/payer-contradictions.ts';
import { nearest } from '../../domain/nearest.ts';
import { ScenarioError } from '../../domain/scenario-error.ts';
import type { Scenario, ScenarioPart } from '../scenario.ts';
import { contradictionInAttempt, readAttempt } from '../steps/attempt-steps.ts';
import { contradictionInCallbackStep, readCallbackStep } from '../steps/callback-steps.ts';
import { contradictionInGatewayStep, readGatewayStep } from '../steps/gateway-steps.ts';
import { contradictionInLaterStep, readLaterStep } from '../steps/later-steps.ts';
import { scenarioDefinition } from './definition.ts';
import { readRehearsal } from './rehearsal.ts';
import { scenarioNamePattern } from './scenario-name.ts';
import { fewChoices } from './schema-parts.ts';

/** The line of a value in a file, from 1, or its line and column, `7:3`; undefined if unknown. */
export type LineOf = (path: readonly PropertyKey[]) => number | string | undefined;

interface BodySource {
  readonly file: string;
  readonly lineOf: LineOf;
}

/**
 * Reads the body of a scenario file, or of a call that sets a scenario.
 * @throws ScenarioError with a line for each mistake: `file:line: path: expected ..., got ...`.
 */
export const parseScenario = (name: string, body: unknown, from?: BodySource): Scenario => {
  const where: Where = (path) => {
    const line = from?.lineOf(path);
    return from ? `${from.file}${line === undefined ? '' : `:${line}`}` : `scenario ${name}`;
  };
  if (!isScenarioName(name)) {
    throw new ScenarioError(`${where([])}: expected a name in kebab-case with at least one letter, got ${shown(name)}`);
  }

  const checked = scenarioDefinition.safeParse(body, { reportInput: true });
  if (!checked.success) throw new ScenarioError(checked.error.issues.flatMap(mistakes(where)).join('\n'));
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

type Where = (path: readonly PropertyKey[]) => string;

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

const mistakes =
  (where: Where) =>
  (issue: core.$ZodIssue): readonly string[] => {
    if (issue.code === 'unrecognized_keys') {
      const known = issue.message.split(' ');
      return issue.keys.map((key) => {
        const meant = nearest(key, known);
        const hint = meant ? `did you mean ${meant}?` : `known are ${known.join(', ')}`;
        const path = [...issue.path, key];
        return `${where(path)}: ${pathText(path)}: unknown key; ${hint}`;
      });
    }
    const inner = issue.code === 'invalid_union' && meantAmong(issue);
    if (inner) return inner.flatMap((one) => mistakes(where)({ ...one, path: [...issue.path, ...one.path] }));
    const path = issue.path.length > 0 ? `${pathText(issue.path)}: ` : '';
    return [`${where(issue.path)}: ${path}expected ${issue.message}, got ${shown(issue.input)}${suggestion(issue)}`];
  };

/** The mistakes in that form of a value that was meant: the one that a mapping has, or the words among which a text is. */
const meantAmong = ({ errors, input, message }: core.$ZodIssueInvalidUnion): readonly core.$ZodIssue[] | undefined => {
  const corrected = errors.flat().find((one) => one.path.length === 0 && correctionOf(one) !== undefined);
  if (corrected) return [{ ...corrected, message }];
  if (typeof input === 'string') {
    const words = errors.flat().find((one) => one.code === 'invalid_value' && one.path.length === 0);
    return words && [{ ...words, message }];
  }
  return errors.find((issues) => issues.every(({ code, path }) => code === 'unrecognized_keys' || path.length > 0));
};

/** The value that was probably meant, if the schema knows it. */
const correctionOf = (issue: core.$ZodIssue): string | undefined =>
  issue.code === 'custom' && typeof issue.params?.['meant'] === 'string' ? issue.params['meant'] : undefined;

const suggestion = (issue: core.$ZodIssue): string => {
  const correction = correctionOf(issue);
  if (correction !== undefined) return `; did you mean ${correction}?`;
  if (issue.code !== 'invalid_value' || issue.values.length === 1) return '';
  const words = issue.values.filter((value) => typeof value === 'string');
  const meant = typeof issue.input === 'string' ? nearest(issue.input, words) : undefined;
  if (meant) return `; did you mean ${meant}?`;
  return issue.values.length <= fewChoices ? `; it can be ${issue.values.join(', ')}` : '';
};

/** `later[0].do`. */
export const pathText = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`;
    return text === '' ? String(part) : `${text}.${String(part)}`;
  }, '');

const shown = (value: unknown): string => {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
};
