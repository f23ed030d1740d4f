import { Ajv } from 'ajv';
import test from 'ava';
import { schema } from 'mutation-testing-report-schema';
import { harmfulBreaks } from '../../../contracts/mutate/mutate.ts';
import { type Mutation, mutationStatuses, scoreOf } from '../../../contracts/mutate/mutation.ts';
import { htmlReport } from '../../../contracts/mutate/report/html-report.ts';
import { printedMutation, progressLine } from '../../../contracts/mutate/report/printed.ts';
import { reportsOfMutation } from '../../../contracts/mutate/report/reports-of-mutation.ts';
import { schemaReport } from '../../../contracts/mutate/report/schema-report.ts';

/** Every break, with each status in turn. */
const mutation: Mutation = {
  line: ['npm', 'test', "a 'b' <c>"],
  results: harmfulBreaks.map((row, index) => ({ row, status: mutationStatuses[index % 5] ?? 'noticed' })),
};

const rowOf = (status: string) => mutation.results.find((one) => one.status === status)?.row ?? harmfulBreaks[0];

test("the report fits Stryker's schema, and has each break once", (t) => {
  const validate = new Ajv({ strict: false, validateFormats: false }).compile(schema);
  const report = JSON.parse(schemaReport(mutation));
  t.true(validate(report), JSON.stringify(validate.errors));
  const mutants = Object.values(report.files).flatMap((file) => (file as { mutants: { id: string }[] }).mutants);
  t.deepEqual(
    mutants.map(({ id }) => id).sort(),
    harmfulBreaks.map(({ id }) => id),
  );
  delete report.files[Object.keys(report.files)[0] ?? ''].mutants[0].status;
  t.false(validate(report), 'the schema refuses a wrong one');
});

test('a person reads what was not noticed, what a shop suffers, the call and how to see it', (t) => {
  const text = printedMutation(mutation);
  const row = rowOf('not noticed');
  t.true(text.startsWith(`Not noticed:\n\n${row?.id}  ${row?.calls[0]}`));
  t.true(
    text.includes(
      `  The gateway ${row?.does}.\n  ${row?.harm}\n  tillbox mutate --only ${row?.id} -- npm test 'a '\\''b'\\'' <c>'\n`,
    ),
  );
  t.false(text.includes(`\n${rowOf('noticed')?.id} `));
  t.true(text.endsWith(`Score: ${scoreOf(mutation)} %\n`));
});

test('progress has the count, the result and the time that is left', (t) => {
  const result = { row: rowOf('noticed') as never, status: 'noticed' as const };
  const id = rowOf('noticed')?.id;
  t.is(progressLine(result, { done: 3, total: 12, leftMs: 30_000 }), ` 3/12  ${id}  noticed  about 30 s left\n`);
  t.is(progressLine(result, { done: 3, total: 12, leftMs: 300_000 }), ` 3/12  ${id}  noticed  about 5 min left\n`);
  t.is(progressLine(result, { done: 12, total: 12, leftMs: 0 }), `12/12  ${id}  noticed\n`);
});

test('the page loads nothing, runs nothing, and escapes the command', (t) => {
  const html = htmlReport(mutation);
  t.regex(html, /content="default-src 'none'; style-src 'sha256-[\w+/=]{44}'/);
  t.notRegex(html, /<script|\son\w+=|<[^>]+\sstyle=|https?:/);
  t.true(html.includes("npm test a 'b' &lt;c&gt;"));
  for (const { row } of mutation.results) t.true(html.includes(`<dt>${row.id}: `), row.id);
});

test('JUnit, annotations and summary name what was not noticed', (t) => {
  const { junit, annotations, summary, json } = reportsOfMutation(mutation);
  const missed = mutation.results.filter(({ status }) => status === 'not noticed');
  t.is(junit().match(/<failure/g)?.length, missed.length);
  t.is(annotations().match(/^::warning /gm)?.length, missed.length);
  for (const { row } of missed) t.true(summary().includes(row.id));
  t.like(json(), { score: scoreOf(mutation), command: mutation.line });
});
