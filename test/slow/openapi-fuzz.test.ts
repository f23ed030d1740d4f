import test from 'ava';
import { banks } from '../../simulator/banks/all.ts';
import { answerJudge, fetchDocument } from '../helpers/http/documented-answers.ts';
import { type Answer, ask } from '../helpers/simulator/ask.ts';
import { type Json, simulatorFor } from '../helpers/simulator/simulator.ts';
import { forShop } from '../journeys/every-call.ts';
import { chanceOf } from '../torture/chance.ts';
import { knownIds } from './fuzz/known-ids.ts';
import { type Described, makeRequest, operationsIn } from './fuzz/make-request.ts';

/** Requests for each bank. */
const requests = 1_000;

/** What the document has against an answer. */
const judgeOf = (document: Json, contentType: string) => {
  const judge = answerJudge(document);
  return ({ path, method }: Described, answer: Answer): string | undefined => {
    const status = String(answer.status);
    if (answer.status >= 400 && !(status in document['paths'][path][method].responses))
      return answer.status < 500 && answer.contentType.startsWith('text/plain') ? undefined : `HTTP ${status}`;
    if (answer.contentType !== contentType) return `its content type is ${answer.contentType}`;
    return judge(path, method, JSON.parse(answer.text), status);
  };
};

for (const bank of banks)
  test(`${requests} requests made from the document are answered as it says: ${bank.name}`, async (t) => {
    const simulator = await simulatorFor(t, { bank: forShop(bank) });
    const document = await fetchDocument(`${simulator.controlUrl}/openapi/merchant.json?bank=${bank.name}`);
    const [operations, judge] = [operationsIn(document), judgeOf(document, bank.contentType)];
    const [chance, ids] = [chanceOf(20_261), await knownIds(simulator, '398')];
    const wrong: string[] = [];
    const succeeded = new Set<string>();

    for (let number = 0; number < requests; number++) {
      const described = operations[number % operations.length] as Described;
      const { query, contentType, body = '', isSpoilt } = makeRequest(described, chance, ids);
      const answer = await ask(`${simulator.url}${described.path}${query}`, {
        method: described.method.toUpperCase(),
        headers: contentType === undefined ? {} : { 'content-type': contentType },
        body,
      });
      const said = judge(described, answer);
      if (said !== undefined)
        wrong.push(`${described.method} ${described.path} ${(query + body).slice(0, 600)}: ${said}`);
      if (!isSpoilt && isSuccess(answer)) succeeded.add(described.path);
    }

    t.deepEqual(wrong, []);
    t.log(`${succeeded.size} of ${Object.keys(document['paths']).length} calls succeeded`);
    t.true(succeeded.size >= 30, `only ${succeeded.size} calls succeeded`);
  });

const isSuccess = ({ text }: Answer): boolean =>
  /"(?:errorCode|ErrorCode)":"?0"?[,}]|"success":true|"status":"SUCCESS"|"formUrl"|"keys"|"redirect"/.test(text);
