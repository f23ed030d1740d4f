import { importSlowTests, importTests } from '../helpers/ava/import-tests.ts';

importTests('contracts');
importSlowTests('contracts');
