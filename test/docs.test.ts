import { importTests } from './helpers/import-tests.ts';

importTests('docs');
