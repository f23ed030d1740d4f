import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Json } from '../simulator/simulator.ts';

/** Fetches an OpenAPI document of a running gateway. */
export const fetchDocument = async (url: string): Promise<Json> => (await fetch(url)).json() as Promise<Json>;

/** Finds the schema at a place of a document. Fields that the document does not name are wrong. */
const schemasOf = (document: Json) => {
  const ajv = new Ajv2020({ strict: false, allErrors: true, code: { optimize: false } });
  addFormats.default(ajv);
  ajv.addSchema({ ...(tight(document) as Json), $id: 'document' });
  return (steps: readonly string[], value: unknown): string | undefined => {
    const validate = ajv.getSchema(`document#/${steps.map(escaped).join('/')}`);
    if (!validate) return `has no schema at ${steps.join(' ')}`;
    if (validate(value)) return undefined;
    return `${ajv.errorsText(validate.errors)}: ${JSON.stringify(value).slice(0, 400)}`;
  };
};

/** Holds answers against a document; what is wrong with one as a text, else undefined. */
export const answerJudge = (
  document: Json,
): ((path: string, method: string, answer: unknown, status?: string) => string | undefined) => {
  const judge = schemasOf(document);
  return (path, method, answer, status = '200') => {
    const { content = {} } = document['paths'][path]?.[method]?.responses?.[status] ?? {};
    const [mediaType = ''] = Object.keys(content);
    const steps = ['paths', path, method, 'responses', status, 'content', mediaType, 'schema'];
    // Under another content type than that of JSON, the document says that the text is JSON.
    const isInText = content[mediaType]?.schema?.contentSchema !== undefined;
    return judge(isInText ? [...steps, 'contentSchema'] : steps, answer);
  };
};

/** The same for the body of a POST. */
export const requestJudge = (document: Json): ((path: string, body: unknown) => string | undefined) => {
  const judge = schemasOf(document);
  return (path, body) => {
    const [mediaType = ''] = Object.keys(document['paths'][path].post.requestBody.content);
    return judge(['paths', path, 'post', 'requestBody', 'content', mediaType, 'schema'], body);
  };
};

const escaped = (step: string): string => encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'));

/** The document with every object closed whose fields it names. */
const tight = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(tight);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, tight(inner)]));
  const isOpen = fields['type'] === 'object' && 'properties' in fields && !('additionalProperties' in fields);
  return isOpen ? { ...fields, additionalProperties: false } : fields;
};
