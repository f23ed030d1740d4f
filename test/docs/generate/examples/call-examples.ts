import { isDeepStrictEqual } from 'node:util';
import type { Bank } from '../../../../simulator/banks/bank.ts';
import type { CallExample } from '../../../../simulator/control/openapi/call-examples.ts';
import { recordCalls } from './record-calls.ts';

/** An example, and the banks that answer so. */
interface Recorded extends CallExample {
  readonly banks: readonly string[];
}

/** The text of `call-examples.json`: the examples of these banks by path, equal ones once. One line for each. */
export const callExamplesJson = async (banks: readonly Bank[]): Promise<string> => {
  const byPath = new Map<string, readonly Recorded[]>();
  for (const bank of banks)
    for (const [path, example] of await recordCalls(bank))
      byPath.set(path, withBank(byPath.get(path) ?? [], example, bank.name));
  const rows = [...byPath]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(
      ([path, examples]) => `${JSON.stringify(path)}: [\n${examples.map((one) => JSON.stringify(one)).join(',\n')}\n]`,
    );
  return `{\n${rows.join(',\n')}\n}\n`;
};

const withBank = (known: readonly Recorded[], example: CallExample, bank: string): readonly Recorded[] => {
  const isSame = ({ request, answer }: CallExample): boolean => isDeepStrictEqual({ request, answer }, example);
  if (!known.some(isSame)) return [...known, { banks: [bank], ...example }];
  return known.map((one) => (isSame(one) ? { ...one, banks: [...one.banks, bank] } : one));
};
