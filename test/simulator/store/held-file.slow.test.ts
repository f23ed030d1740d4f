import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import test from 'ava';
import { openStore } from '../../../simulator/store/open-store.ts';
import { temporaryFolder } from '../../helpers/process/temporary-folder.ts';

test('a file that another program keeps is refused after some seconds', async (t) => {
  const file = join(temporaryFolder(t), 'tillbox.db');
  const other = new DatabaseSync(file);
  other.exec('BEGIN EXCLUSIVE');

  await t.throwsAsync(openStore(`sqlite:${file}`), {
    message: `STORE=sqlite:${file}: expected a file that no other program holds`,
  });
  other.close();
});
