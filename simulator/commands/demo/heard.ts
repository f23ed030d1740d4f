import type { ExpectedCallback } from '../../scenario-engine/definition/rehearsal.ts';

/** A callback as the shop of the demo got it. */
export interface Heard {
  readonly fields: Readonly<Record<string, string>>;
  /** Whether its checksum holds. */
  readonly isGenuine: boolean;
}

/** What happens to the shop: it hears a callback, or the payer comes back. */
export type ShopEvent = Heard | 'redirect';

/** `deposited=1`, as the tables have it. */
export const heardInWords = ({ fields: { operation, status }, isGenuine }: Heard): string =>
  `${operation}=${status}${isGenuine ? '' : ' (wrong checksum)'}`;

/** Whether the shop heard what a scenario expects, in that order; where it does not speak of the redirect, that counts for nothing. */
export const hasHeard = (expected: readonly ExpectedCallback[], seen: readonly ShopEvent[]): boolean => {
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
