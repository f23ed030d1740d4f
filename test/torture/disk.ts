import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StoreName } from '../../simulator/store/open-store.ts';
import type { Program } from '../helpers/process/own-process.ts';
import { cannotRefuse, wrongsOfStart } from '../helpers/process/refused-start.ts';
import { damaged, overwrite, truncate, unusableFiles } from '../helpers/process/unusable-files.ts';
import { type Chance, chanceOf } from './chance.ts';
import { countCallbacks } from './count-callbacks.ts';
import { atOnce, complaintsOf, createJudge, deliverAll, holdAgainstStore, startReady } from './judge.ts';
import { openShop } from './shop-under-fire.ts';

/** What came of a case: figures in words, and what does not hold. */
export interface DiskResult {
  readonly what: string;
  readonly figures: string;
  readonly faults: readonly string[];
}

/** A case in a folder of its own. */
type DiskCase = (folder: string, chance: Chance) => Promise<Omit<DiskResult, 'what'>>;

/** How many operations are answered before the disk is full, and after; and how many are refused meanwhile. */
const enough = { answered: 150, refused: 300 };

/** A disk that is full under load. */
const fullUnderLoad: DiskCase = async (folder, chance) => {
  const name: StoreName = `sqlite:${join(folder, 'tillbox.db')}`;
  const receiver = await countCallbacks();
  const environment = { STORE: name, CALLBACK_URL: receiver.url, SESSION_TIMEOUT: '1000000' };
  let isFull = false;
  let isOver = false;
  const shop = openShop(chance);
  const { faults } = shop;
  const { lost, impossible, check } = createJudge();
  const checkAll = (restUrl: string) => check(() => restUrl, shop.orders.values());
  const stop = async (program: Program) => {
    const exitCode = await program.kill('SIGTERM');
    if (exitCode !== 0) faults.push(`the program ended with ${exitCode}`);
    faults.push(...complaintsOf(program, ['"type":"StoreUnavailable"']));
    const callbacks = await holdAgainstStore(name, shop.orders, receiver.taken, impossible);
    faults.push(...callbacks.lost.map((what) => `callback lost: ${what}`));
    faults.push(...callbacks.invented.map((what) => `callback invented: ${what}`));
  };

  const program = await startReady(environment);
  const { restUrl } = program;
  const next = () => (isOver ? undefined : restUrl);
  const work = shop.work(atOnce, { next, mayFail: () => isFull, failsWhole: true });
  await shop.moreAnswered(enough.answered);
  isFull = true;
  limitFiles(program, String(largestIn(folder) + chance.below(50_000)));
  await shop.moreExcused(enough.refused);
  const answeredBefore = shop.answered();
  await checkAll(restUrl);
  limitFiles(program, 'unlimited');
  isFull = false;
  await shop.moreAnswered(enough.answered);
  isOver = true;
  await work;
  await checkAll(restUrl);
  await deliverAll(() => restUrl, faults);
  await stop(program);

  const again = await startReady(environment);
  await checkAll(again.restUrl);
  await deliverAll(() => again.restUrl, faults);
  await stop(again);
  receiver.close();
  const taken = [...receiver.taken.values()].reduce((sum, count) => sum + count, 0);
  return {
    figures: `${answeredBefore} answered, ${shop.excused()} refused with errorCode 7, ${shop.answered() - answeredBefore} answered with room again, ${taken} callbacks taken`,
    faults: [
      ...faults,
      ...[...lost].map((what) => `lost: ${what}`),
      ...[...impossible].map((what) => `impossible: ${what}`),
    ],
  };
};

/** Lets no file of a running program grow beyond this. */
const limitFiles = ({ child }: Program, bytes: string): void => {
  execFileSync('prlimit', ['--pid', String(child.pid), `--fsize=${bytes}:`]);
};

const largestIn = (folder: string): number =>
  Math.max(...readdirSync(folder).map((file) => statSync(join(folder, file)).size));

/** How many files are damaged at a place by chance. */
const damages = 12;

/** The store of a shop, damaged here and there: each of the files is refused, and stays as it is. */
const damagedByChance: DiskCase = async (folder, chance) => {
  const faults: string[] = [];
  for (let index = 0; index < damages; index++) {
    const cuts = chance.is(0.5);
    // From the second page on, because the first one has the header.
    const share = 0.05 + chance.below(900) / 1000;
    const own = mkdtempSync(join(folder, 'damaged-'));
    const make = async (place: string): Promise<string> => {
      const file = await storeOfShop(place, chance);
      const { size } = statSync(file);
      return cuts ? truncate(file, share) : overwrite(file, Math.max(4096, Math.floor(size * share)), 8192);
    };
    const wrongs = await wrongsOfStart(own, { make, expected: damaged });
    faults.push(...wrongs.map((wrong) => `${cuts ? 'cut' : 'overwritten'} at ${share.toFixed(3)}: ${wrong}`));
  }
  return { figures: `${damages} files cut or overwritten at places by chance, all refused`, faults };
};

/** A file with what a shop did for a moment, after a stop in good order. */
const storeOfShop = async (folder: string, chance: Chance): Promise<string> => {
  const file = join(folder, 'tillbox.db');
  const program = await startReady({ STORE: `sqlite:${file}` });
  const shop = openShop(chance);
  let isOver = false;
  const work = shop.work(atOnce, { next: () => (isOver ? undefined : program.restUrl) });
  await shop.moreAnswered(100);
  isOver = true;
  await work;
  await program.kill('SIGTERM');
  return file;
};

const cannotLimit = cannotRefuse({ make: () => '', expected: '', launcher: ['prlimit', '--fsize=0:'] });

/** The cases by what they are, and why one cannot run here. */
const cases: readonly { readonly what: string; readonly run: DiskCase; readonly cannot?: string | undefined }[] = [
  { what: 'a disk that is full under load', run: fullUnderLoad, cannot: cannotLimit },
  ...Object.entries(unusableFiles).map(([what, file]) => ({
    what,
    cannot: cannotRefuse(file),
    run: async (folder: string) => ({
      figures: `refused at the start: expected ${file.expected}`,
      faults: await wrongsOfStart(folder, file),
    }),
  })),
  { what: 'a store that is damaged at some place', run: damagedByChance },
];

/** Lets disks fill and files be what they should not be, one case after the other. */
export async function* tormentDisk(seed: number): AsyncGenerator<DiskResult> {
  const chance = chanceOf(seed);
  for (const { what, run, cannot } of cases) {
    if (cannot !== undefined) {
      yield { what, figures: `did not run: ${cannot}`, faults: [] };
      continue;
    }
    const folder = mkdtempSync(join(tmpdir(), 'tillbox-torture-'));
    try {
      yield { what, ...(await run(folder, chance)) };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}
