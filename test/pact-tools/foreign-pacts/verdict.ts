/** What a verifier makes of an interaction, with a pattern of its complaint if it has one. */
export type Verdict =
  | 'accepted'
  | { readonly refused: RegExp }
  | { readonly pending: RegExp }
  | { readonly notTried: RegExp };

/** The verdict of a verifier, with its complaint. */
export interface Given {
  readonly kind: 'accepted' | 'refused' | 'pending' | 'not tried';
  readonly says: string;
}

/** Whether a verdict is the expected one; if not, what is wrong. */
export const differenceFrom = (expected: Verdict, { kind, says }: Given): string | undefined => {
  const [name, pattern] = partsOf(expected);
  if (name !== kind) return `expected ${name}, was ${kind}: ${says}`;
  return pattern.test(says) ? undefined : `${kind}, but it says: ${says}`;
};

const partsOf = (verdict: Verdict): readonly [Given['kind'], RegExp] => {
  if (verdict === 'accepted') return ['accepted', /^$/];
  if ('refused' in verdict) return ['refused', verdict.refused];
  return 'pending' in verdict ? ['pending', verdict.pending] : ['not tried', verdict.notTried];
};
