import { attemptSteps } from '../../../../simulator/scenario-engine/steps/attempt-steps.ts';
import { callbackSteps } from '../../../../simulator/scenario-engine/steps/callback-steps.ts';
import { gatewaySteps } from '../../../../simulator/scenario-engine/steps/gateway-steps.ts';
import { laterSteps } from '../../../../simulator/scenario-engine/steps/later-steps.ts';
import type { Setting, SettingForm } from '../../../../simulator/scenario-engine/steps/setting.ts';
import type { AnyStep } from '../../../../simulator/scenario-engine/steps/step.ts';
import type { RussianRow } from '../russian/russian-text.ts';

/** The texts that stand in a form itself, beside what the whole setting expects. */
const textsOfForm = (form: SettingForm): readonly RussianRow[] => {
  switch (form.type) {
    case 'anyOf':
      return form.settings.flatMap(textsOfForm);
    case 'oneOf':
      return Object.entries(form.meaningsInRussian ?? {}).map(([word, russian]) => [
        form.meanings[word] ?? '',
        russian,
      ]);
    case 'timeOrRange':
      return [[form.expectedEnd, form.expectedEndInRussian]];
    default:
      return [];
  }
};

const textsOfSetting = (setting: Setting): readonly RussianRow[] => [
  ...('expectedInRussian' in setting && setting.expectedInRussian !== undefined
    ? [[setting.expected, setting.expectedInRussian] as const]
    : []),
  ...textsOfForm(setting),
];

const tables: readonly Readonly<Record<string, AnyStep<unknown>>>[] = [
  attemptSteps,
  gatewaySteps,
  callbackSteps,
  laterSteps,
];

/** The texts that stand in the rows of the steps. */
export const stepTexts: readonly RussianRow[] = tables
  .flatMap((table) => Object.values(table))
  .flatMap(({ about, aboutInRussian, setting }) => [[about, aboutInRussian] as const, ...textsOfSetting(setting)]);
