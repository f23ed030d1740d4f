/** A time as it is written: `200ms`, `2s`, `1m`, `2h`, `3d`. */
export type Duration = string;

/** What a text must be for a time. */
export const durationPattern = /^\d+(\.\d+)?(ms|s|m|h|d)$/;

const unitMs: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

export const milliseconds = (setting: Duration): number => {
  const unit = setting.replace(/^[\d.]+/, '');
  return Math.round(Number.parseFloat(setting) * (unitMs[unit] ?? Number.NaN));
};

/** A time that lacks only its unit: a number was probably meant in milliseconds, a text in seconds. Undefined if it is longer than `longestMs`. */
export const meantTime = (given: unknown, longestMs: number): Duration | undefined => {
  const meant = withUnit(given);
  return meant !== undefined && milliseconds(meant) <= longestMs ? meant : undefined;
};

const withUnit = (given: unknown): Duration | undefined => {
  if (typeof given === 'number' && given >= 0) return inUnits(given);
  return typeof given === 'string' && /^\d+(\.\d+)?$/.test(given) ? `${given}s` : undefined;
};

/** A time in its largest whole unit: `2h`. */
export const inUnits = (ms: number): string => {
  for (const unit of ['d', 'h', 'm'] as const) {
    const size = unitMs[unit] ?? 1;
    if (ms >= size && ms % size === 0) return `${ms / size}${unit}`;
  }
  return ms >= 1_000 ? `${ms / 1_000}s` : `${ms}ms`;
};
