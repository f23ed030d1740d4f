/** The newest documented version of the answer of getOrderStatusExtended.do. */
export const newestStatusVersion = 46;

export interface StatusField {
  /** Its path; `[]`: in each entry of a list. */
  readonly path: readonly string[];
  /** First version that has it. */
  readonly since: number;
}

/** Last version that has `authTypeIndicator`, which `threeDsType` replaced. */
export const lastWithAuthType = 42;

type Row = readonly [path: string, since: number];

/**
 * The first version of each field; a field that is not listed was always there.
 * Source: BPC REST documentation and Alfa's, versions of getOrderStatusExtended.do. Both count `authRefNum` twice, for 2 and 27.
 */
const rows: readonly Row[] = [
  ['orderBundle', 1],
  ['authDateTime', 2],
  ['terminalId', 2],
  ['authRefNum', 2],
  ['paymentAmountInfo', 3],
  ['bankInfo', 3],
  ['refunds', 5],
  ['chargeback', 6],
  ['cardAuthInfo.paymentSystem', 8],
  ['cardAuthInfo.product', 8],
  ['paymentWay', 9],
  ['depositedDate', 10],
  ['refundedDate', 12],
  ['reversedDate', 12],
  ['payerData', 13],
  ['transactionAttributes', 14],
  ['cardAuthInfo.productCategory', 17],
  ['paymentAmountInfo.totalAmount', 18],
  ['bindingInfo.externalCreated', 20],
  ['refunds.[].externalRefundId', 21],
  ['refunds.[].approvalCode', 26],
  ['cardAuthInfo.secureAuthInfo.aresTransStatus', 30],
  ['cardAuthInfo.secureAuthInfo.rreqTransStatus', 30],
  ['cardAuthInfo.secureAuthInfo.threeDSProtocolVersion', 30],
  ['displayErrorMessage', 33],
  ['orderBundle.cartItems.items.[].depositedItemAmount', 34],
  ['orderBundle.cartItems.items.[].itemPrice', 34],
  ['cardAuthInfo.corporateCard', 35],
  ['tii', 37],
  ['partialAuthorization', 41],
  ['cardAuthInfo.secureAuthInfo.threeDsType', 42],
  ['mcc', 46],
  ['mvv', 46],
  ['paymentFacilitator', 46],
];

export const statusFields: readonly StatusField[] = rows.map(([path, since]) => ({ path: path.split('.'), since }));
