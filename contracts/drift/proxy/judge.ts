import type { RawAnswer } from '../ask-gateway.ts';
import type { Difference } from '../compare/difference.ts';
import { shapeOf } from '../shape/shape-of.ts';
import { type Announcement, announcedIn } from './announcement.ts';
import { type LooseLeaf, type LooseShape, looseShapeOf } from './loose-shape.ts';
import type { Reference } from './reference.ts';

/** What becomes of an answer on its way. */
export type Judgement =
  | { readonly kind: 'not compared'; readonly why: string }
  | { readonly kind: 'compared'; readonly announced: string; readonly differences: readonly Difference[] };

/**
 * Places that depend on the order of the shop, its payer and its card, and not on the state: their absence says nothing.
 * Sources: the rows of the fields of getOrderStatusExtended.do.
 */
const ofTheOrder = [
  /^\$\.(?:merchantOrderParams|attributes|transactionAttributes|orderBundle|bindingInfo|payerData|refunds|operations|bindings|orderStatuses)\b/,
  /^\$\.(?:orderDescription|clientId|tii|paymentWay|ip|Ip|cardholderName|Description|info|redirect|displayErrorMessage|mcc|mvv)$/,
  /^\$\.(?:is3DSVer2|acsUrl|paReq|termUrl|packedCReq|threeDS\w*)$/,
  /^\$\.cardAuthInfo\.(?:secureAuthInfo|cardholderName|product|productCategory|corporateCard)\b/,
  /^\$\.(?:approvalCode|rrn|authRefNum|authDateTime)$/,
  /^\$\.cardAuthInfo\.approvalCode$/,
  /^\$\.bankInfo\.bankName$/,
];

/** Compares an answer with those of tillbox that announce the same. `call`: of the merchant API; undefined for a page. */
export const judge = (reference: Reference, call: string | undefined, answer: RawAnswer): Judgement => {
  if (call === undefined) return { kind: 'not compared', why: 'no call of the merchant API' };
  const announced = announcedIn(call, answer.body);
  if (announced === undefined) return { kind: 'not compared', why: `${call} announces no state` };
  const known = reference.shapesFor(call, announced);
  if (known.length === 0)
    return {
      kind: 'not compared',
      why: `${call} answered with ${announced.words}: no question of tillbox has such an answer`,
    };
  const shape = looseShapeOf(shapeOf({ ...answer, question: call }));
  const differences = [...differencesFrom(known, shape), ...newCode(announced, reference.codesOf(call))];
  return { kind: 'compared', announced: announced.words, differences };
};

/** A code with which tillbox refuses no such call. */
const newCode = ({ code }: Announcement, codes: ReadonlySet<string>): readonly Difference[] =>
  code === undefined || codes.size === 0 || codes.has(code)
    ? []
    : [
        {
          kind: 'added',
          place: '$.errorCode',
          bank: `the code ${code}`,
          tillbox: `only ${[...codes].sort().join(', ')}`,
        },
      ];

const differencesFrom = (known: readonly LooseShape[], shape: LooseShape): readonly Difference[] => {
  const places = new Set(known.flatMap((one) => [...one.keys()]));
  const found: Difference[] = [];
  for (const place of places) {
    const leaves = known.flatMap((one) => one.get(place) ?? []);
    const leaf = shape.get(place);
    const tillbox = wordsOf(leaves);
    if (!leaf) {
      const isAlways = leaves.length === known.length && !ofTheOrder.some((pattern) => pattern.test(place));
      if (isAlways && hasParent(shape, place)) found.push({ kind: 'removed', place, tillbox });
    } else if (!leaves.some(({ type }) => type === leaf.type))
      found.push({ kind: 'type', place, bank: wordsOf([leaf]), tillbox });
    else if (leaves.every(({ form }) => form !== undefined) && !leaves.some(({ form }) => form === leaf.form))
      found.push({ kind: 'changed', place, bank: wordsOf([leaf]), tillbox });
  }
  for (const [place, leaf] of shape)
    if (!places.has(place) && !ofTheOrder.some((pattern) => pattern.test(place)) && hasParent(mapOf(places), place))
      found.push({ kind: 'added', place, bank: wordsOf([leaf]) });
  return found;
};

/** An absent parent has been told of already. */
const hasParent = (shape: Pick<LooseShape, 'has'>, place: string): boolean => {
  const parent = place.replace(/(?:\.[^.[\]]+|\[[^\]]*\])$/, '');
  return parent === place || shape.has(parent);
};

const mapOf = (places: ReadonlySet<string>): Pick<LooseShape, 'has'> => ({ has: (place) => places.has(place) });

const wordsOf = (leaves: readonly LooseLeaf[]): string =>
  [...new Set(leaves.map(({ type, form }) => (form === undefined ? type : `${type} ${form}`)))].join(' or ');
