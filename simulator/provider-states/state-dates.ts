const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** `yyyyMMddHHmmss` in UTC. */
const compact = (ms: number): string => new Date(ms).toISOString().slice(0, 19).replace(/\D/g, '');

const zoned = (ms: number): string => new Date(ms).toISOString().replace('Z', '+0000');

/** As register.do takes dates: in the time of the bank, so it is days ahead. */
const local = (ms: number): string => new Date(ms).toISOString().slice(0, 19);

/**
 * A period for lists of orders, twelve hours before and after this time, the time of a schedule that begins later, and a date
 * two days ahead for the end of an order.
 */
export const datesAt = (nowMs: number) => ({
  from: compact(nowMs - 12 * hourMs),
  to: compact(nowMs + 12 * hourMs),
  scheduledSince: zoned(nowMs + 31 * dayMs),
  scheduledTill: zoned(nowMs + 151 * dayMs),
  inTwoDays: local(nowMs + 2 * dayMs),
});
