import { importTests } from './helpers/import-tests.ts';

importTests('simulator/card-page');
