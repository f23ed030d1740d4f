export { type Duration, inUnits, milliseconds } from '../../client/options/duration.ts';
