import type { DestinationStream } from 'pino';
import { errorFields } from './error-fields.ts';
import { isTerminal, type LogOutput, type WriteLine } from './log-line.ts';
import { textLine } from './text-line.ts';

/** Loads the writer of the lines. `hide`: takes secrets out of a text. */
export const openOutput = async (
  { to, format, write, say }: LogOutput,
  hide: (text: string) => string,
): Promise<WriteLine> => {
  // The bundle has the default export alone.
  const { default: pino } = await import('pino');
  // A test runner may have put something else in the place of standard error. Pino's own outlives a reader who goes away.
  const stream = to === 'stderr' ? process.stderr : pino.destination({ dest: 1, sync: true });
  const destination: DestinationStream = write ? { write } : stream;
  if (format === 'text') {
    const paints = !write && isTerminal(to) && process[to].hasColors();
    return (line) => destination.write(textLine(line, { hide, paints, ...(say && { say }) }));
  }
  const logger = pino(
    {
      level: 'debug',
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: errorFields },
      hooks: { streamWrite: (line) => `${hide(line.trimEnd())}\n` },
    },
    destination,
  );
  return ({ level, facts, message }) => logger[level](facts, message);
};
