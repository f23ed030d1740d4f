import { readFileSync } from 'node:fs';
import ejs from 'ejs';

/** A function that fills one EJS file. The file is read and compiled when the first page is asked for. */
export const viewFrom = <Locals extends object>(
  file: URL,
  /** What the file may use. */
  names: readonly (keyof Locals & string)[],
): ((locals: Locals) => string) => {
  let fill: ((locals: Locals) => string) | undefined;
  return (locals) => {
    fill ??= compiled(file, names);
    return fill(locals);
  };
};

const compiled = (file: URL, names: readonly string[]) => {
  return ejs.compile(readFileSync(file, 'utf8'), {
    filename: file.pathname,
    _with: false,
    destructuredLocals: [...names],
    compileDebug: false,
    escape: escapeHtml,
  });
};

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  // It is in every amount; as an entity it keeps a page in plain ASCII, which is sent faster.
  '\u00a0': '&nbsp;',
};

/** A value as text of a page or of an attribute. Most values have nothing to escape, so a test comes first, which makes the pages fast. */
export const escapeHtml = (value?: unknown): string => {
  const text = value === undefined || value === null ? '' : String(value);
  return /[&<>"'\u00a0]/.test(text)
    ? text.replace(/[&<>"'\u00a0]/g, (character) => entities[character] ?? character)
    : text;
};
