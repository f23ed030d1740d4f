import { actionCodeNamed, actionCodeRow, actionCodes } from '../../data/action-codes.ts';
import type { Step } from './step.ts';

/** `decline: insufficient-funds` or `decline: 116` */
export const decline: Step<string | number> = {
  schema: (z) => {
    const declines = actionCodes.filter((row) => row.group !== 'approved');
    return z
      .literal([...declines.map((row) => row.name), ...declines.map((row) => row.code)], {
        error: 'an action code or its name',
      })
      .describe('The bank declines with this action code, given by number or by name.');
  },
  read: (reason) => {
    const row = typeof reason === 'number' ? actionCodeRow(reason) : actionCodeNamed(reason);
    if (!row) throw new TypeError(`no action code is called ${reason}`);
    return {
      plan: { verdict: { kind: 'decline', actionCode: row.code } },
      sentence: `declines the card (${inWords(row.name, row.code)}, ${row.code})`,
    };
  },
};

/** A row's name without dashes, and without the number that tells rows of one meaning apart. */
const inWords = (name: string, code: number): string =>
  name
    .replace(code < 0 ? `-minus-${-code}` : `-${code}`, '')
    .replaceAll('-', ' ')
    .replace('three ds', '3-D Secure');
