import type { SandboxEvent } from '../../../client/index.ts';
import type { ExitCode, Output } from '../command.ts';
import { untilSignal } from '../shop/until-signal.ts';
import { eventLines } from './event-lines.ts';
import { followEvents } from './follow-events.ts';
import { type ReachOptions, withSandbox } from './reach.ts';

/** Prints what happens in a running tillbox, until a signal. */
export const listen = async (options: ReachOptions, output: Output): Promise<ExitCode> =>
  untilSignal((signal) =>
    withSandbox(options, output, async (sandbox) => {
      const linesOf = eventLines(sandbox, options, output.say);
      const onOpen = async (): Promise<void> => {
        output.err(`Listening to ${sandbox.url}. Stop with Ctrl+C.\n`);
      };
      const textOf = async (event: SandboxEvent): Promise<string> =>
        options.json ? `${JSON.stringify(event)}\n` : (await linesOf(event)).map((line) => `${line}\n`).join('');
      for await (const event of followEvents(sandbox, options, output, { signal, onOpen }))
        output.out(await textOf(event));
      return 0;
    }),
  );
