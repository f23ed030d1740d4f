import test from 'ava';
import { arca } from '../../simulator/banks/arca.ts';
import { bereke } from '../../simulator/banks/bereke.ts';
import { pageCalls } from '../../simulator/card-page/routes.ts';
import { addressOf } from '../../simulator/data/endpoint-facts.ts';
import { gatewayEndpoints } from '../../simulator/gateway/endpoints.ts';
import { simulatorFor } from '../helpers/simulator/simulator.ts';
import { judged, testAnswersOf, wrongs } from './every-call.ts';
import { trades } from './trades.ts';

test('every call of the gateway answers as its document says', async (t) => {
  const simulator = await simulatorFor(t, { journalSize: 10_000 });
  for (const trade of trades) await trade(simulator);

  const answers = await judged(simulator);

  t.deepEqual(wrongs(answers), []);
  const seen = new Set(answers.map(({ path }) => path));
  // Without a login there is no merchant whose journal could tell.
  const untold = [
    '/payment/se/keys.do',
    '/payment/rest/isMaestroCard.do',
    '/payment/rest/getPaymentSettings.do',
    '/payment/rest/registerByTemplate.do',
  ];
  t.deepEqual(
    [...gatewayEndpoints, ...pageCalls]
      .filter(({ imitated }) => imitated !== 'no')
      .map((endpoint) => addressOf(endpoint, bereke.basePath))
      .filter((path) => !seen.has(path) && !untold.includes(path)),
    [],
  );
});

testAnswersOf(arca);
