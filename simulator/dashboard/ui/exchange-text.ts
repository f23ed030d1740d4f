import type { EntryView } from '../../inspection/journal/journal.ts';

/** The parameters of a request, a line each, as the journal has them: secrets are masked there. */
export const requestLines = (parameters: EntryView['parameters']): string =>
  Object.entries(parameters)
    .flatMap(([name, value]) => [value].flat().map((one) => `${name}=${one}`))
    .join('\n');

/** An answer as text; JSON with a line for each field. */
export const bodyLines = (answer: string): string => {
  if (!/^\s*[{[]/.test(answer)) return answer;
  try {
    return JSON.stringify(JSON.parse(answer), undefined, 2);
  } catch {
    return answer;
  }
};
