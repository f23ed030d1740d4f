import { SandboxProblem, type ScenarioCheck } from '../../../../client/index.ts';
import { parseScenario } from '../../../scenario-engine/definition/scenario-files.ts';
import type { Visit } from '../../page.ts';
import { refusalIn } from '../../texts/refusals/refusal-in.ts';
import { type Happening, whatHappens } from '../scenarios/what-happens.ts';

/** Something to know about a place in the text. */
interface Remark {
  readonly place?: string;
  readonly text: string;
}

/** What the control API says about a text. */
export interface Verdict {
  readonly mistakes: readonly Remark[];
  /** What happens, if it is right. */
  readonly about?: string;
  /** The same step by step. */
  readonly steps?: readonly (Happening & { readonly idle?: Remark })[];
  /** What has no effect, and is no step. */
  readonly idle?: readonly Remark[];
  /** How much never happens, in a rehearsal and for orders of a shop. */
  readonly idleCount?: number;
  /** As JSON, if it is right. */
  readonly scenario?: object;
}

interface CheckedText {
  readonly name: string;
  readonly text: string;
  readonly isJson: boolean;
}

type Place = ScenarioCheck['mistakes'][number];

/** The verdict of `POST scenarios/check`, as `tillbox scenarios check` would give it. */
export const verdictOf = async (visit: Visit, { name, text, isJson }: CheckedText): Promise<Verdict> => {
  const { sandbox, say, language } = visit;
  const remark = ({ line, column = 1, text: words }: Place): Remark => ({
    ...(line !== undefined && { place: say('Line {line}, column {column}', { line, column }) }),
    text: refusalIn(language, words),
  });
  try {
    const {
      mistakes,
      about,
      scenario,
      withoutEffect = [],
    } = await sandbox.scenarioFiles.check(text, {
      ...(name !== '' && { name }),
      isJson,
    });
    if (mistakes.length === 0)
      return {
        mistakes: [],
        // Sentences that are made of the steps are in English; the steps say the same.
        about: language === 'en' || hasOwnWords(scenario) ? (about ?? '') : '',
        ...withIdleSteps(whatHappens(visit, await parseScenario(name || 'own', scenario)), withoutEffect, remark),
        idleCount: withoutEffect.filter(({ isNote }) => !isNote).length,
        scenario: scenario as object,
      };
    return { mistakes: mistakes.map(remark) };
  } catch (error) {
    if (!(error instanceof SandboxProblem)) throw error;
    return {
      mistakes: [
        {
          text:
            error.field === 'name'
              ? say('A name has small letters, digits and hyphens: declined-twice')
              : refusalIn(language, error.detail),
        },
      ],
    };
  }
};

const hasOwnWords = (scenario: unknown): boolean =>
  typeof scenario === 'object' && scenario !== null && 'about' in scenario;

type IdlePart = NonNullable<ScenarioCheck['withoutEffect']>[number];

/** The steps, each with why it has no effect; and the other parts without any. */
const withIdleSteps = (
  steps: readonly Happening[],
  parts: readonly IdlePart[],
  remark: (part: IdlePart) => Remark,
): Pick<Verdict, 'steps' | 'idle'> => {
  const shown = new Set(steps.map(({ path }) => path));
  return {
    steps: steps.map((step) => {
      const part = parts.find(({ path }) => path === step.path);
      return part ? { ...step, idle: remark(part) } : step;
    }),
    idle: parts
      .filter(({ path }) => !shown.has(path))
      .map((part) => {
        const { text, ...rest } = remark(part);
        return { ...rest, text: `${part.path}: ${text}` };
      }),
  };
};
