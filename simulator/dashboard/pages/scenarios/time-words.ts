import { inUnits } from '../../../text/duration.ts';
import type { Say } from '../../texts/say.ts';

/** A time in its largest whole unit: `30 d`. */
export const timeWords = (say: Say, ms: number): string => {
  const [, count = '', unit = ''] = /^([\d.]+)(\w+)$/.exec(inUnits(ms)) ?? [];
  return (units[unit] ?? units['ms'])?.(say, count) ?? '';
};

const units: Readonly<Record<string, (say: Say, count: string) => string>> = {
  d: (say, count) => say('{count} d', { count }),
  h: (say, count) => say('{count} h', { count }),
  m: (say, count) => say('{count} min', { count }),
  s: (say, count) => say('{count} s', { count }),
  ms: (say, count) => say('{count} ms', { count }),
};
