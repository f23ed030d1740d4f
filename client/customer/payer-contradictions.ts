/** `leavesPage`, `tries: 0`, `cards`: what is true of a payer, in the words of its options. */
const traitsOf = (payer: object): readonly string[] =>
  Object.entries(payer).flatMap(([name, value]) => {
    if (value === undefined || value === false) return [];
    return typeof value !== 'string' && typeof value !== 'number' ? [name] : [name, `${name}: ${value}`];
  });

const needsPayment = ['submitsTwice', 'closesWindow', 'paysAgain', 'cards', 'answersAfter'];

const contradictions: readonly (readonly [one: string, others: readonly string[], because: string])[] = [
  ['leavesPage', needsPayment, 'who leaves the page does not pay'],
  ['tries: 0', needsPayment, 'no card is sent'],
  ['closesWindow', ['paysAgain'], 'nobody goes back in a window that is closed'],
  ['closesWindow', ['visitsShop'], 'no page opens in a window that is closed'],
  ['atAcs: leave', ['closesWindow', 'paysAgain', 'answersAfter'], "who leaves the issuer's page does not come back"],
];

/** Why a payer with these habits is impossible; undefined if it is not. */
export const contradictionInPayer = (payer: {
  readonly tries?: number | undefined;
  readonly cards?: readonly unknown[] | undefined;
}): string | undefined => {
  const traits = traitsOf(payer);
  for (const [one, others, because] of contradictions) {
    const other = others.find((trait) => traits.includes(trait));
    if (traits.includes(one) && other) return `${one} and ${other} contradict each other: ${because}`;
  }
  const { tries, cards: numbers = [] } = payer;
  if (tries !== undefined && numbers.length > tries)
    return `tries: ${tries} and ${numbers.length} cards contradict each other: each card is a try`;
  return undefined;
};
