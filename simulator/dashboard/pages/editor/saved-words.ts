import type { NotSaved } from '../../../domain/errors/scenario-not-saved.ts';

/** Why a scenario is not saved, in English, as `texts.ts` has it. */
export const savedWords = {
  'no-folder': 'Nothing can be saved here: the gateway has no folder of your own. Start it with SCENARIOS=<folder>.',
  missing: 'Nothing can be saved here: the folder in SCENARIOS does not exist.',
  'read-only': 'Nothing can be saved here: the gateway may not write into the folder in SCENARIOS.',
  'not-a-file': 'It was not saved: in the folder, this name is a link.',
  changed: 'It was not saved: there is another text under this name by now. Open it again, or choose another name.',
} as const satisfies Record<NotSaved, string>;
