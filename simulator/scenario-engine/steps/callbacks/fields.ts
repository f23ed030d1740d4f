import { callbackParameterOperations } from '../../../data/callback-parameters.ts';
import type { CallbackStepKey } from './callback-step.ts';

const names = ['mdOrder', 'orderNumber', 'operation', 'status', ...Object.keys(callbackParameterOperations)];

const expected = 'fields of a callback with wrong values, such as { amount: 1 }';

type Setting = Readonly<Record<string, string | number | undefined>>;

/** `fields: { amount: 1 }` */
export const fields: CallbackStepKey<Setting> = {
  schema: (z) => {
    const value = z.union([z.string(), z.int()], { error: 'a text or a whole number' }).optional();
    return z
      .strictObject(Object.fromEntries(names.map((name) => [name, value])), {
        error: (issue) => (issue.code === 'unrecognized_keys' ? names.join(' ') : expected),
      })
      .refine((setting) => Object.keys(setting).length > 0, {
        error: expected,
        when: ({ issues }) => issues.length === 0,
      })
      .describe(
        'These fields have a wrong value, and the checksum is right. One that the merchant has not asked for is added.',
      );
  },
  read: (setting) => {
    const said = Object.entries(setting).map(([name, value]) => [name, String(value)] as const);
    return {
      fault: { fields: Object.fromEntries(said) },
      sentence: `says ${said.map(([name, value]) => `${name}=${value}`).join(' and ')}`,
    };
  },
};
