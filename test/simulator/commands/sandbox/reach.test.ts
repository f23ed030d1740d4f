import test from 'ava';
import { controlToken, merchantInContainer, runCommand } from '../../../helpers/process/container.ts';

/** Every command, as it is typed. */
const commands: readonly (readonly string[])[] = [
  ['listen'],
  ['orders'],
  ['why', 'A-1'],
  ['trigger', 'expire', 'A-1'],
  ['time'],
  ['open', 'A-1'],
  ['logs'],
  ['logs', '--follow'],
];

for (const command of commands) {
  const name = `tillbox ${command.join(' ')}`;

  test(`${name} needs the token of a container`, async (t) => {
    const { url } = await merchantInContainer();

    t.deepEqual(await runCommand(...command, '--url', url), {
      code: 2,
      out: '',
      err: `${url} needs its CONTROL_TOKEN: --token or the setting CONTROL_TOKEN\n`,
    });
    t.deepEqual(await runCommand(...command, '--url', url, '--token', 'other'), {
      code: 2,
      out: '',
      err: `the CONTROL_TOKEN of ${url} is another one: give it with --token or the setting CONTROL_TOKEN\n`,
    });
  });

  test(`${name} says that nothing answers`, async (t) => {
    const { code, out, err } = await runCommand(...command, '--url', 'http://127.0.0.1:1');

    t.deepEqual({ code, out }, { code: 2, out: '' });
    t.regex(err, /^cannot reach http:\/\/127\.0\.0\.1:1 \(.*\n$/);
  });

  test(`${name} asks about an address and a login that are wrong`, async (t) => {
    const { url, login } = await merchantInContainer();
    const wrong = await runCommand(...command, '--url', 'ftp://a');
    t.is(wrong.code, 2);
    t.is(wrong.err, 'error: --url ftp://a: expected an http or https address\n--help shows the usage.\n');

    const other = await runCommand(...command, '--url', url, '--token', controlToken, '--login', `${login}x`);
    t.deepEqual(other, { code: 2, out: '', err: `no merchant has the login ${login}x; did you mean ${login}?\n` });
  });
}

test('the address may be that of the control API, and without http://', async (t) => {
  const { url, login } = await merchantInContainer();
  const reach = ['--token', controlToken, '--login', login];

  for (const address of [`${url}/`, `${url}/sandbox`, url.replace('http://', '')])
    t.is((await runCommand('time', '--url', address, ...reach)).code, 0, address);
});
