import { banks } from '../../../simulator/banks/all.ts';
import { bereke } from '../../../simulator/banks/bereke.ts';
import { testMerchantDocument } from './openapi-documents.ts';

for (const bank of banks) if (bank !== bereke) testMerchantDocument(bank);
