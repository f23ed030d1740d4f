import type { ExecutionContext } from 'ava';
import { SandboxClient } from '../../client/index.ts';
import { eventually } from '../helpers/ava/eventually.ts';
import { ownProcessFor } from '../helpers/process/own-process.ts';
import { coreJourneys } from '../helpers/shop/core-journeys.ts';
import type { JourneyGateway } from '../helpers/shop/shop-journey.ts';
import { balancerFor } from '../helpers/simulator/balancer.ts';
import { newPostgresStore } from '../helpers/stores/shared-postgres.ts';
import { testOn } from './test-on.ts';

const test = testOn('postgres');

/** Three processes on a database of their own, behind a balancer that gives each request to the next of them. */
const clusterFor = async (t: ExecutionContext) => {
  const address = await newPostgresStore();
  const start = () => ownProcessFor(t, { STORE: address });
  const [balancer, ...processes] = await Promise.all([balancerFor(t), start(), start(), start()]);
  balancer.use(processes.map(({ url }) => url));
  const sandbox = new SandboxClient({ url: balancer.url });

  /** A merchant who hears of its payments so. */
  const gateway = async (callbacks: { readonly url: string; readonly token: string }): Promise<JourneyGateway> => {
    const { login: userName, password, restUrl } = await sandbox.makeMerchant({ callbacks });
    const countOfWaiting = async () => (await sandbox.callbacks.list(userName, { state: 'waiting', limit: 1 })).total;
    return {
      restUrl,
      userName,
      password,
      settled: () => eventually(t, countOfWaiting, (count) => count === 0),
    };
  };
  return { gateway, balancer, sandbox, processes };
};

test('what shops do goes well where each request is at another of three processes', async (t) => {
  const { gateway, balancer } = await clusterFor(t);

  await Promise.all(Object.values(coreJourneys).map((journey) => journey(t, { gateway })));

  t.is(balancer.counts.size, 3);
  for (const count of balancer.counts.values()) t.true(count > 20);
});
