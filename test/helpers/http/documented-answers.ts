import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Json } from '../simulator/simulator.ts';

/** Fetches an OpenAPI document of a running gateway. */
export const fetchDocument = async (url: string): Promise<Json> => (await fetch(url)).json() as Promise<Json>;

/** Holds answers against a document; what is wrong with one as a text, else undefined. Fields that the document does not name are wrong too. */
export const answerJudge = (
  document: Json,
): ((path: string, method: string, answer: unknown, status?: string) => string | undefined) => {
  const ajv = new Ajv2020({ strict: false, allErrors: true, code: { optimize: false } });
  addFormats.default(ajv);
  ajv.addSchema({ ...(tight(document) as Json), $id: 'document' });
  return (path, method, answer, status = '200') => {
    const { content = {} } = document['paths'][path]?.[method]?.responses?.[status] ?? {};
    const [mediaType = ''] = Object.keys(content);
    const pointer = ['paths', path, method, 'responses', status, 'content', mediaType, 'schema'];
    // Under another content type than that of JSON, the document says that the text is JSON.
    if (content[mediaType]?.schema?.contentSchema) pointer.push('contentSchema');
    const validate = ajv.getSchema(`document#/${pointer.map(escaped).join('/')}`);
    if (!validate) return `has no schema for HTTP ${status}`;
    if (validate(answer)) return undefined;
    return `${ajv.errorsText(validate.errors)}: ${JSON.stringify(answer).slice(0, 400)}`;
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
