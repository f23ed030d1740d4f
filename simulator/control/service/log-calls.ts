import { z } from 'zod';
import { logLevels } from '../../runtime/log-line.ts';
import { controlEndpoint } from '../control-endpoint.ts';

const level = z.enum(logLevels).describe('Lines of a lower level are not written.');

const logAnswer = z
  .strictObject({
    level,
    lines: z
      .array(
        z.strictObject({
          at: z.iso.datetime().describe('By the clock of the machine.'),
          level: z.enum(logLevels.filter((one) => one !== 'silent')),
          text: z.string().describe('Masked as in the log. The stack of an error begins in the next line.'),
        }),
      )
      .describe('The last 100, oldest first.'),
  })
  .meta({ id: 'Log' });

export const getLog = controlEndpoint({
  method: 'GET',
  path: '/log',
  tag: 'service',
  summary: 'The level of the log of this process, and its last lines.',
  summaryInRussian: 'Уровень журнала этого процесса и его последние строки.',
  answer: logAnswer,
  handle: async ({ context: { log } }) => ({
    level: log.level,
    lines: (await log.tail()).map(({ atMs, ...line }) => ({ at: new Date(atMs).toISOString(), ...line })),
  }),
});

export const setLogLevel = controlEndpoint({
  method: 'PUT',
  path: '/log/level',
  tag: 'service',
  summary: 'Sets the level of the log until the process ends.',
  summaryInRussian: 'Задаёт уровень журнала до конца работы процесса.',
  body: z.strictObject({ level }),
  answer: z.strictObject({ level }),
  handle: async ({ context: { log }, body }) => {
    log.setLevel(body.level);
    return { level: log.level };
  },
});
