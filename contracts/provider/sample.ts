import type { Break } from '../../simulator/breaks/break.ts';

const areaOf = ({ id }: Break): string => id.slice(0, 2);

/** Every fifth break, and the first of each area. */
export const sampleOf = (breaks: readonly Break[]): readonly Break[] =>
  breaks.filter((row, index) => index % 5 === 0 || breaks.findIndex((one) => areaOf(one) === areaOf(row)) === index);
