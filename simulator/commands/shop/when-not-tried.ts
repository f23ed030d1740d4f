import { GatewayError, SandboxProblem } from '../../../client/index.ts';
import { CannotTry } from '../../../contracts/report/cannot-try.ts';
import type { ExitCode, Output } from '../command.ts';

/** Prints why nothing could be tried; the exit code for that. @throws any other error */
export const whenNotTried =
  ({ err }: Output) =>
  (error: unknown): ExitCode => {
    const isKnown = [CannotTry, GatewayError, SandboxProblem].some((known) => error instanceof known);
    if (!isKnown) throw error;
    err(`${(error as Error).message}\n`);
    return 2;
  };
