/**
 * The name of a scenario. It is safe as a part of a path, too: small letters, digits and single hyphens. Digits alone would
 * mean an action code.
 */
export const scenarioNamePattern = /^(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*$/;

export const longestName = 100;

export const nameExpected =
  'expected a name of small letters a to z, digits and single hyphens, with at least one letter';
