import { banks } from '../../simulator/banks/all.ts';
import { bereke } from '../../simulator/banks/bereke.ts';
import { testMerchantDocument } from '../simulator/control/openapi-documents.ts';

for (const bank of banks) if (bank !== bereke) testMerchantDocument(bank);
