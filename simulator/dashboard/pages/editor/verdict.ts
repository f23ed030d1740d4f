import { SandboxProblem } from '../../../../client/index.ts';
import { parseScenario } from '../../../scenario-engine/definition/scenario-files.ts';
import type { Visit } from '../../page.ts';
import { whatHappens } from '../scenarios/what-happens.ts';

/** What the control API says about a text. */
export interface Verdict {
  readonly mistakes: readonly { readonly place?: string; readonly line?: number; readonly text: string }[];
  /** What happens, if it is right. */
  readonly about?: string;
  /** The same step by step. */
  readonly steps?: ReturnType<typeof whatHappens>;
  /** As JSON, if it is right. */
  readonly scenario?: object;
}

interface CheckedText {
  readonly name: string;
  readonly text: string;
  readonly isJson: boolean;
}

/** The verdict of `POST scenarios/check`, as `tillbox scenarios check` would give it. */
export const verdictOf = async (visit: Visit, { name, text, isJson }: CheckedText): Promise<Verdict> => {
  const { sandbox, say } = visit;
  try {
    const { mistakes, about, scenario } = await sandbox.scenarioFiles.check(text, {
      ...(name !== '' && { name }),
      isJson,
    });
    if (mistakes.length === 0)
      return {
        mistakes: [],
        about: about ?? '',
        steps: whatHappens(visit, await parseScenario(name || 'own', scenario)),
        scenario: scenario as object,
      };
    return {
      mistakes: mistakes.map(({ line, column, text: mistake }) => ({
        ...(line !== undefined && { line, place: say('Line {line}, column {column}', { line, column: column ?? 1 }) }),
        text: mistake,
      })),
    };
  } catch (error) {
    if (!(error instanceof SandboxProblem)) throw error;
    return {
      mistakes: [
        {
          text:
            error.field === 'name' ? say('A name has small letters, digits and hyphens: declined-twice') : error.detail,
        },
      ],
    };
  }
};
