import { fillForm } from '../../client/fill-form.ts';
import { type PageForm, readForms } from '../../client/read-form.ts';
import type { Json } from './simulator.ts';

/** Lets the browser be looked at between the two calls of 3-D Secure 2, as the hidden frames of a shop's own page do. */
export const visitMethodPages = async (answer: Json): Promise<void> => {
  const { threeDSMethodURLServer, threeDSMethodURL, threeDSMethodDataPacked } = answer;
  await open(threeDSMethodURLServer);
  await post(threeDSMethodURL, new URLSearchParams({ threeDSMethodData: threeDSMethodDataPacked }));
};

/** Opens the issuer's page as a shop's own page does, types the code, and gives the form that leads back. */
export const passIssuer = async (answer: Json, code = '123456'): Promise<PageForm> => {
  const { acsUrl, packedCReq, paReq, termUrl } = answer;
  const fields = packedCReq ? { creq: packedCReq } : { MD: '', PaReq: paReq, TermUrl: termUrl };
  const page = await post(acsUrl, new URLSearchParams(fields as Record<string, string>));
  const [form] = readForms(page, acsUrl);
  if (!form) throw new Error(`the issuer shows no form: ${page.slice(0, 200)}`);
  const submit = form.buttons.find(({ value }) => value === 'submit');
  const back = readForms(await post(form.action, fillForm(form, { code }, submit)), acsUrl);
  if (!back[0]) throw new Error('the issuer shows no way back');
  return back[0];
};

/** What stands in the issuer's form under this name. */
export const fieldOf = (form: PageForm, name: string): string =>
  form.fields.find((field) => field.name === name)?.value ?? '';

/** Lets the browser send the issuer's form to the gateway; the address that the gateway sends it on to. */
export const sendBack = async (form: PageForm): Promise<string> => {
  const answer = await fetch(form.action, { method: 'POST', body: fillForm(form, {}), redirect: 'manual' });
  return answer.headers.get('location') ?? '';
};

const open = async (url: string, init: RequestInit = {}): Promise<string> => {
  const answer = await fetch(url, { redirect: 'manual', ...init });
  if (!answer.ok) throw new Error(`${url} answers HTTP ${answer.status}`);
  return answer.text();
};

const post = (url: string, body: URLSearchParams): Promise<string> => open(url, { method: 'POST', body });
