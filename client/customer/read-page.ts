import { type PageForm, readForms } from './read-form.ts';
import { markedElements } from './read-html.ts';

/** A page of the gateway or of the card's issuer, recognised by its markup. */
export type GatewayPage =
  | {
      readonly kind: 'payment';
      readonly form: PageForm;
      /** Where the page offers cards that are stored. */
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
  const forms = readForms(html, url);
  const withId = (id: string) => forms.find((form) => form.id === id);

  const payment = withId('payment-form');
  const stored = withId('stored-form');
  if (payment) {
    return { kind: 'payment', form: payment, ...(stored && { storedForm: stored }), ...messagesOf(html) };
  }
  const acs = withId('acs-form');
  if (acs) return { kind: 'acs', form: acs, wrongCode: textsOf(html, 'data-acs-error').join('; ') };
  const autoPost = withId('auto-post');
  if (autoPost) return { kind: 'auto-post', form: autoPost };

  const [marked] = markedElements(html, 'data-page');
  if (marked?.value === 'error' || marked?.value === 'finish') return { kind: marked.value, text: marked.text };
  return { kind: 'unknown' };
};

/** The sentence inside the notice is marked as well where the notice says more. */
const messagesOf = (html: string) => ({
  declines:
    [textsOf(html, 'data-decline-message'), textsOf(html, 'data-decline')].find(({ length }) => length > 0) ?? [],
  fieldErrors: markedElements(html, 'data-field-error').flatMap(({ value, text }) =>
    text ? [`${value}: ${text}`] : [],
  ),
});

const textsOf = (html: string, attribute: string): string[] =>
  markedElements(html, attribute).flatMap(({ text }) => (text ? [text] : []));
