import { importTests } from '../helpers/ava/import-tests.ts';

importTests('browser');
