import type { CallbackStepKey } from './callback-step.ts';

const expected = 'how many tries fail, from 1 to 100, or always';

/** `fails: 2` or `fails: always` */
export const fails: CallbackStepKey<number | 'always'> = {
  schema: (z) =>
    z
      .union(
        [z.int({ error: expected }).min(1, { error: expected }).max(100, { error: expected }), z.literal('always')],
        {
          error: expected,
        },
      )
      .describe(
        "So many first tries fail as if the shop's address could not be reached; it is tried again as the merchant has set.",
      ),
  read: (failures) => ({
    fault: { failures },
    sentence:
      failures === 'always'
        ? 'never finds anybody at the address of the shop'
        : `finds nobody at the address of the shop on the first ${failures === 1 ? 'try' : `${failures} tries`}`,
  }),
};
