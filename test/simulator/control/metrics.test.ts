import test from 'ava';
import { plainCard } from '../../helpers/payments/pay.ts';
import { payForm } from '../../helpers/payments/pay-form.ts';
import { receiverFor } from '../../helpers/shop/receiver.ts';
import { controlOf } from '../../helpers/simulator/control.ts';
import { simulatorFor } from '../../helpers/simulator/simulator.ts';

/** One line of the text format 0.0.4: a comment, or a sample. */
const line =
  /^(# (HELP|TYPE) [a-z0-9_]+ .+|[a-z_][a-z0-9_]*(\{[a-z_]+="(\\.|[^"\\])*"(,[a-z_]+="(\\.|[^"\\])*")*\})? -?[0-9.e+-]+)$/;

test('counts requests, refusals, payments, callbacks and orders', async (t) => {
  const shop = await receiverFor(t, 500, 200);
  const simulator = await simulatorFor(t, { scenarios: 'scenarios', callbacks: { url: shop.url } });
  const { register, call, callBare, clockOf } = simulator;
  const paid = await register();
  await fetch(paid.formUrl);
  await payForm(simulator, paid.orderId, plainCard);
  await simulator.settled();
  await clockOf('test_user').advance(30_000);
  await simulator.settled();
  const declined = await register({ jsonParams: '{"scenario":"insufficient-funds"}' });
  await payForm(simulator, declined.orderId, plainCard);
  await simulator.settled();
  await call('register.do', { amount: '100' });
  await callBare('register.do');
  await fetch(`${simulator.restUrl}register.do`, { method: 'PUT' });

  const { text, contentType } = await controlOf(t, simulator)('GET /metrics');

  t.is(contentType, 'text/plain; version=0.0.4; charset=utf-8');
  for (const one of text.trimEnd().split('\n')) t.regex(one, line);
  for (const sample of [
    'tillbox_requests_total{endpoint="/payment/rest/register.do",status="200"} 4',
    'tillbox_requests_total{endpoint="/payment/rest/register.do",status="405"} 1',
    'tillbox_requests_total{endpoint="/payment/rest/processform.do",status="200"} 2',
    'tillbox_requests_total{endpoint="page",status="200"} 1',
    'tillbox_refusals_total{error_code="4"} 1',
    'tillbox_refusals_total{error_code="5"} 1',
    'tillbox_payments_total{result="approved",group="approved"} 1',
    'tillbox_payments_total{result="declined",group="issuer-decline"} 1',
    'tillbox_callbacks_total{outcome="failed"} 1',
    'tillbox_callbacks_total{outcome="delivered"} 2',
    'tillbox_orders{status="deposited"} 1',
    'tillbox_orders{status="created"} 1',
    'tillbox_uptime_seconds 0',
  ])
    t.true(text.includes(`${sample}\n`), sample);
  for (const name of ['process_resident_memory_bytes', 'nodejs_eventloop_lag_mean_seconds'])
    t.regex(text, new RegExp(`^${name} [0-9.e-]+$`, 'm'));
});

test('a payment that time ends is counted too, and a fault that refuses', async (t) => {
  const simulator = await simulatorFor(t);
  const control = controlOf(t, simulator);
  const { orderId } = await simulator.register();
  await payForm(simulator, orderId, { pan: '5555555555555599', expiry: '12/34', cvc: '123' });
  await simulator.clockOf('test_user').advance(1_201_000);
  const gateway = [{ on: 'register', do: { errorCode: 7 } }];
  await control('PUT /merchants/test_user/scenario', { scenario: { gateway } });
  await simulator.register();

  const { text } = await control('GET /metrics');

  t.true(text.includes('tillbox_payments_total{result="declined",group="3ds"} 1\n'), text);
  t.true(text.includes('tillbox_refusals_total{error_code="7"} 1\n'));
});

test('uptime goes by the clock of the process', async (t) => {
  const simulator = await simulatorFor(t);
  await simulator.clock.advance(90_000);

  t.regex((await controlOf(t, simulator)('GET /metrics')).text, /^tillbox_uptime_seconds 90$/m);
});
