export { type Duration, inUnits, milliseconds, unitHint } from '../../client/options/duration.ts';
