import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { banks } from '../../simulator/banks/all.ts';
import type { Bank } from '../../simulator/banks/bank.ts';
import { bereke } from '../../simulator/banks/bereke.ts';
import { fetchDocument } from '../helpers/http/documented-answers.ts';
import { type Json, simulatorFor } from '../helpers/simulator/simulator.ts';
import { requestFiles } from './generate/requests/request-files.ts';
import { type FileRequest, httpRequests, play, postmanFolders, variablesOf } from './play-requests.ts';

const root = join(import.meta.dirname, '../..');
const read = (name: string): string => readFileSync(join(root, 'docs/requests', name), 'utf8');
const collection = read('tillbox.postman_collection.json');
const folders = postmanFolders(collection);

test('docs/requests is what the OpenAPI documents say (write it with: npm run docs)', async (t) => {
  for (const [name, text] of Object.entries(await requestFiles())) t.true(read(name) === text, name);
});

const usual = [
  ['baseUrl', 'http://127.0.0.1:8080'],
  ['userName', 'test_user'],
  ['password', 'test_user_password'],
  ['controlToken', 'none'],
] as const;

/** Sends requests to a gateway with the usual settings, each after the one before it. */
const playAll = async (t: ExecutionContext, all: readonly FileRequest[], bank: Bank = bereke) => {
  const simulator = await simulatorFor(t, { journalSize: 1000, bank });

  const answers = await play(all, new Map([...usual, ['baseUrl', simulator.url]]));

  t.true(answers.length > 60);
  for (const { title, status, text } of answers) {
    t.true(status < 300, `${title}: ${status} ${text}`);
    t.notRegex(text, /"(?:errorCode|ErrorCode)": ?"?[1-9]|"success": ?false|"status": ?"FAIL/, `${title}: ${text}`);
  }
  return answers;
};

for (const bank of banks.filter(
  ({ wantsCustomer, registrationWants }) => !wantsCustomer && registrationWants.length === 0,
))
  test(`${bank.name} accepts each request of the Postman collection if they are sent one after the other`, async (t) => {
    const inTurn = folders.filter(({ title }) => title !== 'Other calls').flatMap(({ requests }) => requests);

    // A step declines a card, and the next one closes the order.
    const answers = await playAll(t, inTurn, { ...bank, paymentAttempts: bereke.paymentAttempts });

    const statuses = answers.filter(({ title }) => title.startsWith('Status'));
    t.deepEqual(
      statuses.map(({ text }) => JSON.parse(text).orderStatus),
      [2, 4, 2, 3, 0, 6],
    );
  });

for (const name of ['tillbox.vscode.http', 'tillbox.jetbrains.http'])
  test(`the gateway accepts each request of ${name} if they are sent one after the other`, async (t) => {
    const all = httpRequests(read(name)).filter(({ title }) => !title.startsWith('Other calls: '));

    t.deepEqual(
      [...variablesOf(read(name))],
      usual.map((one) => [...one]),
    );
    await playAll(t, all);
  });

test('the collection has every call that a merchant can make, and its variables', async (t) => {
  const { controlUrl } = await simulatorFor(t);
  const { paths } = await fetchDocument(`${controlUrl}/openapi/merchant.json`);
  const ofMerchant = Object.keys(paths).filter((path) => paths[path].post.tags.includes('merchant'));

  const urls = new Set(folders.flatMap(({ requests }) => requests.map(({ url }) => url)));
  t.deepEqual(
    ofMerchant.filter((path) => !urls.has(`{{baseUrl}}${path}`)),
    [],
  );
  t.deepEqual(
    JSON.parse(collection).variable.map(({ key, value }: Json) => [key, value]),
    usual.map((one) => [...one]),
  );
});

test('the first request of a call in the collection shows every field that the call has, with its meaning', async (t) => {
  const { controlUrl } = await simulatorFor(t);
  const { paths } = await fetchDocument(`${controlUrl}/openapi/merchant.json`);
  const { schema } = paths['/payment/rest/register.do'].post.requestBody.content['application/x-www-form-urlencoded'];
  const [register] = JSON.parse(collection).item[0].item;

  const shown = register.request.body.urlencoded.map(({ key, description }: Json) => [key, description]);
  const meant = Object.entries<Json>(schema.properties).map(([key, { description }]) => [key, description]);
  t.deepEqual(shown.toSorted(), meant.toSorted());
});
