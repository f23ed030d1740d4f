import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import test from 'ava';
import { banks } from '../../simulator/banks/all.ts';
import { partsOfBanner } from '../helpers/process/banner.ts';
import { ownProcessFor } from '../helpers/process/own-process.ts';

const execute = promisify(execFile);

const cli = fileURLToPath(new URL('../../simulator/commands/cli.ts', import.meta.url));

/** Runs a command as a person who copies it. */
const run = async (command: string): Promise<string> => (await execute('sh', ['-c', command])).stdout;

for (const { name, title } of banks) {
  test.serial(
    `what the banner of ${name} prints is true: its curl registers orders, whose page is where it says and can be paid`,
    async (t) => {
      const { output } = await ownProcessFor(t, { BANK: name });
      const { heading, facts, command } = partsOfBanner(output.out);

      t.true(heading.includes(title) && heading.includes(`BANK=${name}`), heading);
      const { orderId, formUrl } = JSON.parse(await run(command));
      t.is(formUrl, facts['Card page']?.replace('<orderId>', orderId));
      const page = await fetch(formUrl);
      t.is(page.status, 200);
      t.true((await page.text()).includes('my_first_order'));
      t.is((await fetch(`${facts['Control API']}/health`)).status, 200);
      await t.notThrowsAsync(execute(process.execPath, [cli, 'pay', formUrl]));
    },
  );
}

test.serial(
  'the curl of the banner works again, and with a login and a password that a shell would read otherwise',
  async (t) => {
    const MERCHANTS = `al'ice & "bob" $HOME:p+a%20ss;'$(id)\`w\``;
    const { output } = await ownProcessFor(t, { BANK: 'bt', MERCHANTS });
    const { command } = partsOfBanner(output.out);

    const orderIds = [JSON.parse(await run(command)), JSON.parse(await run(`sleep 1; ${command}`))].map(
      ({ orderId }) => orderId,
    );

    t.is(new Set(orderIds).size, 2);
    t.true(orderIds.every(Boolean));
  },
);
