import type { Leaf, LeafType } from '../shape/leaf-form.ts';
import { contentTypePlace, type Shape, statusPlace } from '../shape/shape-of.ts';

/** A place of an answer, without what depends on the order of the shop. */
export interface LooseLeaf {
  readonly type: LeafType;
  /** The form, if it is the same for every order; otherwise undefined. */
  readonly form?: string;
}

export type LooseShape = ReadonlyMap<string, LooseLeaf>;

/** Forms that every order has: how numbers of cards are masked, times written, and addresses built. */
const sameForAll =
  /^(?:of \d+ digits, \D+ and 4 digits|of (?:milli)?seconds since 1970|with a UUID|with the address .*|without entries)$/s;

/** Places whose address is the shop's. */
const shopsAddresses = /^\$\.(?:redirect|termUrl|acsUrl|threeDS\w*)$/;

export const looseShapeOf = ({ places }: Shape): LooseShape => {
  const loose = new Map<string, LooseLeaf>();
  for (const [place, leaf] of places) {
    const form = formIn(place, leaf);
    loose.set(place.replaceAll(/\[\d+\]/g, '[]'), { type: leaf.type, ...(form !== undefined && { form }) });
  }
  return loose;
};

const formIn = (place: string, { form }: Leaf): string | undefined => {
  if (place === statusPlace || place === contentTypePlace) return form;
  if (shopsAddresses.test(place) || !sameForAll.test(form) || form === 'without entries') return undefined;
  // pageView is for the shop to choose.
  return form.replace(/\w+_(?=payment[_.])/, '');
};
