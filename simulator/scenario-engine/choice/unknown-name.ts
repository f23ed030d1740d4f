import { nearest } from '../../text/nearest.ts';

/** A longer name is cut in a message. */
const longestShown = 80;

/** A shorter part of a name means nothing. */
const shortestPart = 4;

/** The known name that was probably meant: a similar one, or one with this part. */
export const meantName = (name: string, known: readonly string[]): string | undefined =>
  nearest(name, known) ?? (name.length < shortestPart ? undefined : known.find((one) => one.includes(name)));

/** Says that no scenario has this name, with the name that was probably meant. */
export const noSuchScenario = (name: string, scenarios: readonly { readonly name: string }[]): string => {
  const shown = name.slice(0, longestShown);
  const meant = meantName(
    shown,
    scenarios.map((one) => one.name),
  );
  const hint = meant === undefined ? '`tillbox scenarios list` shows all names' : `did you mean ${meant}?`;
  return `no scenario is called ${shown}; ${hint}`;
};
