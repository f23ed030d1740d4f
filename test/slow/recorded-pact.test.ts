import { writeFileSync } from 'node:fs';
import path from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { quietVerifier } from '../../contracts/pact/quiet-verifier.ts';
import type { BreakJob, BreakReports } from '../../contracts/provider/break-process.ts';
import { breaks } from '../../simulator/breaks/all.ts';
import { changesAnswers } from '../../simulator/breaks/apply.ts';
import { cardForActionCode } from '../../simulator/issuer/code-range.ts';
import { runVerify } from '../helpers/contracts/verify-command.ts';
import { challengeCard, pay } from '../helpers/payments/pay.ts';
import { temporaryFolder } from '../helpers/process/temporary-folder.ts';
import { controlOf } from '../helpers/simulator/control.ts';
import { type Fields, login, simulatorFor, type TestSimulator } from '../helpers/simulator/simulator.ts';

/** A shop that sells, holds, captures, reverses and refunds, and looks at each order; some cards are declined. */
const trade = async ({ register, call, status }: TestSimulator): Promise<void> => {
  let count = 0;
  const order = (own: Fields = {}) => {
    count++;
    return {
      orderNumber: `n-${count}`,
      amount: '150000',
      description: 'Shirt',
      returnUrl: 'http://localhost/x',
      ...own,
    };
  };
  const paid = await register(order({ clientId: 'client-1', jsonParams: '{"b":"1","a":"2"}' }));
  await status(paid.orderId);
  await pay(paid.formUrl, { card: challengeCard, savesCard: true });
  await status(paid.orderId);
  await call('getBindings.do', { clientId: 'client-1' });
  const refunded = await register(order());
  await pay(refunded.formUrl, { card: challengeCard });
  await status(refunded.orderId);
  await call('refund.do', { orderId: refunded.orderId, amount: '50000', externalRefundId: 'r-1' });
  await status(refunded.orderId);
  await call('refund.do', { orderId: refunded.orderId, amount: '150000' });
  await call('refund.do', { orderId: refunded.orderId, amount: '100000' });
  await status(refunded.orderId);
  const captured = await call('registerPreAuth.do', order());
  await pay(captured['formUrl'], { card: challengeCard });
  await status(captured['orderId']);
  await call('deposit.do', { orderId: captured['orderId'], amount: '100000' });
  await status(captured['orderId']);
  const reversed = await call('registerPreAuth.do', order());
  await pay(reversed['formUrl'], { card: challengeCard });
  await call('reverse.do', { orderId: reversed['orderId'] });
  await status(reversed['orderId']);
  const declined = await register(order());
  await pay(declined.formUrl, { card: { ...challengeCard, pan: cardForActionCode(116) } });
  await status(declined.orderId);
  await call('register.do', order({ orderNumber: 'n-1' }));
  await call('getOrderStatusExtended.do', { orderId: '019b6f10-3c2a-7c41-9f6e-5a1200b4ffff' });
};

const verifyBreaks = quietVerifier<BreakJob, BreakReports>(
  new URL('../../contracts/provider/break-process.ts', import.meta.url),
);

const pactOf = async (t: ExecutionContext, bank: string, does = trade): Promise<string> => {
  const simulator = await simulatorFor(t, { journalSize: 10_000, bank });
  await does(simulator);
  const { text } = await controlOf(t, simulator)('GET /merchants/test_user/pact');
  const file = path.join(temporaryFolder(t), 'recorded.json');
  writeFileSync(file, text);
  return file;
};

// One after the other, because each is work for a whole processor.
test.serial('a recorded pact holds at its bank, also at one that sends JSON as plain text', async (t) => {
  for (const bank of ['bereke', 'sber']) {
    const { code, out } = await runVerify([await pactOf(t, bank)], { bank });
    t.is(code, 0, out);
  }
});

/** A shop that takes card numbers, charges a stored card by JSON, and gives its orders an end. */
const tradeWithCards = async ({ restUrl, register, call }: TestSimulator): Promise<void> => {
  const card = { $PAN: '4444555511113333', $CVC: '123', YYYY: '2034', MM: '12', TEXT: 'AIDA BEK' };
  const order = { amount: '150000', returnUrl: 'http://localhost/x' };
  const { orderId } = await register({ ...order, expirationDate: '2026-01-01T18:00:00' });
  await call('paymentorder.do', { MDORDER: orderId, ...card });
  const { $PAN: pan, $CVC: cvc, TEXT: cardHolderName } = card;
  await call('instantPayment.do', { ...order, pan, cvc, expiry: '203412', cardHolderName, backUrl: order.returnUrl });
  await call('verifyEnrollment.do', { pan });
  const binding = { clientId: 'client-1', pan, expiryDate: '203412', cardholderName: cardHolderName };
  const { bindingId } = await call('createBindingNoPayment.do', binding);
  await fetch(new URL('../recurrentPayment.do', restUrl), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ ...login, orderNumber: 'n-1', bindingId, amount: 150_000 }),
  });
};

test.serial('a recorded pact with cards, JSON and dates holds at its bank', async (t) => {
  const { code, out } = await runVerify([await pactOf(t, 'bereke', tradeWithCards)], { bank: 'bereke' });

  t.is(code, 0, out);
  for (const call of ['register', 'paymentorder', 'instantPayment', 'verifyEnrollment', 'recurrentPayment'])
    t.regex(out, new RegExp(`${call}\\.do`));
});

test.serial('a shop recorded at Bereke learns what other banks do differently', async (t) => {
  const { code, out } = await runVerify([await pactOf(t, 'bereke')], {
    allBanks: true,
    require: 'satim',
    filterDescription: 'refund.do|n-1|errorCode 1$|refunded in part exists',
  });

  t.is(code, 1);
  t.regex(out, /satim: \$\.errorCode: Expected 1 \(Integer\) to be equal to '1' \(String\)/);
  t.regex(out, /sber: \$\.cardAuthInfo\.pan: Expected '555555XXXXXX5599'/);
});

test.serial('a recorded pact rejects at least 80 % of the breaks that change its answers', async (t) => {
  const file = await pactOf(t, 'bereke');
  const rows = breaks.filter((row) => changesAnswers(row) && row.equivalent === undefined);

  const recording = path.join(temporaryFolder(t), 'answers.json');
  const reports = await verifyBreaks({ pactFile: file, ids: rows.map(({ id }) => id), recording });

  const reached = Object.entries(reports).filter(([, { tried }]) => tried.length > 0);
  const missed = reached.filter(([, { mismatches }]) => mismatches.length === 0).map(([id]) => id);
  t.true(reached.length > 150, String(reached.length));
  t.true(missed.length / reached.length <= 0.2, `${missed.length} of ${reached.length}: ${missed.join(', ')}`);
  t.log(`${reached.length - missed.length} of ${reached.length} breaks are rejected`);
});
