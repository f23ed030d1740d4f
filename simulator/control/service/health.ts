import { z } from 'zod';
import type { Context } from '../../context.ts';
import { ScenarioError } from '../../domain/errors/scenario-error.ts';
import { version } from '../../runtime/version.ts';
import { controlEndpoint } from '../control-endpoint.ts';
import { Problem } from '../problem.ts';

/** `routes.ts` answers this call without loading the control API; the row is for the document. */
export const health = controlEndpoint({
  method: 'GET',
  path: '/health',
  tag: 'service',
  summary: 'Returns 200 while the process runs.',
  summaryInRussian: 'Отвечает 200, пока процесс работает.',
  answer: z.strictObject({ status: z.literal('ok') }),
  isOpen: true,
  handle: async () => ({ status: 'ok' as const }),
});

/** The most mistakes in an answer; the log has all. */
const mostMistakes = 20;

export const ready = controlEndpoint({
  method: 'GET',
  path: '/ready',
  tag: 'service',
  summary:
    'Returns 200 if the gateway is ready for payments; 503 until its scenario files are read, while its store cannot be reached or written, as with a full disk, and while it stops.',
  summaryInRussian:
    'Отвечает 200, когда шлюз готов принимать платежи; 503 — пока не прочитаны файлы сценариев, пока хранилище недоступно или в него нельзя писать (например, переполнен диск), и во время остановки.',
  answer: z.strictObject({
    status: z.literal('ok'),
    bank: z.string(),
    version: z.string().describe('Of tillbox.'),
    scenarios: z.int().describe('How many scenarios the folder holds, or come with tillbox.'),
    mistakes: z
      .array(z.string())
      .exactOptional()
      .describe('Mistakes in the scenario files since their last change; the last correct files stay in force.'),
  }),
  isOpen: true,
  handle: async ({ context, once }) => {
    if (context.isStopping()) throw new Problem('not-ready', 'it is stopping');
    await waitForScenarios(context);
    const { mistakes } = context.scenarioFiles();
    await context.store.checkWrites();
    return {
      status: 'ok' as const,
      bank: context.bank.name,
      ...once('version', () => ({ version: version() })),
      scenarios: context.knownScenarios()?.count ?? 0,
      ...(mistakes.length > 0 && { mistakes: mistakes.slice(0, mostMistakes) }),
    };
  },
});

/** Resolves when the scenario files are read. @throws Problem if they are still being read or were wrong from the start. */
const waitForScenarios = async (context: Context): Promise<void> => {
  const reading = context.scenarios().catch((error: unknown) => {
    if (!(error instanceof ScenarioError)) throw error;
    throw new Problem('not-ready', `scenario files are wrong: ${context.scenarioFiles().mistakes[0] ?? error.message}`);
  });
  const { areRead, mistakes } = context.scenarioFiles();
  const isAnswering = context.knownScenarios() !== undefined;
  if (!areRead && isAnswering && mistakes.length === 0) {
    reading.catch(() => {});
    throw new Problem('not-ready', 'the scenario files are being read');
  }
  await reading;
};
