/** A time of the control API for a person: `2026-01-01 08:00:00`, in UTC. */
export const shownTime = (iso: string): string => iso.slice(0, 19).replace('T', ' ');
