import { createLeases } from '../../../../simulator/sharing/leases.ts';
import { eventually } from '../../../helpers/ava/eventually.ts';
import { storeFor, test } from './simulator-pair.ts';

test('work in time comes after the work of another process; a failure gives it free', async (t, join) => {
  const leasesFor = async () => createLeases((await storeFor(t, join)).sharing);
  const [one, other] = [await leasesFor(), await leasesFor()];
  let finish = (): void => {};
  let hasBegun = false;
  const first = one.alone('work', () => {
    hasBegun = true;
    return new Promise<void>((resolve) => {
      finish = resolve;
    });
  });
  await eventually(t, () => hasBegun, Boolean);

  t.is(await other.alone('work', async () => 'second'), undefined);
  const second = other.inTime('work', async () => 'second');
  finish();

  t.deepEqual(await first, { result: undefined });
  t.is(await second, 'second');
  await t.throwsAsync(
    one.alone('work', () => Promise.reject(new Error('failed'))),
    { message: 'failed' },
  );
  t.deepEqual(await other.alone('work', async () => 'third'), { result: 'third' });
});

test('what a process holds that is gone is free at once', async (t, join) => {
  const [gone, left] = [await join(), await storeFor(t, join)];
  await gone.sharing?.take('work', 3_600_000);
  t.false(await left.sharing?.take('work', 3_600_000));

  await gone.close();

  await eventually(t, () => left.sharing?.take('work', 3_600_000), Boolean);
});
