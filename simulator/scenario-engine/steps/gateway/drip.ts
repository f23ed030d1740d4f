import { type Duration, durationSchema, inUnits, milliseconds } from '../../definition/duration.ts';
import type { FaultStep } from './fault-step.ts';

/** `drip: 2s` */
export const drip: FaultStep<Duration> = {
  schema: (z) =>
    durationSchema(z, 60_000, 'a time such as 200ms or 2s, at most a minute').describe(
      "The head of the answer comes at once, and its body bit by bit over this time of the machine's clock.",
    ),
  read: (setting) => {
    const dripMs = milliseconds(setting);
    return { fault: { dripMs }, sentence: `sends its answer bit by bit for ${inUnits(dripMs)}` };
  },
};
