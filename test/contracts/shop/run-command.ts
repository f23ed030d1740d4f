import { runProgram } from '../../../simulator/commands/program.ts';

/** Runs the command line in this process; gives its exit code and its output. */
export const runCommand = async (...args: readonly string[]) => {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runProgram(args, { out: (text) => out.push(text), err: (text) => err.push(text), columns: 100 });
  return { code, out: out.join(''), err: err.join('') };
};
