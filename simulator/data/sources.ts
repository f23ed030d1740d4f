/** Sources of the data tables, read in November 2026. */
export const sources = {
  'bpc-rest': 'https://dev.bpcbt.com/en/integration/api/rest.html',
  'bpc-action-codes': 'https://dev.bpcbt.com/en/integration/api/action_codes.html',
  'bpc-test-cards': 'https://dev.bpcbt.com/en/integration/structure/test-cards.html',
  'bpc-redirect': 'https://dev.bpcbt.com/en/integration/structure/redirect-integration.html',
  'bereke-docs': 'https://sandbox.berekebank.kz/en/integration/api/rest/rest.html',
  'bereke-go-client': 'https://github.com/bsagat/bereke-merchant-api',
  'alfa-docs': 'https://alfabank.ru/sme/payservice/internet-acquiring/docs/connection-options/api/rest',
  'alfa-action-codes': 'https://alfabank.ru/sme/payservice/internet-acquiring/docs/connection-options/api/action-code',
  'alfa-swagger': 'https://github.com/urgcorp/AlfabankMerchant',
  'alfa-opencart': 'the module 3.2.10 of Alfa-Bank for OpenCart 3, as github.com/lier72/opencart has it',
  'sber-wiki': 'https://securecardpayment.ru/wiki/doku.php/en:integration:api:rest',
  'sber-sdk': 'https://developers.sber.ru/docs/ru/ecom-sdk/androidsdk/sandbox',
  'bci-test-report': 'https://github.com/Bank-of-the-Cook-Islands/woocommerce-gateway-bci',
  'alfa-by': 'public clients of Alfa-Bank, Belarus, such as https://packagist.org/packages/jukuan/alfa-acquiring',
  vikips: 'https://vikips.ru/merchantManual/en/index/appendix_actioncode.html',
  ameriabank: 'Ameriabank vPOS 3.1 manual, table 1 (ArCa numbering)',
  araratbank: 'AraratBank WooCommerce plugin, response tables in English and Russian',
  'bt-ipay': 'https://github.com/Banca-Transilvania/magento2-ipay',
  'bt-woocommerce': 'https://github.com/Banca-Transilvania/woocommerce',
  'eu-psp': 'documentation of a European PSP that runs on RBS software',
  'bt-clients': 'public clients of BT iPay: github.com/stevro/btipay, rolisz/pybtipay, sibies/Bt.IPay.Net',
  'vtb-kz-docs': 'https://sandbox.vtb-bank.kz/ru/integration/api/rest.html',
  'vtb-kz-cards': "the bank's page of test cards, as github.com/nuriksoftwareengineer-eng/Balgyn801 has it",
  'jcc-docs': 'https://gateway.jcc.com.cy/developer/en/integration/api/rest/rest.html',
  'dsk-docs': 'https://uat.dskbank.bg/sandbox/en/integration/api/rest/rest.html',
  'arca-manual': 'https://vdocuments.us/ipay-merchant-api-manual-ipay-merchant-manual-armenian-card-cjsc-4-1-f.html',
  'arca-client': 'https://github.com/zealous-tech/easy-payment-idbank',
  satim: 'public clients of SATIM and ClicToPay',
  clictopay: 'public clients of ClicToPay, such as https://github.com/machour/clictopay',
  'satim-docs':
    "SATIM's CIBWEBLab portal, as github.com/bakissation/satim-ts and github.com/kyoucef27/satim-payment-module have it",
  'satim-php': 'https://github.com/argelino-dev/satim-php',
  'satim-laravel': 'https://github.com/IdeaCraftersHQ/satim-laravel',
  'satim-node': 'https://github.com/khalilbnd/satim-node',
  'satim-ts': 'https://github.com/bakissation/satim-ts',
  'rbs-clients': 'public clients of RBS gateways',
  'emv-3ds': 'EMVCo 3-D Secure Protocol and Core Functions Specification',
  'iso-4217': 'ISO 4217',
  guess: 'no public source found; chosen as what most installs would do',
} as const;

export type Source = keyof typeof sources;

/** How sure a row is: official documentation; recorded, or deduced from working client code; or inferred. */
export type Confidence = 'doc' | 'client' | 'guess';
