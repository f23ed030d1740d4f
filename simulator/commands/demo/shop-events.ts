import type { ExpectedCallback } from '../../scenario-engine/definition/rehearsal.ts';

/** A callback that the shop of the demo received. */
export interface ShopCallback {
  readonly fields: Readonly<Record<string, string>>;
  /** Whether its checksum is correct. */
  readonly isGenuine: boolean;
}

/** A callback, or the return of the payer. */
export type ShopEvent = ShopCallback | 'redirect';

/** `deposited=1`. */
export const callbackInWords = ({ fields: { operation, status }, isGenuine }: ShopCallback): string =>
  `${operation}=${status}${isGenuine ? '' : ' (wrong checksum)'}`;

/** Whether the events are the expected ones in order. A redirect that is not expected is ignored. */
export const areExpected = (expected: readonly ExpectedCallback[], seen: readonly ShopEvent[]): boolean => {
  const counted = expected.includes('redirect') ? seen : seen.filter((event) => event !== 'redirect');
  return counted.length === expected.length && expected.every((one, index) => isSame(one, counted[index]));
};

const isSame = (expected: ExpectedCallback, event: ShopEvent | undefined): boolean => {
  if (event === undefined || event === 'redirect') return expected === event;
  const { fields, isGenuine } = event;
  if (typeof expected === 'string') return isGenuine && fields['operation'] === expected;
  const { checksum, ...wanted } = expected;
  return (
    isGenuine === (checksum !== 'wrong') &&
    Object.entries(wanted).every(([name, value]) => fields[name] === String(value))
  );
};
