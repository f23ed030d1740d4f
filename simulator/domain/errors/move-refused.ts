import { shown } from '../../options/check-options.ts';

/** A clock that cannot be moved so far; it stays where it is, and nothing else changes. */
export class MoveRefused extends Error {
  override readonly name = 'MoveRefused';
}

/** The last moment to which a clock can be moved: the last whose year has four digits. */
export const lastMomentMs = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/** The longest duration, in milliseconds: a hundred years. */
export const longestDurationMs = 3_155_760_000_000;

/** Whether a clock can be at this moment, in milliseconds since 1970. */
export const isMoment = (ms: number): boolean => typeof ms === 'number' && ms >= 0 && ms <= lastMomentMs;

/** @throws MoveRefused for a moment before 1970 or after 9999 */
export const refuseNoMoment = (ms: number): void => {
  if (!isMoment(ms)) throw new MoveRefused(`expected a moment from 1970 to 9999, got ${momentText(ms)}`);
};

const momentText = (ms: number): string => {
  if (typeof ms !== 'number') return shown(ms);
  return Number.isNaN(new Date(ms).getTime()) ? `${ms} ms after 1970` : new Date(ms).toISOString();
};
