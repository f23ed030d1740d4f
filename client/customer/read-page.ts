import { type PageForm, readForms } from './read-form.ts';
import { type Html, markedElements, readHtml } from './read-html.ts';

/** A page of the gateway or of the card's issuer, recognised by its markup. */
export type GatewayPage =
  | {
      readonly kind: 'payment';
      readonly form: PageForm;
      /** Present if the page offers stored cards. */
      readonly storedForm?: PageForm;
      readonly declines: string[];
      readonly fieldErrors: string[];
    }
  | { readonly kind: 'acs'; readonly form: PageForm; readonly wrongCode: string }
  | { readonly kind: 'auto-post'; readonly form: PageForm }
  | { readonly kind: 'error' | 'finish'; readonly text: string }
  | { readonly kind: 'unknown' };

/** Recognises a page: by the ids of its forms, or by `data-page` on a page without one of them. */
export const readPage = (html: string, url: string): GatewayPage => {
  const page = readHtml(html);
  const forms = readForms(page, url);
  const withId = (id: string) => forms.find((form) => form.id === id);

  const payment = withId('payment-form');
  const stored = withId('stored-form');
  if (payment) {
    return { kind: 'payment', form: payment, ...(stored && { storedForm: stored }), ...messagesOf(page) };
  }
  const acs = withId('acs-form');
  if (acs) return { kind: 'acs', form: acs, wrongCode: textsOf(page, 'data-acs-error').join('; ') };
  const autoPost = withId('auto-post');
  if (autoPost) return { kind: 'auto-post', form: autoPost };

  const [marked] = markedElements(page, 'data-page');
  if (marked?.value === 'error' || marked?.value === 'finish') return { kind: marked.value, text: marked.text };
  return { kind: 'unknown' };
};

/** If the notice says more than its sentence, the sentence is marked as well. */
const messagesOf = (page: Html) => ({
  declines:
    [textsOf(page, 'data-decline-message'), textsOf(page, 'data-decline')].find(({ length }) => length > 0) ?? [],
  fieldErrors: markedElements(page, 'data-field-error').flatMap(({ value, text }) =>
    text ? [`${value}: ${text}`] : [],
  ),
});

const textsOf = (page: Html, attribute: string): string[] =>
  markedElements(page, attribute).flatMap(({ text }) => (text ? [text] : []));
