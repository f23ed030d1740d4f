import { afterMachineTime } from './machine-time.ts';

/** At most one line per cause and this time of the machine, in milliseconds. */
const secondMs = 1_000;

type Put<Line> = (line: Line, facts: object, message: string) => void;

interface Second<Line> {
  readonly line: Line;
  readonly message: string;
  leftOut: number;
}

/**
 * Lines about a store that is down, which fails every call for the same cause. The first one has the whole error; one at
 * the end of each second counts those that were left out.
 */
export const createOutageLines = <Line>(put: Put<Line>, after = afterMachineTime) => {
  const seconds = new Map<string, Second<Line>>();

  const begin = (cause: string, second: Omit<Second<Line>, 'leftOut'>): void => {
    seconds.set(cause, { ...second, leftOut: 0 });
    after(secondMs, () => end(cause));
  };

  const writeCount = (cause: string, { line, message, leftOut }: Second<Line>): void =>
    // Not the request during which the second began.
    put(line, { requestId: undefined, cause, leftOut }, message);

  const end = (cause: string): void => {
    const second = seconds.get(cause);
    seconds.delete(cause);
    if (!second || second.leftOut === 0) return;
    writeCount(cause, second);
    begin(cause, second);
  };

  return {
    put: (line: Line, error: Error, facts: object, message: string): void => {
      const cause = causeOf(error);
      const second = seconds.get(cause);
      if (second) second.leftOut++;
      else {
        put(line, facts, message);
        begin(cause, { line, message });
      }
    },
    /** Writes the counts of the seconds that are not over. */
    flush: (): void => {
      for (const [cause, second] of seconds) if (second.leftOut > 0) writeCount(cause, second);
      seconds.clear();
    },
  };
};

/** SQLite has this code for each of its errors. */
const codeOfAll = 'ERR_SQLITE_ERROR';

/** The code of the innermost error, else its message. */
const causeOf = (error: Error): string => {
  if (error.cause instanceof Error) return causeOf(error.cause);
  const { code, message } = error as NodeJS.ErrnoException;
  return code === undefined || code === codeOfAll ? message : code;
};
