import type { Say } from '../texts/say.ts';

/** `0:12`, `19:51`, `2:05:00`, `3 d`: a time that is left. */
export const leftUntil = (ms: number, say: Say): string => {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  if (seconds >= 2 * 86_400) return say('{count} d', { count: Math.floor(seconds / 86_400) });
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), seconds % 60];
  const two = (part: number): string => String(part).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
};
