import { importTests } from '../test/helpers/ava/import-tests.ts';

importTests('../contracts/consumer');
