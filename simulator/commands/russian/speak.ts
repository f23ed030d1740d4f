import { settingRows } from '../../config.ts';
import { refusalIn } from '../../dashboard/texts/refusals/refusal-in.ts';
import { russianMissedSteps } from '../../data/missed-step-texts.ts';
import { panelLabels } from '../../data/panel-labels.ts';
import { orderLineRows } from '../../inspection/russian/order-lines.ts';
import { reasonRows } from '../../inspection/russian/reasons.ts';
import type { RussianRow } from '../../inspection/russian/rows.ts';
import { codeRows, russianSpeaker } from '../../inspection/russian/russian-speaker.ts';
import { scenarioAdvice } from '../../inspection/russian/scenario-advice.ts';
import { scenarioSubjects } from '../../inspection/russian/scenario-subjects.ts';
import type { Translate } from '../../text/translate.ts';
import { bannerRows } from './banner.ts';
import { driftRows } from './drift.ts';
import { driftReportRows } from './drift-report.ts';
import { errorRows } from './errors.ts';
import { helpRows } from './help.ts';
import { mutateRows } from './mutate.ts';
import { recordHelpRows } from './record-help.ts';
import { recordReportRows } from './record-report.ts';
import { rehearsalRows } from './rehearsal.ts';
import { sandboxRows } from './sandbox.ts';
import { settingWords } from './settings.ts';
import { shopCaseRows } from './shop-cases.ts';
import { shopHelpRows } from './shop-help.ts';

/** Every table of the terminal, by its subject. */
export const russianTables = {
  help: helpRows,
  shopHelp: shopHelpRows,
  recordHelp: recordHelpRows,
  recordReport: recordReportRows,
  mutate: mutateRows,
  drift: driftRows,
  driftReport: driftReportRows,
  shopCases: shopCaseRows,
  banner: bannerRows,
  settings: [
    ...settingWords,
    ...settingRows.map(([, { meaning, meaningInRussian }]) => [meaning, meaningInRussian] as const),
  ],
  errors: errorRows,
  orders: orderLineRows,
  rehearsal: rehearsalRows,
  reasons: reasonRows,
  sandbox: sandboxRows,
  subjects: scenarioSubjects,
  advice: scenarioAdvice,
  missedSteps: russianMissedSteps,
  labels: panelLabels.map(({ en, ru }) => [en, ru] as const),
  actionCodes: codeRows,
} as const satisfies Readonly<Record<string, readonly RussianRow[]>>;

const translateLine: Translate = russianSpeaker(Object.values(russianTables).flat());

/** A time of the timeline, and the indentation of a line. */
const beginning = /^\s*(?:\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(?:\.\d+Z)? {2})?/;

const sayLine = (line: string): string => {
  const [before = ''] = beginning.exec(line) ?? [];
  const rest = line.slice(before.length);
  return before + (translateLine(rest) ?? mistake(rest) ?? named(rest) ?? rest);
};

/** `mine.yaml:7: attempts[0]: expected …`, `mine.yaml:7: note: later[0]: …`: the words of the page of scenarios. */
const mistake = (line: string): string | undefined => {
  const [whole, place, note = '', words = ''] =
    /^(\S.*?\.(?:ya?ml|json)(?::\d+)?|scenario [\w-]+): (note: )?(.+)$/i.exec(line) ?? [];
  const said = refusalIn('ru', words);
  return whole === undefined || said === words ? undefined : `${place}: ${note && 'примечание: '}${said}`;
};

/** `slow-bank: The bank thinks …`, `GET  200 /path: the payment page`: a name that stays, and words. */
const named = (line: string): string | undefined => {
  const [whole, name, words] = /^([^:]+): (.+)$/s.exec(line) ?? [];
  const said = words === undefined ? undefined : translateLine(words);
  return whole === undefined || said === undefined ? undefined : `${name}: ${said}`;
};

/** A text of the program in Russian, line by line. What has no translation stays English. */
export const inRussianWords = (text: string): string => text.split('\n').map(sayLine).join('\n');
