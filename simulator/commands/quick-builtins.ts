import { isBuiltin } from 'node:module';

/**
 * The text of an ES module that takes what it needs of Node's own modules by `require`, on the same lines. An `import` of
 * one evaluates all that it offers: for `node:http` that is a whole second HTTP client (undici, for `WebSocket` and
 * others), a fifth of the time of a start.
 */
export const withQuickBuiltins = (text: string): string =>
  text.replaceAll(
    /^import (?!type )([\w$]+|\{[^}]*\}) from ['"]([\w:/]+)['"];/gm,
    (whole, names: string, module: string) =>
      isBuiltin(module)
        ? `const ${names.startsWith('{') ? destructured(names) : names} = require('${module}');`
        : whole,
  );

/** `{ type A, b, c as d }` as `{ b, c: d }`. */
const destructured = (names: string): string =>
  names.replaceAll(/\btype [\w$]+(?: as [\w$]+)?,?/g, '').replaceAll(/([\w$]+) as ([\w$]+)/g, '$1: $2');
