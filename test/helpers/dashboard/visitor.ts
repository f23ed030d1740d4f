/** A page as a browser without JavaScript has it. */
export interface VisitedPage {
  readonly status: number;
  readonly html: string;
  /** Without tags, with single spaces. */
  readonly text: string;
}

export interface VisitorOptions {
  readonly language?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const entities: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&nbsp;': ' ',
  '&amp;': '&',
};

/** The text for which an attribute or the text of an element stands. */
export const unescaped = (html: string): string =>
  html.replace(/&(?:lt|gt|quot|#39|nbsp|amp);/g, (entity) => entities[entity] ?? entity);

export const textOf = (html: string): string =>
  unescaped(html.replaceAll('<wbr>', '').replaceAll(/<[^>]*>/g, ' '))
    .replaceAll(/\s+/g, ' ')
    .trim();

/** A browser at the dashboard: it keeps cookies, and sends forms as they are on its pages. */
export const visitorOf = (url: string, { language = 'en', headers = {} }: VisitorOptions = {}) => {
  const cookies = new Map<string, string>();

  const send = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(new URL(path, url), {
      redirect: 'manual',
      ...init,
      headers: { Accept: 'text/html', 'Accept-Language': language, Cookie: cookie, ...headers, ...init.headers },
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/max-age=0/i.test(line)) cookies.delete(name);
      else cookies.set(name, value);
    }
    return answer;
  };

  const pageOf = async (answer: Response): Promise<VisitedPage> => {
    const html = await answer.text();
    return { status: answer.status, html, text: textOf(html) };
  };

  const open = async (path: string): Promise<VisitedPage> => pageOf(await send(path));

  /** Sends the form of a page that does this, with these fields besides its hidden ones; the page to which that leads. */
  const submit = async (path: string, act: string, fields: Readonly<Record<string, string>> = {}) => {
    const { html } = await open(path);
    const form = [...html.matchAll(/<form\b[^>]*method="post"[^>]*>[\s\S]*?<\/form>/g)].find(([text]) =>
      text.includes(`name="act" value="${act}"`),
    )?.[0];
    if (form === undefined) throw new Error(`no form of ${path} does ${act}`);
    const hidden = [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)];
    const values = hidden.map(([, name = '', value = '']) => [unescaped(name), unescaped(value)]);
    const action = unescaped(/\baction="([^"]*)"/.exec(form)?.[1] ?? path);
    const answer = await send(action, {
      method: 'POST',
      body: new URLSearchParams({ ...Object.fromEntries(values), ...fields }),
    });
    return answer.status === 303 ? open(answer.headers.get('location') ?? path) : pageOf(answer);
  };

  return { cookies, send, open, submit };
};
