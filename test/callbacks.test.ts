import { importTests } from './helpers/import-tests.ts';

importTests('simulator/callbacks');
