/** A time in ISO 8601, UTC. */
export const moment = (ms: number): string => new Date(ms).toISOString();
