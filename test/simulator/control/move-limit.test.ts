import test from 'ava';
import { mostPaymentsOfMove } from '../../../simulator/payments/orders/limit-payments.ts';
import { plainCard } from '../../helpers/payments/pay.ts';
import { storedCard } from '../../helpers/payments/stored-card.ts';
import { controlOf } from '../../helpers/simulator/control.ts';
import { simulatorFor, startMs } from '../../helpers/simulator/simulator.ts';

const minuteMs = 60_000;

test('a move over too many payments is refused with their number, and changes nothing', async (t) => {
  const simulator = await simulatorFor(t);
  const payments = mostPaymentsOfMove + 1;
  const { status } = await simulator.json('/recurrent/v1/task/create', {
    task: {
      merchantTaskUuid: 'each minute',
      clientId: 'aida',
      bindingId: await storedCard(simulator, plainCard),
      amount: 100,
      scheduleData: {
        value: 1,
        timeUnit: 'MINUTES',
        scheduledSince: new Date(startMs + minuteMs).toISOString(),
        scheduledTill: new Date(startMs + (payments + 1) * minuteMs).toISOString(),
      },
    },
  });
  t.is(status, 'SUCCESS');
  const before = await simulator.state('test_user');

  const refused = await controlOf(t, simulator)('POST /merchants/test_user/clock/advance', { by: '10d' });

  t.true(refused.status === 409 || refused.status === 422, String(refused.status));
  t.regex(String(refused.json['detail']), new RegExp(String(payments)));
  t.deepEqual(await simulator.state('test_user'), before);
});
