/** A time as answers for people and programs write it: ISO 8601, UTC. */
export const moment = (ms: number): string => new Date(ms).toISOString();
