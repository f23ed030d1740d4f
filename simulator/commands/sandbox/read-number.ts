import { InvalidArgumentError } from 'commander';

/** A whole number from 1. @throws InvalidArgumentError for anything else */
export const countFrom1 = (option: string, given: string): number => {
  const number = /^\d{1,12}$/.test(given) ? Number(given) : 0;
  if (number >= 1) return number;
  throw new InvalidArgumentError(`${option} ${given}: expected a whole number from 1`);
};
