import { execFile } from 'node:child_process';
import { join } from 'node:path';
import test from 'ava';

const root = join(import.meta.dirname, '../..');

/** Runs bash functions as lanes, each with the stages of its body, and then these commands; what it printed, and the exit code. */
const runLanes = (lanes: Readonly<Record<string, string>>, commands = 'show_lanes; finish') => {
  const functions = Object.entries(lanes).map(([name, body]) => `${name}() {\n${body}\n}\nstart_lane ${name}`);
  const script = `
    set -euo pipefail
    . test/image/checks.sh
    . .ci/stages.sh
    logs=$(mktemp -d)
    trap 'stop_lanes; rm -rf "$logs"' EXIT
    wait_for() { until [ -e "$logs/$1" ]; do sleep 0.02; done; }
    ${functions.join('\n')}
    ${commands}`;
  return new Promise<{ readonly code: number; readonly output: string }>((resolve) => {
    const env = { ...process.env, CI: '' };
    execFile('bash', ['-c', script], { cwd: root, env }, (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), output: stdout + stderr }),
    );
  });
};

test('lanes run side by side, and are printed one after the other', async (t) => {
  const { code, output } = await runLanes({
    // Each waits for the other.
    first: `stage check 'one' wait_for two
            stage check 'three' touch "$logs/three"`,
    second: `stage check 'two' touch "$logs/two"
             stage check 'four' wait_for three`,
  });

  t.is(output, 'ok - one\nok - three\nok - two\nok - four\n4 passed, 0 failed, 0 skipped\n');
  t.is(code, 0);
});

test('a failure is shown where it belongs and named at the end, and later stages run', async (t) => {
  const { code, output } = await runLanes({
    first: `fails() { echo 'no such order'; return 3; }
            stage check 'one' fails
            stage check 'two' true`,
    second: `stage skip 'three'
             stage count 'four' 20 2 1 7`,
  });

  t.is(
    output,
    `not ok - one (exit code 3)
    no such order
ok - two
ok - three # SKIP
not ok - four (20 passed, 2 failed, 1 skipped, 7 s)
failed: one
failed: four
21 passed, 3 failed, 2 skipped
`,
  );
  t.is(code, 1);
});

test('a lane of which the shell has forgotten how it ended has ended well', async (t) => {
  const { code, output } = await runLanes(
    { first: "stage check 'one' true" },
    'wait; show_lanes; finish', // after the first wait for it, another one fails
  );

  t.is(output, 'ok - one\n1 passed, 0 failed, 0 skipped\n');
  t.is(code, 0);
});

const crashes = {
  'a stage that ends with an error': `breaks() { false; }
                                      stage breaks`,
  'a stage that uses a variable without a value': `breaks() { echo "$nothing"; }
                                                   stage breaks`,
  'a stage that is killed': `breaks() { kill -9 "$BASHPID"; }
                             stage breaks`,
  'a lane that is killed': `stage check 'one' true
                            kill -9 "$BASHPID"`,
  'a lane that ends with an error': 'false',
};
for (const [title, first] of Object.entries(crashes))
  test(`${title} is a failure, and the other lane is shown`, async (t) => {
    const { code, output } = await runLanes({ first, second: "stage check 'other' true" });

    t.is(code, 1);
    t.regex(output, /^not ok - .*first breaks off \(0 passed, 1 failed, 0 skipped, 0 s\)$/m);
    t.regex(output, /^ok - other$/m);
    t.regex(output, /^failed: .*first breaks off\n\d passed, 1 failed, 0 skipped$/m);
  });

test('a run that ends early leaves no process behind', async (t) => {
  const lanes = { first: `sleeps() { echo "$BASHPID" >"$logs/pid"; sleep 600; }; stage sleeps` };
  const { output } = await runLanes(
    lanes,
    `until [ -s "$logs/pid" ]; do sleep 0.02; done
     stop_lanes
     while kill -0 "$(cat "$logs/pid")" 2>/dev/null; do sleep 0.02; done
     echo 'it is gone'`,
  );

  t.regex(output, /^it is gone$/m);
});
