import test from 'ava';
import { runProgram } from '../../../../simulator/commands/program.ts';
import { sayIn } from '../../../../simulator/commands/read-config.ts';
import { pay, plainCard } from '../../../helpers/payments/pay.ts';
import { merchantInContainer } from '../../../helpers/process/container.ts';

/** A shop with an order that was declined and one that is open, and commands on a Russian terminal. */
const russianShop = async () => {
  const { reach, login, register, gateway, sandbox } = await merchantInContainer();
  await sandbox.clock.freeze(login);
  const { orderId, formUrl } = await register('A-1', { jsonParams: { scenario: 'insufficient-funds' } });
  await pay(formUrl, { card: plainCard });
  await register('A-2');
  await gateway.refund({ orderId, amountMinor: 500 }).catch(() => {});
  const say = await sayIn('ru');
  return async (...args: readonly string[]) => {
    let text = '';
    const write = (more: string): void => {
      text += more;
    };
    await runProgram([...args, ...reach, '--login', login], { out: write, err: write, columns: 100, say });
    return text;
  };
};

/** Words of an English sentence. */
const english = / (?:the|is|was|of|to|an?|by|and|with|from|in|has|no) /;

test('the commands about a sandbox speak Russian', async (t) => {
  const run = await russianShop();

  t.regex(await run('orders'), /^время +номер +сумма +статус +что произошло +orderId\n/);
  t.regex(await run('orders'), / Недостаточно средств \(116\) /);
  t.regex(await run('time'), /Z {2}часы стоят\n.*Z {2}истекает срок заказа {2}orderId /);
  t.regex(await run('trigger', 'expire', 'A-2'), /^заказ A-2 {2}declined 6: окончательно отклонён\nодобрено /);
  t.regex(await run('logs', '--refused'), / refund\.do .* отклонён: /);
  t.regex(await run('why', 'A-9'), /^у \S+ нет заказа A-9\n$/);
});

test('the reasons of an order are Russian but for names', async (t) => {
  const run = await russianShop();

  const lines = (await run('why', 'A-1')).split('\n');

  t.deepEqual(
    lines.filter((line) => english.test(line)),
    [],
  );
});
