import type { Leaf } from '../shape/leaf-form.ts';
import type { Shape } from '../shape/shape-of.ts';
import type { Difference } from './difference.ts';

/**
 * What differs between the answers of a bank and of tillbox to the same question. A place whose parent differs is not looked
 * at, nor is anything behind a call that one of them refuses: that is one difference.
 */
export const compareShapes = (bank: Shape, tillbox: Shape): readonly Difference[] => {
  if (bank.outcome !== tillbox.outcome)
    return [{ kind: 'outcome', place: '$', bank: outcomeIn(bank), tillbox: outcomeIn(tillbox) }];
  const found: Difference[] = [];
  const settled: string[] = [];
  for (const place of new Set([...tillbox.places.keys(), ...bank.places.keys()])) {
    if (settled.some((parent) => isBelow(place, parent))) continue;
    const difference = compareLeaves(place, bank.places.get(place), tillbox.places.get(place));
    if (!difference) continue;
    found.push(difference);
    if (difference.kind !== 'changed') settled.push(place);
  }
  return found;
};

/** `$.refunds[0].amount` is below `$.refunds`. */
export const isBelow = (place: string, parent: string): boolean =>
  place.startsWith(parent) && /^[.[]/.test(place.slice(parent.length));

const compareLeaves = (place: string, bank: Leaf | undefined, tillbox: Leaf | undefined): Difference | undefined => {
  if (!bank) return tillbox && { kind: 'removed', place, tillbox: inWords(tillbox) };
  if (!tillbox) return { kind: 'added', place, bank: inWords(bank) };
  if (bank.type === tillbox.type && bank.form === tillbox.form) return undefined;
  const kind = bank.type === tillbox.type ? 'changed' : 'type';
  return { kind, place, bank: inWords(bank), tillbox: inWords(tillbox) };
};

const inWords = ({ type, form }: Leaf): string => (form === '' ? type : `${type} ${form}`);

const codes = ['$.errorCode', '$.ErrorCode', '$.error.code'];

const outcomeIn = ({ outcome, places }: Shape): string => {
  if (outcome === 'accepted') return 'accepted';
  const place = codes.find((one) => places.has(one));
  const code = place === undefined ? undefined : places.get(place);
  if (place === undefined || !code) return `refused with HTTP ${places.get('HTTP status')?.form}`;
  return `refused with ${place.replace('$.', '')} ${inWords(code)}`;
};
