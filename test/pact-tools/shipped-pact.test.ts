import test, { type ExecutionContext } from 'ava';
import { descriptionsIn } from '../../contracts/pact/pact-file.ts';
import { shopPact } from '../../contracts/pact/pacts.ts';
import { simulatorFor } from '../helpers/simulator/simulator.ts';
import { verifyWithRust, waysOfStates } from './verify-with-rust.ts';

/** The descriptions of the interactions that `pact-verifier` does not accept. */
const refusedOf = async (t: ExecutionContext, way: readonly string[]): Promise<readonly string[]> => {
  const verdicts = await verifyWithRust(t, await simulatorFor(t), shopPact, way);
  t.deepEqual([...verdicts.keys()].sort(), descriptionsIn(shopPact).toSorted());
  return [...verdicts].filter(([, { kind }]) => kind !== 'accepted').map(([description]) => description);
};

for (const way of ['with teardown', 'as a query'] as const) {
  test(`pact-verifier and a running tillbox: the pact of tillbox itself, states ${way}`, async (t) => {
    t.deepEqual(await refusedOf(t, waysOfStates[way]), []);
  });
}

/** They list everything that a merchant has, also from the interactions before. */
const lists = /^the shop asks for (all stored cards|the stored cards|all templates|the orders) /;

test('pact-verifier and a running tillbox: without teardown, only lists of everything differ', async (t) => {
  const refused = await refusedOf(t, waysOfStates['without teardown']);

  t.deepEqual(
    refused.filter((description) => !lists.test(`${description} `)),
    [],
  );
});
