import type { core } from 'zod';
import { nearest } from '../domain/nearest.ts';
import { scenarioDefinition } from './definition.ts';
import { type AttemptEntry, contradictionIn, readAttempt } from './read-attempt.ts';
import { type PlannedAttempt, type Scenario, ScenarioError } from './scenario.ts';

/**
 * Turns the body of a scenario file, or of a call that sets a scenario, into a scenario.
 * Throws ScenarioError with one line for each mistake.
 */
export const parseScenario = (name: string, body: unknown, file?: string): Scenario => {
  const where = file ?? `scenario ${name}`;
  if (!isScenarioName(name)) {
    throw new ScenarioError(`${where}: expected a name in kebab-case with at least one letter, got ${shown(name)}`);
  }

  const checked = scenarioDefinition.safeParse(body, { reportInput: true });
  if (!checked.success) throw new ScenarioError(checked.error.issues.flatMap(mistakes(where)).join('\n'));

  const { about, when, expect, payer } = checked.data;
  const attempts = readAttempts(checked.data.attempts, where);
  return {
    name,
    about: about ?? `The bank ${attempts.map(({ sentence }) => sentence).join('; then it ')}.`,
    ...(file !== undefined && { file }),
    ...(when && { when }),
    attempts,
    expect: expect ?? {},
    payer: {
      tries: payer?.tries ?? attempts.length,
      atAcs: payer?.atAcs ?? 'answer',
      ...(payer?.otp !== undefined && { otp: payer.otp }),
      leavesPage: payer?.leavesPage ?? false,
    },
    source: body,
  };
};

/** Digits alone would be taken for an action code. */
const isScenarioName = (name: string): boolean => /^(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*$/.test(name);

const readAttempts = (entries: readonly AttemptEntry[], where: string): Scenario['attempts'] => {
  const problems = entries.flatMap((entry, index) => {
    const contradiction = contradictionIn(entry);
    return contradiction ? [`${where}: attempts[${index}]: ${contradiction}`] : [];
  });
  if (problems.length > 0) throw new ScenarioError(problems.join('\n'));
  return entries.map(readAttempt) as [PlannedAttempt, ...PlannedAttempt[]];
};

const mistakes =
  (where: string) =>
  (issue: core.$ZodIssue): readonly string[] => {
    if (issue.code === 'unrecognized_keys') {
      const known = issue.message.split(' ');
      return issue.keys.map((key) => {
        const meant = nearest(key, known);
        const hint = meant ? `did you mean ${meant}?` : `known are ${known.join(', ')}`;
        return `${where}: ${pathText([...issue.path, key])}: unknown key; ${hint}`;
      });
    }
    const path = issue.path.length > 0 ? `${pathText(issue.path)}: ` : '';
    return [`${where}: ${path}expected ${issue.message}, got ${shown(issue.input)}${suggestion(issue)}`];
  };

/** More choices than this are not listed, only the nearest is named. */
const fewChoices = 10;

const suggestion = (issue: core.$ZodIssue): string => {
  if (issue.code !== 'invalid_value' || issue.values.length === 1) return '';
  const words = issue.values.filter((value) => typeof value === 'string');
  const meant = typeof issue.input === 'string' ? nearest(issue.input, words) : undefined;
  if (meant) return `; did you mean ${meant}?`;
  return issue.values.length <= fewChoices ? `; it can be ${issue.values.join(', ')}` : '';
};

const pathText = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`;
    return text === '' ? String(part) : `${text}.${String(part)}`;
  }, '');

const shown = (value: unknown): string => {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
};
