import { z } from 'zod';
import { pathText } from '../../files/mistakes.ts';
import { foreseeScenario } from '../../inspection/foresight/foresee-scenario.ts';
import { findScenarioText, saveScenarioText } from '../../inspection/scenario-texts.ts';
import { hideCardData } from '../../masking/hide-card-data.ts';
import { openScenarioFiles } from '../../scenario-engine/definition/scenario-files.ts';
import { longestName, nameExpected, scenarioNamePattern } from '../../scenario-engine/definition/scenario-name.ts';
import { controlEndpoint } from '../control-endpoint.ts';
import { Problem } from '../problem.ts';

const name = z
  .string()
  .max(longestName, { error: `expected at most ${longestName} letters` })
  .regex(scenarioNamePattern, { error: nameExpected });

const nameField = z.strictObject({ name: name.describe('Name of the scenario.') });

const text = z.string().describe('The text of a scenario file, YAML or JSON; at most 16 KiB.');

const textMistake = z.strictObject({
  line: z.int().optional().describe('From 1. Absent: the whole text.'),
  column: z.int().optional().describe('From 1.'),
  text: z.string().describe('The field, and the expected value.'),
});

const idleStep = z.strictObject({
  path: z.string().describe('Such as `attempts[1]`.'),
  line: z.int().optional().describe('From 1.'),
  column: z.int().optional().describe('From 1.'),
  text: z.string().describe('Why: the words after the path.'),
  isNote: z.boolean().describe('Whether only the rehearsal does not reach it; orders of a shop may.'),
});

/** As `tillbox scenarios check` finds them, and no more than anyone would read. */
const mostMistakes = 50;

export const checkScenario = controlEndpoint({
  method: 'POST',
  path: '/scenarios/check',
  tag: 'cards',
  summary:
    'Reads the text of a scenario file, and returns its mistakes, or what happens and what never does. Nothing is saved.',
  summaryInRussian:
    'Читает текст файла сценария и возвращает ошибки или ход событий и шаги, которые не сработают. Ничего не сохраняется.',
  body: z.strictObject({
    text,
    name: name.optional().describe('Name of the scenario. Default: `own`.'),
    isJson: z.boolean().optional().describe('Whether the file would be JSON. Default: YAML.'),
  }),
  takesCard: true,
  answer: z
    .strictObject({
      mistakes: z.array(textMistake).describe('Absent lines: the whole text. Empty: it is right.'),
      about: z.string().optional().describe('The course of events, if it is right.'),
      scenario: z
        .unknown()
        .optional()
        .describe('The scenario as JSON, if it is right: `PUT scenario` of a merchant takes it.'),
      withoutEffect: z
        .array(idleStep)
        .optional()
        .describe('Parts that never happen, if the text is right, as `tillbox scenarios check` foresees them.'),
    })
    .meta({ id: 'ScenarioCheck' }),
  handle: async ({ body: { text: written, name: called = 'own', isJson = false } }) => {
    const { checkText } = await openScenarioFiles();
    refuseLarge(written);
    const checked = checkText(called, `${called}.${isJson ? 'json' : 'yaml'}`, written);
    if ('scenario' in checked) {
      const { scenario, placeOf } = checked;
      const withoutEffect = foreseeScenario(scenario)
        .slice(0, mostMistakes)
        .map(({ path, problem, isNote }) => ({ path: pathText(path), ...placeOf(path), text: problem, isNote }));
      return { mistakes: [], about: scenario.about, scenario: scenario.source, withoutEffect };
    }
    const mistakes = checked.mistakes.slice(0, mostMistakes);
    return { mistakes: mistakes.map((mistake) => ({ ...mistake, text: hideCardData(mistake.text) })) };
  },
});

const refuseLarge = (written: string): void => {
  const most = 16;
  if (Buffer.byteLength(written) > most * 1024)
    throw new Problem('too-large', `a scenario may have at most ${most} KiB`, { field: 'text' });
};

const version = z.string().describe('Another one after each change of the text.');

const scenarioFile = z
  .strictObject({
    name: z.string(),
    file: z.string().describe('Name of the file, without its folder.'),
    text: z.string(),
    isOwn: z.boolean().describe('Whether the file is in the folder of the setting; the others come with tillbox.'),
    version: version.optional().describe('Another one after each change of the text; only of an own file.'),
  })
  .meta({ id: 'ScenarioFile' });

export const getScenarioFile = controlEndpoint({
  method: 'GET',
  path: '/scenario-files/{name}',
  tag: 'cards',
  summary: 'The text of a scenario: of its file in the folder, right or wrong, or of the one that comes with tillbox.',
  summaryInRussian: 'Текст сценария: из файла в вашей папке, верного или нет, либо встроенного в tillbox.',
  pathFields: nameField,
  answer: scenarioFile,
  handle: async ({ context, path }) => {
    const found = await findScenarioText(context, path.name);
    if (!found) throw new Problem('not-found', `no scenario file has the name ${path.name}`, { field: 'name' });
    return found;
  },
});

export const putScenarioFile = controlEndpoint({
  method: 'PUT',
  path: '/scenario-files/{name}',
  tag: 'cards',
  summary:
    'Saves a scenario in the folder, and reads the folder again. A wrong one is refused. An own file takes the place of the one of its name that comes with tillbox.',
  summaryInRussian:
    'Сохраняет сценарий в папку и перечитывает её. Сценарий с ошибкой отклоняется. Ваш файл заменяет встроенный сценарий с тем же именем.',
  pathFields: nameField,
  body: z.strictObject({
    text,
    version: z
      .string()
      .optional()
      .describe('Of the text that it replaces; `new`: there may be no such file yet. Absent: any is replaced.'),
  }),
  takesCard: true,
  answer: z
    .strictObject({
      name: z.string(),
      file: z.string().describe('Name of the file, without its folder.'),
      version,
      isInUse: z
        .boolean()
        .describe('Whether payments can follow it now; not as long as another file of the folder is wrong.'),
      mistakes: z.array(z.string()).describe('The mistakes in the files of the folder now, a line each.'),
    })
    .meta({ id: 'SavedScenario' }),
  handle: async ({ context, path, body }) => {
    refuseLarge(body.text);
    return saveScenarioText(context, path.name, body);
  },
});
