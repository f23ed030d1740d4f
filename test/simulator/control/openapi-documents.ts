import { Validator } from '@seriousme/openapi-schema-validator';
import test from 'ava';
import type { Bank } from '../../../simulator/banks/bank.ts';
import { pageCalls } from '../../../simulator/card-page/routes.ts';
import { addressOf } from '../../../simulator/data/endpoint-facts.ts';
import { gatewayEndpoints } from '../../../simulator/gateway/endpoints.ts';
import { answerJudge, fetchDocument, requestJudge } from '../../helpers/http/documented-answers.ts';
import { type Json, simulatorFor } from '../../helpers/simulator/simulator.ts';

export const problemsOf = async (document: Json): Promise<unknown> => {
  const { valid, errors } = await new Validator().validate(structuredClone(document));
  return valid ? [] : errors;
};

export const operationsOf = (document: Json): readonly string[] =>
  Object.entries<Json>(document['paths']).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );

export const operationIds = (document: Json): readonly string[] =>
  Object.values<Json>(document['paths']).flatMap((methods) =>
    Object.values<Json>(methods).map(({ operationId }) => operationId),
  );

/** Paths of arrays that do not say what is in them, which locks out several validators. */
export const arraysWithoutItems = (value: unknown, path = '#'): readonly string[] => {
  if (typeof value !== 'object' || value === null) return [];
  const { type, items } = value as Json;
  const isBare = [type].flat().includes('array') && items === undefined;
  const inside = Object.entries(value).flatMap(([name, inner]) => arraysWithoutItems(inner, `${path}/${name}`));
  return isBare ? [path, ...inside] : inside;
};

/** Every example of the document that its schema does not allow. */
const wrongExamples = (document: Json): readonly string[] => {
  const judge = answerJudge(document);
  const ofRequest = requestJudge(document);
  return Object.entries<Json>(document['paths']).flatMap(([path, { post }]) => {
    const [content] = Object.values<Json>(post.requestBody.content);
    const answers = Object.entries<Json>(post.responses).flatMap(([status, { content: answer = {} }]) =>
      Object.entries<Json>(Object.values<Json>(answer)[0]?.['examples'] ?? {}).map(([name, { value }]) => {
        const json = typeof value === 'string' ? JSON.parse(value) : value;
        const wrong = judge(path, 'post', json, status);
        return wrong && `${path} ${name}: ${wrong}`;
      }),
    );
    const request = content?.['example'] && ofRequest(path, content['example']);
    return [...answers, request && `${path}: ${request}`].filter((wrong) => wrong !== undefined);
  });
};

/** Declares the test of a bank's document of the merchant API. */
export const testMerchantDocument = (bank: Bank): void =>
  test(`the document of the merchant API is valid as ${bank.name}, and lists every call that is served`, async (t) => {
    const { controlUrl, url } = await simulatorFor(t, { bank });
    const document = await fetchDocument(`${controlUrl}/openapi/merchant.json`);

    t.deepEqual(await problemsOf(document), []);
    const served = [...gatewayEndpoints, ...pageCalls].map((call) => addressOf(call, bank.basePath));
    t.deepEqual(Object.keys(document['paths']).toSorted(), served.toSorted());
    const forms = [...gatewayEndpoints, ...pageCalls].filter(({ body }) => body !== 'json');
    t.is(new Set(operationIds(document)).size, served.length + forms.length);
    t.deepEqual(arraysWithoutItems(document), []);
    t.deepEqual(document['servers'], [{ url }]);
    t.deepEqual(wrongExamples(document), []);
  });
