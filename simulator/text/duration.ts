export { type Duration, durationPattern, inUnits, meantTime, milliseconds } from '../../client/options/duration.ts';
