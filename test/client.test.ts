import { importTests } from './helpers/import-tests.ts';

importTests('client');
