import { ScenarioError } from '../../domain/errors/scenario-error.ts';
import type { Scenario } from '../scenario.ts';
import { parseScenario } from './parse-scenario.ts';
import { readBody } from './read-body.ts';

/** A mistake in the text of a scenario. */
export interface TextMistake {
  /** From 1; absent if it is about the whole text. */
  readonly line?: number;
  /** From 1. */
  readonly column?: number;
  /** `attempts[0].decline: expected ..., got ...; did you mean ...?` */
  readonly text: string;
}

/** The largest text of a scenario, in bytes: the reader of YAML needs seconds for some of ten times the size. */
export const largestText = 16 * 1024;

/** Where something is in a text, from 1. */
type TextPlace = Pick<TextMistake, 'line' | 'column'>;

interface CheckedText {
  readonly scenario: Scenario;
  readonly placeOf: (path: readonly PropertyKey[]) => TextPlace;
}

/** Reads the text of a file with this name, as it is read from a folder; the scenario, or the mistakes. */
export const checkText = (
  name: string,
  file: string,
  text: string,
): CheckedText | { readonly mistakes: readonly TextMistake[] } => {
  try {
    const { body, lineOf } = readBody(file, text, { hasColumns: true });
    return { scenario: parseScenario(name, body, { file, lineOf }), placeOf: (path) => placeIn(String(lineOf(path))) };
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    return { mistakes: error.message.split('\n').map((mistake) => mistakeOf(mistake.slice(file.length))) };
  }
};

/** `7:3` by its parts. */
const placeIn = (text: string): TextPlace => {
  const [, line, column] = /^(\d+):(\d+)$/.exec(text) ?? [];
  return line === undefined ? {} : { line: Number(line), column: Number(column) };
};

/** `:7:3: attempts[0]: expected ...` by its parts. */
const mistakeOf = (mistake: string): TextMistake => {
  const [, line, column, text = mistake] =
    /^(?::(\d+):(\d+))?: ([\s\S]*?)(?: at line \d+, column \d+)?$/.exec(mistake) ?? [];
  return {
    ...(line !== undefined && { line: Number(line) }),
    ...(column !== undefined && { column: Number(column) }),
    text,
  };
};
