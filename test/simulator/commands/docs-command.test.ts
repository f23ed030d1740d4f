import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import test, { type ExecutionContext } from 'ava';
import { docs, serveSite } from '../../../simulator/commands/docs.ts';
import { sendRaw } from '../../helpers/http/raw-request.ts';
import { temporaryFolder } from '../../helpers/process/temporary-folder.ts';

const files = {
  'index.html': '<h1>tillbox</h1>',
  '404.html': '<h1>No such page</h1>',
  'banks.html': '<h1>Banks</h1>',
  'ru/index.html': '<h1>По-русски</h1>',
  'assets/app.js': 'let a;',
  'assets/style.css': 'a {}',
  'hashmap.json': '{}',
};

const siteFor = (t: ExecutionContext): URL => {
  const folder = temporaryFolder(t);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, 'site', name)), { recursive: true });
    writeFileSync(path.join(folder, 'site', name), text);
  }
  writeFileSync(path.join(folder, 'secret.html'), 'secret');
  return pathToFileURL(path.join(folder, 'site/'));
};

const serverFor = async (t: ExecutionContext, port = 0) => {
  const { url, close } = await serveSite(siteFor(t), port);
  t.teardown(() => close(0));
  return { url };
};

test('tillbox docs serves every file of the site under its path, with its type', async (t) => {
  const { url } = await serverFor(t);
  const types: Readonly<Record<string, string>> = {
    html: 'text/html',
    js: 'text/javascript',
    css: 'text/css',
    json: 'application/json',
  };

  for (const [name, text] of Object.entries(files)) {
    const response = await fetch(new URL(name, url));
    t.is(response.status, 200, name);
    t.is(response.headers.get('content-type'), `${types[name.split('.')[1] ?? '']}; charset=utf-8`);
    t.is(await response.text(), text);
  }
});

test('tillbox docs leads a folder to its page', async (t) => {
  const { url } = await serverFor(t);
  const ask = async (address: string) => {
    const response = await fetch(new URL(address, url));
    return [response.status, new URL(response.url).pathname, await response.text()];
  };

  t.deepEqual(await ask('/'), [200, '/', files['index.html']]);
  t.deepEqual(await ask('/ru/'), [200, '/ru/', files['ru/index.html']]);
  t.deepEqual(await ask('/ru'), [200, '/ru/', files['ru/index.html']]);
  t.deepEqual(await ask('/?q=1'), [200, '/', files['index.html']]);
});

test('tillbox docs answers any other address with the page of a wrong address', async (t) => {
  const { url } = await serverFor(t);

  for (const address of ['/none.html', '/none/', '/assets/none.js', '/assets', '/%', '/..%2fsecret.html']) {
    const response = await fetch(new URL(address, url));
    t.is(response.status, 404, address);
    t.is(await response.text(), files['404.html'], address);
  }
});

test('tillbox docs serves nothing outside the folder', async (t) => {
  const { url } = await serverFor(t);

  for (const address of ['/../secret.html', '/ru/../../secret.html', '/%2e%2e/secret.html']) {
    const line = `GET ${address} HTTP/1.1`;
    const { status, body } = await sendRaw(url, { line, headers: ['Host: localhost', 'Connection: close'] });
    t.is(status, 404, address);
    t.is(body, files['404.html'], address);
  }
});

test('tillbox docs takes another port if its own is in use', async (t) => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  t.teardown(() => other.close());
  const { port } = other.address() as { port: number };

  const { url } = await serverFor(t, port);

  t.not(new URL(url).port, String(port));
  t.is((await fetch(url)).status, 200);
});

test('tillbox docs says how the site is built if it is not there', async (t) => {
  const err: string[] = [];
  const missing = new URL('none/', siteFor(t));

  t.is(await docs({ out: () => {}, err: (text) => err.push(text) }, [missing]), 1);
  t.deepEqual(err, ['The site of the documentation is not there; npm run docs:site builds it.\n']);
});
