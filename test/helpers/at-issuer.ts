import { fillForm } from '../../client/fill-form.ts';
import { type PageForm, readForms } from '../../client/read-form.ts';
import type { Json } from './simulator.ts';

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

const post = async (url: string, body: URLSearchParams): Promise<string> =>
  (await fetch(url, { method: 'POST', body, redirect: 'manual' })).text();
