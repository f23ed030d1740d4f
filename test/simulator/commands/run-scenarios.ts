import { runProgram } from '../../../simulator/commands/program.ts';
import { inTurn } from '../../helpers/ava/take-turns.ts';

/** What a run of `tillbox scenarios` wrote, and its exit code. */
export const run = async (...args: readonly string[]) => {
  let out = '';
  let err = '';
  const code = await inTurn(() =>
    runProgram(['scenarios', ...args], {
      out: (text) => {
        out += text;
      },
      err: (text) => {
        err += text;
      },
    }),
  );
  return { code, out, err };
};
