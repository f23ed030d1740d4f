import { type ForwardEvent, GatewayError, type SandboxEvent, SandboxProblem } from '../../../client/index.ts';
import type { ExitCode, Output } from '../command.ts';
import { asWritten } from '../say.ts';
import { untilSignal } from '../shop/until-signal.ts';
import { eventLines } from './event-lines.ts';
import { followEvents } from './follow-events.ts';
import { type Forwarded, forward } from './forward.ts';
import { shownTime } from './moment.ts';
import { httpAddress, type ReachOptions, type Sandbox, withSandbox } from './reach.ts';

interface Options extends ReachOptions {
  readonly forwardTo?: string;
}

/** Prints what happens in a running tillbox, until a signal; with `--forward-to` it sends the callbacks to a shop. */
export const listen = async (options: Options, output: Output): Promise<ExitCode> => {
  const forwardTo = options.forwardTo === undefined ? undefined : httpAddress('--forward-to', options.forwardTo);
  return untilSignal((signal) =>
    withSandbox(options, output, async (sandbox) => {
      const followed = forwardTo === undefined ? options : { ...options, login: sandbox.login };
      const textOf = eventTexts(sandbox, followed, output);
      const onOpen = async (): Promise<void> => {
        const to = forwardTo === undefined ? '' : ` Callbacks of ${sandbox.login} go to ${forwardTo}.`;
        output.err(`Listening to ${sandbox.url}.${to} Stop with Ctrl+C.\n`);
      };
      for await (const event of followEvents(sandbox, followed, output, { signal, onOpen, forwardTo }))
        if (event.type === 'forward' && forwardTo !== undefined)
          void passOn(sandbox, event, forwardTo, followed, output);
        else output.out(await textOf(event));
      return 0;
    }),
  );
};

/** Others go on while a shop thinks about its answer. */
const passOn = async (
  sandbox: Sandbox,
  event: ForwardEvent,
  forwardTo: string,
  { json }: Options,
  { out, err, say = asWritten }: Output,
): Promise<void> => {
  try {
    const forwarded = await forward(sandbox, event, forwardTo);
    out(json ? `${JSON.stringify(forwarded)}\n` : `${shownTime(event.at)}  ${say(wordsOf(forwarded))}\n`);
  } catch (error) {
    if (!(error instanceof GatewayError || error instanceof SandboxProblem)) throw error;
    err(`the answer of the shop could not be reported: ${error.message}\n`);
  }
};

const wordsOf = ({ method, to, httpStatus, error, tookMs }: Forwarded): string =>
  `forwarded: ${method} ${to}: ${httpStatus === undefined ? error : `HTTP ${httpStatus}`} after ${tookMs} ms`;

/** The text of an event: a line of JSON, or lines for a person. */
const eventTexts = (sandbox: Sandbox, options: Options, { say }: Output) => {
  const linesOf = eventLines(sandbox, options, say);
  return async (event: SandboxEvent): Promise<string> =>
    options.json ? `${JSON.stringify(event)}\n` : (await linesOf(event)).map((line) => `${line}\n`).join('');
};
