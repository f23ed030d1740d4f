import { fillForm, type PageForm, readPage } from '../../client/index.ts';
import { StateNotReached } from '../domain/errors/state-not-reached.ts';

/** The answer of a call that leads to the issuer. */
type Answer = Readonly<Record<string, unknown>>;

const textIn = (answer: Answer, name: string): string => String(answer[name] ?? '');

/** Opens the pages that collect browser data between the two calls of 3-D Secure 2, as a shop's hidden frames do. */
export const visitMethodPages = async (answer: Answer, fetchPage = fetch): Promise<void> => {
  await open(fetchPage, textIn(answer, 'threeDSMethodURLServer'));
  const threeDSMethodData = textIn(answer, 'threeDSMethodDataPacked');
  await post(fetchPage, textIn(answer, 'threeDSMethodURL'), new URLSearchParams({ threeDSMethodData }));
};

/** Opens the issuer's page, submits the code, and returns the form that leads back. */
export const passIssuer = async (answer: Answer, code = '123456', fetchPage = fetch): Promise<PageForm> => {
  const acsUrl = textIn(answer, 'acsUrl');
  const fields: Record<string, string> = answer['packedCReq']
    ? { creq: textIn(answer, 'packedCReq') }
    : { MD: '', PaReq: textIn(answer, 'paReq'), TermUrl: textIn(answer, 'termUrl') };
  const page = await post(fetchPage, acsUrl, new URLSearchParams(fields));
  const shown = readPage(page, acsUrl);
  if (shown.kind !== 'acs') throw new StateNotReached(`the issuer shows no form: ${page.slice(0, 200)}`);
  const { form } = shown;
  const submit = form.buttons.find(({ value }) => value === 'submit');
  const next = await post(fetchPage, form.action, fillForm(form, { code }, submit));
  const left = readPage(next, acsUrl);
  if (left.kind !== 'auto-post') throw new StateNotReached('the issuer shows no way back');
  return left.form;
};

/** The value of a field of the issuer's form. */
export const fieldOf = (form: PageForm, name: string): string =>
  form.fields.find((field) => field.name === name)?.value ?? '';

/** Sends the issuer's form to the gateway as a browser does, and returns the address of the redirect. */
export const sendBack = async (form: PageForm): Promise<string> => {
  const answer = await fetch(form.action, { method: 'POST', body: fillForm(form, {}), redirect: 'manual' });
  return answer.headers.get('location') ?? '';
};

const open = async (fetchPage: typeof fetch, url: string, init: RequestInit = {}): Promise<string> => {
  const answer = await fetchPage(url, { redirect: 'manual', ...init });
  if (!answer.ok) throw new StateNotReached(`${url} answers HTTP ${answer.status}`);
  return answer.text();
};

const post = (fetchPage: typeof fetch, url: string, body: URLSearchParams): Promise<string> =>
  open(fetchPage, url, { method: 'POST', body });
