import { afterMachineTime } from './machine-time.ts';

/** A second of the machine, in milliseconds. */
const secondMs = 1_000;

type Put<Line> = (line: Line, facts: object, message: string) => void;

/** Lines that may come in any number. */
export interface ManyLines {
  /** Lines with the same key are counted together. */
  readonly key: string;
  /** How many are written in a second. */
  readonly most: number;
  /** The line with the number of those that were left out; the number stands in its fact `leftOut`. */
  readonly rest: { readonly facts: object; readonly message: string };
}

interface Second<Line> extends ManyLines {
  readonly line: Line;
  count: number;
}

/** Lines of which the first of each second are written; one at its end counts those that were left out. */
export const createLimitedLines = <Line>(put: Put<Line>, after = afterMachineTime) => {
  const seconds = new Map<string, Second<Line>>();

  const begin = (line: Line, lines: ManyLines, count: number): void => {
    seconds.set(lines.key, { ...lines, line, count });
    after(secondMs, () => end(lines.key));
  };

  const writeRest = ({ line, most, count, rest }: Second<Line>): boolean => {
    const leftOut = count - most;
    if (leftOut <= 0) return false;
    // Not the request during which the second began.
    put(line, { requestId: undefined, ...rest.facts, leftOut }, rest.message);
    return true;
  };

  const end = (key: string): void => {
    const second = seconds.get(key);
    seconds.delete(key);
    // Counted from the line of the rest on, so that many lines go on being one line a second.
    if (second && writeRest(second)) begin(second.line, second, second.most);
  };

  return {
    put: (line: Line, lines: ManyLines, facts: object, message: string): void => {
      const second = seconds.get(lines.key);
      if (second) second.count++;
      else begin(line, lines, 1);
      if (!second || second.count <= second.most) put(line, facts, message);
    },
    /** Writes the counts of the seconds that are not over. */
    flush: (): void => {
      for (const second of seconds.values()) writeRest(second);
      seconds.clear();
    },
  };
};

/** A store that is down fails every call for the same cause: the first line has the whole error. */
export const outageLines = (error: Error, message: string): ManyLines => {
  const cause = causeOf(error);
  return { key: `outage ${cause}`, most: 1, rest: { facts: { cause }, message } };
};

const mostTrouble = 100;

/** Of all lines of a level: a program that sends rubbish as fast as it can should not fill the disk. */
export const troubleLines = (level: string): ManyLines => ({
  key: level,
  most: mostTrouble,
  rest: { facts: {}, message: `more than ${mostTrouble} lines of this level in a second: the others were left out` },
});

/** SQLite has this code for each of its errors. */
const codeOfAll = 'ERR_SQLITE_ERROR';

/** The code of the innermost error, else its message. */
const causeOf = (error: Error): string => {
  if (error.cause instanceof Error) return causeOf(error.cause);
  const { code, message } = error as NodeJS.ErrnoException;
  return code === undefined || code === codeOfAll ? message : code;
};
