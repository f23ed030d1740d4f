import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import test from 'ava';
import { eventually } from '../helpers/ava/eventually.ts';
import { temporaryFolder } from '../helpers/process/temporary-folder.ts';
import { simulatorFor } from '../helpers/simulator/simulator.ts';

const execute = promisify(execFile);

const fileAt = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

const bankHost = 'securepayments.berekebank.kz';

/** Leads every connection over TLS to a port of this machine, as an alias of a network would. */
const leadTo = (port: string): string => {
  const code = `
    import tls from 'node:tls';
    import { syncBuiltinESMExports } from 'node:module';
    const connect = tls.connect;
    tls.connect = (options, ...rest) => connect({ ...options, host: '127.0.0.1', port: ${port} }, ...rest);
    syncBuiltinESMExports();
  `;
  return `data:text/javascript,${encodeURIComponent(code)}`;
};

test.serial('the shop of the recipe, unchanged, and curl reach the gateway under the name of the bank', async (t) => {
  const simulator = await simulatorFor(t, { tls: true, tlsFolder: temporaryFolder(t), logLevel: 'warn' });
  const { port } = new URL(simulator.tls?.url ?? '');
  const authority = simulator.tls?.authorityFile ?? '';
  const node = async (file: string, ...words: readonly string[]): Promise<string> => {
    const env = { ...process.env, NODE_EXTRA_CA_CERTS: authority };
    return (await execute(process.execPath, ['--import', leadTo(port), fileAt(file), ...words], { env })).stdout;
  };
  const curl = (...words: readonly string[]) =>
    execute('curl', ['-sS', '--connect-to', `${bankHost}:443:127.0.0.1:${port}`, ...words]);
  const health = `https://${bankHost}/sandbox/health`;

  const [orderId = '', formUrl = ''] = (await node('docs/recipes/https/shop.mjs')).trim().split(' ');
  t.true(formUrl.startsWith(`https://${bankHost}/payment/merchants/`), formUrl);
  await node('simulator/commands/cli.ts', 'pay', formUrl);
  t.like(await simulator.status(orderId), { orderStatus: 2 });

  t.is((await curl('--cacert', authority, health)).stdout, '{"status":"ok"}');
  await t.throwsAsync(curl(health), { message: /certificate/ });
  await eventually(
    t,
    async () =>
      (await (await fetch(`${simulator.controlUrl}/log`)).text()).includes('a client does not trust the certificate'),
    (isNamed) => isNamed,
  );
});
