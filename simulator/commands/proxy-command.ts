import type { Command } from 'commander';
import { addCommand, addNote, collect, type Run, spoken } from './command.ts';
import { onSignals } from './on-signals.ts';

/** The command that stands between a shop and a bank. */
export const addProxyCommand = (program: Command, run: Run): void => {
  const proxy = addCommand(program, 'Contracts', [
    'proxy',
    "compares what a bank's test host answers to your shop",
    'tillbox proxy --to https://3dsec.berekebank.kz --bank bereke --har shop.har',
  ])
    .optionsGroup('The bank:')
    .option('--to <url>', 'its test host')
    .option('--bank <name>', 'the bank, or the file of one; BANK or bereke by default')
    .option('--allow-host <host>', 'asks this host, too; may be given several times', collect)
    .optionsGroup('The shop:')
    .option('--port <number>', 'where the shop finds the bank, on this machine; 8082 by default, 0 for a free one')
    .option('--errors', 'gives the shop HTTP 500 in place of an answer with a difference that counts')
    .optionsGroup('The verdict:')
    .option(
      '--fail-on <kind>',
      'removed, changed or any: which differences count; changed by default, as new fields break no shop',
    )
    .optionsGroup('Reports:')
    .option('--har <file>', 'every request and answer, without secrets, when the proxy ends')
    .option('-j, --json <file>', 'a report as JSON')
    .option('-x, --junit <file>', 'a report as JUnit writes it')
    .action((options) =>
      run(async (output) => {
        const { runProxy } = await import('../../contracts/drift/proxy/run.ts');
        return untilStopped((ended) => runProxy(options, spoken(output), ended));
      }),
    );
  addNote(
    proxy,
    'Each answer is compared with those of tillbox for the state that the answer announces by itself. The payment page and callbacks do not come by here.\nIt ends with Ctrl+C or SIGTERM. Exit code: 0 no difference that counts, 1 there was one, 2 nothing was compared.',
  );
};

/** The exit code is that of the work, which the signal ends. */
const untilStopped = async <Result>(work: (ended: AbortSignal) => Promise<Result>): Promise<Result> => {
  const abort = new AbortController();
  const stopListening = onSignals(['SIGINT', 'SIGTERM', 'SIGHUP'], {
    first: () => abort.abort(),
    again: () => process.exit(2),
  });
  try {
    return await work(abort.signal);
  } finally {
    stopListening();
  }
};
