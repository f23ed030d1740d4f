import { readFileSync } from 'node:fs';
import test, { type ExecutionContext } from 'ava';
import { type Interaction, readPact, statesOf } from '../../contracts/pact/pact-file.ts';
import { shopPact } from '../../contracts/pact/pacts.ts';
import { type Json, simulatorFor } from '../helpers/simulator/simulator.ts';
import { fileOf } from './tools.ts';
import { verifyWithRust, waysOfStates } from './verify-with-rust.ts';

const { interactions } = readPact(shopPact);

/** The descriptions of the interactions that `pact-verifier` does not accept, of these of the pact. */
const refusedOf = async (
  t: ExecutionContext,
  way: keyof typeof waysOfStates,
  some: readonly Interaction[],
): Promise<readonly string[]> => {
  const pact: Json = { ...JSON.parse(readFileSync(shopPact, 'utf8')), interactions: some };
  const verdicts = await verifyWithRust(t, await simulatorFor(t), fileOf(t, pact), waysOfStates[way]);
  t.deepEqual([...verdicts.keys()].sort(), some.map(({ description }) => description).toSorted());
  return [...verdicts].filter(([, { kind }]) => kind !== 'accepted').map(([description]) => description);
};

/** Enough to see what a state leaves behind: the first interaction of each list of states. Other parameters are another list. */
const oneForEachStates = (): readonly Interaction[] =>
  [...Map.groupBy(interactions, (one) => JSON.stringify(statesOf(one))).values()].flatMap(([first]) => first ?? []);

for (const way of ['with teardown', 'as a query'] as const) {
  test(`pact-verifier and a running tillbox: the pact of tillbox itself, states ${way}`, async (t) => {
    t.deepEqual(await refusedOf(t, way, interactions), []);
  });
}

/** They list everything that a merchant has, also from the interactions before. */
const lists = /^the shop asks for (all stored cards|the stored cards|all templates|the orders) /;
const isList = ({ description }: Interaction): boolean => lists.test(`${description} `);

test('pact-verifier and a running tillbox: without teardown, only lists of everything differ', async (t) => {
  const some = new Set([...oneForEachStates(), ...interactions.filter(isList)]);

  const refused = await refusedOf(
    t,
    'without teardown',
    interactions.filter((one) => some.has(one)),
  );

  t.deepEqual(
    refused.filter((description) => !lists.test(`${description} `)),
    [],
  );
});
