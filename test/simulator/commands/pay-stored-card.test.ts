import test, { type ExecutionContext } from 'ava';
import { runProgram } from '../../../simulator/commands/program.ts';
import { inTurn } from '../../helpers/ava/take-turns.ts';
import { storedCard } from '../../helpers/payments/stored-card.ts';
import { simulatorFor } from '../../helpers/simulator/simulator.ts';

/** What `tillbox pay` wrote, and its exit code. */
const pay = async (...args: readonly string[]) => {
  const written = { out: '', err: '' };
  const writer = (name: keyof typeof written) => (text: string) => {
    written[name] += text;
  };
  const code = await inTurn(() => runProgram(['pay', ...args], { out: writer('out'), err: writer('err') }));
  return { code, ...written };
};

const gatewayFor = async (t: ExecutionContext) => {
  const simulator = await simulatorFor(t);
  const order = async () => simulator.register({ clientId: 'aida' });
  const bindings = async () =>
    ((await simulator.call('getBindings.do', { clientId: 'aida' }))['bindings'] ?? []) as { bindingId: string }[];
  return { simulator, order, bindings };
};

test('pay saves a card, and pays the next order with it by its last digits or its id', async (t) => {
  const { simulator, order, bindings } = await gatewayFor(t);

  t.is((await pay((await order()).formUrl, '--save-card')).code, 0);
  const [{ bindingId = '' } = {}] = await bindings();
  t.not(bindingId, '');

  for (const card of ['5599', bindingId]) {
    const { orderId, formUrl } = await order();
    t.like(await pay(formUrl, '--stored-card', card), { code: 0, err: '' });
    t.like(await simulator.status(orderId), { orderStatus: 2, bindingInfo: { bindingId } });
  }
});

test('pay saves no card unless it is told to', async (t) => {
  const { order, bindings } = await gatewayFor(t);

  t.is((await pay((await order()).formUrl)).code, 0);

  t.deepEqual(await bindings(), []);
});

test('a card that is not there is told with those that are', async (t) => {
  const { simulator, order } = await gatewayFor(t);
  const none = await pay((await order()).formUrl, '--stored-card', '5599');
  t.is(none.code, 1);
  t.regex(
    none.err,
    /does not offer the stored card 5599; it offers none: save one first, with an order that has the same clientId/,
  );

  await storedCard(simulator, { pan: '5555555555555599' });
  const other = await pay((await order()).formUrl, '--stored-card', '1234');
  t.regex(other.err, /does not offer the stored card 1234; it offers .*5599.* \([\w-]+\)/);
});

test('without a clientId the page has no box, and pay says what is missing', async (t) => {
  const { simulator } = await gatewayFor(t);
  const { formUrl } = await simulator.register();

  const { code, err } = await pay(formUrl, '--save-card');

  t.is(code, 1);
  t.regex(err, /no field saveCard, which saves the card: register the order with a clientId/);
});

test('pay says that an order was paid before, so that the card of the options does nothing', async (t) => {
  const { order } = await gatewayFor(t);
  const { formUrl } = await order();

  t.like(await pay(formUrl), { code: 0, err: '' });
  t.like(await pay(formUrl, '--card', '4000000000116006'), {
    code: 0,
    err: 'the order was paid before: no card was sent\n',
  });
});
