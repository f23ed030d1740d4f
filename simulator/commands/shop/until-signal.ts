import { Interrupted } from '../../../contracts/tested-shop/interrupted.ts';
import type { ExitCode, SignalExitCode } from '../command.ts';
import { onSignals } from '../on-signals.ts';

const exitCodes = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const satisfies Partial<
  Record<NodeJS.Signals, SignalExitCode>
>;
const signals = Object.keys(exitCodes) as (keyof typeof exitCodes)[];

/**
 * Does the work of a command that has to put things back. On a signal it is aborted, and the exit code is that of the signal;
 * a second signal ends the program at once.
 */
export const untilSignal = async (work: (aborted: AbortSignal) => Promise<ExitCode>): Promise<ExitCode> => {
  const abort = new AbortController();
  let code: SignalExitCode | undefined;
  const stopListening = onSignals(signals, {
    first: (signal) => {
      code = exitCodes[signal];
      abort.abort(new Interrupted(signal));
    },
    again: (signal) => process.exit(exitCodes[signal]),
  });
  try {
    const result = await work(abort.signal);
    return code ?? result;
  } catch (error) {
    if (code === undefined || error !== abort.signal.reason) throw error;
    return code;
  } finally {
    stopListening();
  }
};
