import test from 'ava';
import { recordingWarnings } from '../../../contracts/verify/recorded-with.ts';
import { bereke } from '../../../simulator/banks/bereke.ts';

const recordedBy = (version: string, bank = 'bereke') => ({
  metadata: { tillbox: { version, bank, recorded: '2026-01-01' } },
});

test('a pact that an older tillbox has recorded is verified with a warning, and so is one of another bank', (t) => {
  t.deepEqual(recordingWarnings(recordedBy('0.9.2'), '0.10.0', bereke), [
    'Warning: it was recorded on 2026-01-01 by tillbox 0.9.2; the banks of 0.10.0 may differ. Record it again.',
  ]);
  t.deepEqual(recordingWarnings(recordedBy('1.0.0', 'dsk'), '1.0.0', bereke), [
    'Warning: it was recorded at dsk, and is verified at bereke.',
  ]);
});

test('there is no warning about a new recording, one of a newer tillbox, and any other pact', (t) => {
  t.deepEqual(recordingWarnings(recordedBy('1.2.3'), '1.2.3', bereke), []);
  t.deepEqual(recordingWarnings(recordedBy('2.0.0', 'dsk'), '1.9.9', undefined), []);
  t.deepEqual(recordingWarnings({ metadata: {} }, '1.0.0', bereke), []);
});
