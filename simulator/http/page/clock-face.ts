/** A time that is left, as a clock shows it: minutes and seconds, with hours if there are any. */
export const clockFace = (seconds: number): string => {
  const left = Math.max(0, Math.floor(seconds));
  const hours = Math.floor(left / 3600);
  const tail = [Math.floor((left % 3600) / 60), left % 60].map((part) => String(part).padStart(2, '0')).join(':');
  return hours > 0 ? `${hours}:${tail}` : tail;
};
