import { escapeHtml } from '../../http/page/view-from.ts';

const pairOf = (name: string, sign: string, value: string): string =>
  `<span class="c-n">${escapeHtml(name)}</span>${sign}<span class="c-t">${escapeHtml(value)}</span>`;

/** A form `name=value&name=value` with names and values in colour, as HTML: the text itself stays letter by letter. */
export const colouredForm = (text: string): string =>
  text
    .split('&')
    .map((pair) => {
      const at = pair.indexOf('=');
      return at < 0 ? escapeHtml(pair) : pairOf(pair.slice(0, at), '=', pair.slice(at + 1));
    })
    .join('&amp;');

/** The same for `name;value;name;value;`. */
export const colouredSigned = (text: string): string =>
  (text.match(/[^;]*;[^;]*;|.+$/gs) ?? [])
    .map((pair) => {
      const [, name, value] = /^([^;]*);([^;]*);$/.exec(pair) ?? [];
      return name === undefined ? escapeHtml(pair) : `${pairOf(name, ';', value ?? '')};`;
    })
    .join('');

/** An address with its query in colour. */
export const colouredUrl = (url: string): string => {
  const at = url.indexOf('?');
  return at < 0 ? escapeHtml(url) : `${escapeHtml(url.slice(0, at + 1))}${colouredForm(url.slice(at + 1))}`;
};

/** An address without the password that may stand in it. */
export const withoutUser = (url: string): string => url.replace(/^(\w+:\/\/)[^/?#]*@/, '$1***@');
