import { importTests } from './helpers/import-tests.ts';

importTests('simulator/gateway');
