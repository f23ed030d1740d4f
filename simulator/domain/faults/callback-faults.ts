import { inUnits } from '../../text/duration.ts';
import type { Callback } from '../callback.ts';
import type { CallbackFault, CallbackFaultSettings } from './callback-fault.ts';
import { rowsOf } from './fault-rows.ts';

type Fields = Callback['fields'];

/** The code that carries a fault out, at one point on the way of a callback. */
type Effect<Setting> =
  /** Changes the fields before they are signed. */
  | { readonly changeFields: (fields: Fields, setting: Setting) => Fields }
  /** Changes the signed callback before it is stored. */
  | { readonly change: (callback: Callback, setting: Setting) => Callback }
  /** Whether it waits, given the later callbacks about the same subject. */
  | { readonly holdsBack: (later: readonly Callback[]) => boolean }
  /** Whether the next try fails, given the number of tries so far. */
  | { readonly failsTry: (tries: number, setting: Setting) => boolean }
  /** How often it is delivered in all. */
  | { readonly deliveries: (setting: Setting) => number }
  /** The call that caused it waits for the first try. */
  | { readonly isAwaited: true };

type CallbackFaultRow<Setting> = Effect<Setting> & {
  /** The words after "the callback ...". */
  readonly describe: (setting: Setting) => string;
};

/** Another text of the same length, in hex and in base64url. */
const otherText = (text: string): string =>
  text === '' ? text : `${text.startsWith('0') ? '1' : '0'}${text.slice(1)}`;

/** The signature is the last part of a JSON Web Token. */
const withWrongSignature = (token: string): string => {
  const end = token.lastIndexOf('.') + 1;
  return `${token.slice(0, end)}${otherText(token.slice(end))}`;
};

/** One row for each kind, in the order in which they apply and are described. */
export const callbackFaults = {
  isLost: { describe: () => 'is lost', change: (callback) => ({ ...callback, state: 'lost' }) },
  delayMs: {
    describe: (delayMs) => `comes ${inUnits(delayMs)} late`,
    change: (callback, delayMs) => ({ ...callback, dueMs: callback.dueMs + delayMs }),
  },
  isOutOfOrder: {
    describe: () => 'comes after the one that follows it',
    holdsBack: (later) => later.every(({ state }) => state === 'waiting'),
  },
  isBeforeRedirect: { describe: () => 'comes before the payer does', isAwaited: true },
  failures: {
    describe: (failures) =>
      failures === 'always'
        ? 'never reaches the shop'
        : `does not reach the shop on the first ${failures === 1 ? 'try' : `${failures} tries`}`,
    failsTry: (tries, failures) => failures === 'always' || tries < failures,
  },
  sends: {
    describe: (sends) => (sends === 2 ? 'comes twice' : `comes ${sends} times`),
    deliveries: (sends) => sends,
  },
  fields: {
    describe: (wrong) =>
      `says ${Object.entries(wrong)
        .map(([name, value]) => `${name}=${value}`)
        .join(' and ')}`,
    changeFields: (fields, wrong) => [
      ...fields.map(([name, value]) => [name, wrong[name] ?? value] as const),
      ...Object.entries(wrong).filter(([name]) => !fields.some(([known]) => known === name)),
    ],
  },
  hasNoChecksum: {
    describe: () => 'has no checksum',
    change: ({ body, ...callback }) => ({
      ...callback,
      fields: callback.fields.filter(([name]) => name !== 'checksum'),
      ...(body !== undefined && { body: body.slice(0, body.lastIndexOf('.') + 1) }),
    }),
  },
  hasWrongChecksum: {
    describe: () => 'has a wrong checksum',
    change: ({ body, ...callback }) => ({
      ...callback,
      fields: callback.fields.map(([name, value]) => [name, name === 'checksum' ? otherText(value) : value] as const),
      ...(body !== undefined && { body: withWrongSignature(body) }),
    }),
  },
} satisfies { readonly [Kind in keyof CallbackFaultSettings]: CallbackFaultRow<CallbackFaultSettings[Kind]> };

const rowsIn = (fault: CallbackFault | undefined) => rowsOf<CallbackFaultRow<never>>(callbackFaults, fault?.settings);

/** The fields of a callback before they are signed. */
export const fieldsWithFault = (fields: Fields, fault: CallbackFault | undefined): Fields =>
  rowsIn(fault).reduce(
    (changed, [row, setting]) => ('changeFields' in row ? row.changeFields(changed, setting) : changed),
    fields,
  );

/** A signed callback with its fault. */
export const withFault = (callback: Callback, fault: CallbackFault): Callback =>
  rowsIn(fault).reduce<Callback>(
    (changed, [row, setting]) => ('change' in row ? row.change(changed, setting) : changed),
    { ...callback, fault },
  );

/** Whether a callback waits for one of the later callbacks about its subject. */
export const isHeldBack = ({ fault }: Callback, later: readonly Callback[]): boolean =>
  rowsIn(fault).some(([row]) => 'holdsBack' in row && row.holdsBack(later));

/** Whether the next try fails, given the number of tries so far. */
export const failsNextTry = ({ fault }: Callback, tries: number): boolean =>
  rowsIn(fault).some(([row, setting]) => 'failsTry' in row && row.failsTry(tries, setting));

/** How often a callback is delivered in all. */
export const deliveriesOf = ({ fault }: Callback): number => {
  for (const [row, setting] of rowsIn(fault)) if ('deliveries' in row) return row.deliveries(setting);
  return 1;
};

/** Whether the call that caused a callback waits for its first try. */
export const isAwaited = ({ fault }: Callback): boolean => rowsIn(fault).some(([row]) => 'isAwaited' in row);
