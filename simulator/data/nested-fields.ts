import type { Confidence, Source } from './sources.ts';

/** The form of a field inside a JSON parameter. Lengths count characters of the text, or of the number as it is written. */
export interface NestedField {
  readonly max: number;
  readonly min?: number;
  /** Digits alone. */
  readonly isNumber?: true;
  /** A phone: 7 to 15 digits with the code of the country, maybe behind `+` or `00`. */
  readonly isPhone?: true;
  readonly oneOf?: readonly string[];
  readonly isRequired?: true;
}

/** The fields of an object, or of each object of a list. Fields without a row may be anything. */
export interface NestedBlock {
  readonly fields?: Readonly<Record<string, NestedField>>;
  readonly blocks?: Readonly<Record<string, NestedBlock>>;
  /** Whether the object must be there. */
  readonly isRequired?: true;
  /** Whether the call itself refuses what is no object, in words of its own. */
  readonly isReadByCall?: true;
}

interface NestedTable extends NestedBlock {
  readonly source: Source;
  readonly confidence: Confidence;
  readonly note?: string;
}

const upTo = (max: number): NestedField => ({ max });
const number = (max: number): NestedField => ({ max, isNumber: true });
const required = (max: number, min = 1): NestedField => ({ min, max, isRequired: true });
const oneOf = (...words: readonly string[]): NestedField => ({ max: 5, oneOf: words });
const phone: NestedField = { max: 17, isPhone: true };
const documented = { source: 'bpc-rest', confidence: 'doc' } as const;

const numbered = (prefix: string, from: number, to: number, digits = 1): readonly string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => prefix + String(from + index).padStart(digits, '0'));

/**
 * The blocks of JSON parameters by the names of their parameters. How the gateway answers to a broken limit is not
 * documented. The positions of a cart have checks of their own, and so has the customer where a bank requires one.
 */
export const nestedTables: Readonly<Record<string, NestedTable>> = {
  billingPayerData: {
    ...documented,
    note: 'payerAccount is documented as mandatory, which shops that send an address alone do not keep: a guess that it may be absent',
    fields: {
      billingCity: upTo(50),
      billingCountry: upTo(50),
      billingAddressLine1: upTo(50),
      billingAddressLine2: upTo(50),
      billingAddressLine3: upTo(50),
      billingState: upTo(50),
      billingPostalCode: upTo(9),
      payerAccount: upTo(32),
      payerLastName: upTo(64),
      payerFirstName: upTo(35),
      payerMiddleName: upTo(35),
      payerCombinedName: upTo(99),
      payerIdType: { max: 7, oneOf: numbered('IDTP', 1, 11) },
      payerIdNumber: upTo(99),
      payerBirthday: upTo(20),
    },
  },
  shippingPayerData: {
    ...documented,
    fields: {
      shippingCity: upTo(50),
      shippingCountry: upTo(50),
      shippingAddressLine1: upTo(50),
      shippingAddressLine2: upTo(50),
      shippingAddressLine3: upTo(50),
      shippingState: upTo(50),
      shippingPostalCode: upTo(16),
      shippingMethodIndicator: oneOf(...numbered('0', 1, 7)),
      deliveryTimeframe: oneOf(...numbered('0', 1, 4)),
      deliveryEmail: upTo(254),
    },
  },
  preOrderPayerData: {
    ...documented,
    fields: {
      preOrderDate: upTo(10),
      preOrderPurchaseInd: oneOf('01', '02'),
      reorderItemsInd: oneOf('01', '02'),
    },
  },
  orderPayerData: { ...documented, fields: { homePhone: phone, workPhone: phone, mobilePhone: phone } },
  orderBundle: {
    ...documented,
    note: 'email and phone are from older manuals; that the country may have three characters is a guess for those that send its number',
    blocks: {
      customerDetails: {
        fields: { contact: upTo(40), fullName: upTo(100), passport: upTo(100), email: upTo(254), phone: upTo(32) },
        blocks: {
          deliveryInfo: {
            fields: {
              deliveryType: upTo(20),
              country: required(3, 2),
              city: upTo(40),
              postAddress: required(255),
            },
          },
        },
      },
      cartItems: {
        isReadByCall: true,
        blocks: {
          items: {
            isReadByCall: true,
            blocks: {
              itemDetails: {
                blocks: { itemDetailsParams: { fields: { name: required(255), value: required(2_000) } } },
              },
            },
          },
        },
      },
    },
  },
  paymentFacilitator: {
    ...documented,
    fields: { pfId: required(11), name: required(40), isoId: upTo(11) },
    blocks: {
      subMerchants: {
        isRequired: true,
        fields: { subMerchantId: required(20), name: required(40) },
        blocks: {
          address: {
            isRequired: true,
            fields: { city: required(50), postalCode: required(16), country: required(3, 2), street: upTo(40) },
          },
        },
      },
    },
  },
  clientBrowserInfo: {
    ...documented,
    fields: {
      userAgent: upTo(2_048),
      browserAcceptHeader: upTo(2_048),
      browserIpAddress: upTo(45),
      browserLanguage: upTo(8),
      browserTimeZoneOffset: upTo(5),
      colorDepth: number(2),
      screenHeight: number(6),
      screenWidth: number(6),
    },
  },
};
