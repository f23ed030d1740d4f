/** A time as it is written: `200ms`, `2s`, `1m`, `2h`, `3d`, or a number of milliseconds. */
export type Duration = string | number;

const unitMs: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

export const milliseconds = (setting: Duration): number => {
  if (typeof setting === 'number') return setting;
  const unit = setting.replace(/^[\d.]+/, '');
  return Math.round(Number.parseFloat(setting) * (unitMs[unit] ?? Number.NaN));
};

/** Ends the error about a time; empty unless the time is a text without its unit. */
export const unitHint = (given: unknown): string =>
  typeof given === 'string' && /^\d+(\.\d+)?$/.test(given) ? `; did you mean ${given}s?` : '';

/** A time in its largest whole unit: `2h`. */
export const inUnits = (ms: number): string => {
  for (const unit of ['d', 'h', 'm'] as const) {
    const size = unitMs[unit] ?? 1;
    if (ms >= size && ms % size === 0) return `${ms / size}${unit}`;
  }
  return ms >= 1_000 ? `${ms / 1_000}s` : `${ms}ms`;
};
