import { fileURLToPath } from 'node:url';
import test from 'ava';
import { runDrift } from '../../helpers/contracts/drift/drift-command.ts';

const fixture = (name: string): string => fileURLToPath(new URL(`../../fixtures/drift/${name}.json`, import.meta.url));

test("answers that were recorded at SATIM's test host are those of its profile", async (t) => {
  const { code, out } = await runDrift({ from: fixture('satim-recorded') });

  t.is(code, 0, out);
  t.is(out, 'satim, satim-recorded.json: 2 questions compared, 0 differences\n\n');
});

test('answers that were recorded at Sberbank differ in an empty list only', async (t) => {
  const { code, out } = await runDrift({ from: fixture('sber-recorded') });

  t.is(code, 1);
  t.is(
    out,
    `sber, sber-recorded.json: 6 questions compared, 1 difference in 1 situation

$.bindings (removed: the bank does not send it)
  tillbox  list without entries
  in       getBindings: a client without cards

`,
  );
});

test('the fields of an order that was recorded at another bank are those of its own order', async (t) => {
  const { out } = await runDrift({ from: fixture('vtb-recorded') });

  t.deepEqual(out.match(/^\$.*$/gm), [
    '$.orderDescription (removed: the bank does not send it)',
    '$.payerData (added: tillbox does not send it)',
    '$.orderBundle (added: tillbox does not send it)',
  ]);
});

test('answers of one bank are compared with another one if --bank says so', async (t) => {
  const { code, out } = await runDrift({ from: fixture('satim-recorded'), bank: 'clictopay' });

  t.is(code, 1);
  t.regex(out, /^clictopay, satim-recorded\.json: /);
});
