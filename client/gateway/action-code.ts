// Written by `npm run docs` from simulator/data/action-codes.ts.

/** Numbers of `actionCode` by the names of their meanings. */
export const actionCode = {
  /** -30001: The outcome is not known yet; the gateway keeps asking the processing centre. */
  outcomePending: -30001,
  /** -20010: Blocked by a limit on the issuer's side. */
  blockedByLimit: -20010,
  /** -9000: Transaction opened, nothing done yet. */
  transactionStarted: -9000,
  /** -3003: The result could not be determined. */
  outcomeUnknown: -3003,
  /** -2200: The payment network gave no cryptogram for the network token. */
  cryptogramMissing: -2200,
  /** -2102: The passenger's name is on a stop list. */
  passengerBlacklisted: -2102,
  /** -2101: The e-mail address is on a stop list. */
  emailBlacklisted: -2101,
  /** -2029: The faster-payments (SBP) payment was not completed. */
  sbpNotCompleted: -2029,
  /** -2028: The faster-payments (SBP) payment was rejected. */
  sbpRejected: -2028,
  /** -2027: The faster-payments (SBP) payment is still running. */
  sbpPending: -2027,
  /** -2026: The payer did not pass 3-D Secure: the result message (RReq) was not Y. */
  challengeNotPassed: -2026,
  /** -2025: The issuer refused the authentication in its result message (RReq). */
  challengeRefused: -2025,
  /** -2024: The issuer wants a frictionless flow, which the acquirer does not allow. */
  frictionlessNotAllowed: -2024,
  /** -2023: The issuer was unable to carry out 3-D Secure. */
  issuerCannotAuthenticate: -2023,
  /** -2022: 3-D Secure cannot be carried out for this operation. */
  threeDsImpossible: -2022,
  /** -2021: A payment without 3-D Secure is impossible. */
  nonThreeDsImpossible: -2021,
  /** -2020: The ECI value is not acceptable for the card scheme. */
  wrongEci: -2020,
  /** -2019: The authentication answer (PARes) reported an invalid request. */
  paresInvalidRequest: -2019,
  /** -2018: The 3-D Secure directory server could not be reached. */
  threeDsUnreachable: -2018,
  /** -2017: The authentication answer (PARes) was not Y. */
  paresNotY: -2017,
  /** -2016: Whether the card takes part in 3-D Secure could not be established (VERes U). */
  enrolmentUnknown: -2016,
  /** -2015: The enrolment answer (VERes) reported an invalid request. */
  veresInvalidRequest: -2015,
  /** -2014: The payer never came back from the payment page and made no attempt. */
  leftPaymentPage: -2014,
  /** -2013: All payment attempts are used up. */
  attemptsExceeded: -2013,
  /** -2012: The operation is not supported. */
  operationNotSupported: -2012,
  /** -2011: The card takes part in 3-D Secure, but the issuer could not authenticate the payer (PARes U). */
  paresUnknown: -2011,
  /** -2010: The XID of the 3-D Secure answer does not match the request. */
  xidMismatch: -2010,
  /** -2009: The payer never came back from the issuer's authentication page. */
  leftAtAcs: -2009,
  /** -2007: The time given for the payment is over. */
  sessionExpired: -2007,
  /** -2006: The issuer declined the 3-D Secure authentication. */
  threeDsDeclined: -2006,
  /** -2005: The issuer's signature on the 3-D Secure answer (PARes) is not valid. */
  paresBadSignature: -2005,
  /** -2004: A payment without both 3-D Secure and CVC is forbidden. */
  cvcRequiredMinus2004: -2004,
  /** -2003: Blocked by port. */
  portBlacklisted: -2003,
  /** -2002: A limit of the merchant or the acquirer is exceeded. */
  merchantLimitExceeded: -2002,
  /** -2001: The payer's IP address is blacklisted. */
  ipBlacklisted: -2001,
  /** -2000: The card is blacklisted. */
  cardBlacklisted: -2000,
  /** -301: The wallet's payment token is not valid. */
  wrongPaymentToken: -301,
  /** -102: The payment was cancelled. */
  paymentCancelled: -102,
  /** -100: Waiting for payment attempt. */
  noAttemptYet: -100,
  /** -1: The processing centre did not answer in time. */
  processingNoAnswer: -1,
  /** 0: Request is processed successfully. */
  approved: 0,
  /** 1: The cardholder's identity must be proved, so the online payment is declined. */
  identityRequired: 1,
  /** 3: The merchant is not valid. */
  wrongMerchant: 3,
  /** 4: The card is blocked, no reason given. */
  cardBlocked: 4,
  /** 5: Declined by the issuer, no reason given. */
  doNotHonour: 5,
  /** 7: Refused by anti-fraud rules. */
  fraudRules: 7,
  /** 10: The payer cancelled on the payment page. */
  cancelledByPayer: 10,
  /** 20: Insufficient funds. */
  insufficientFunds20: 20,
  /** 37: The acquirer's security department must be called. */
  callAcquirerSecurity: 37,
  /** 62: The card is restricted, perhaps lost or stolen. */
  cardRestricted: 62,
  /** 63: Security violation. */
  securityViolation: 63,
  /** 72: The card does not allow this type of operation. */
  operationTypeNotAllowed: 72,
  /** 73: The expiry date does not match. */
  wrongExpiry: 73,
  /** 76: The original transaction was not found. */
  originalNotFound76: 76,
  /** 78: The account does not exist. */
  noSuchAccount: 78,
  /** 82: Wrong security code (CVC). */
  wrongCvc: 82,
  /** 87: The hold is too old. */
  preAuthorisationTooOld: 87,
  /** 88: Cryptography failure or wrong security code (CVC). */
  cryptographyFailure: 88,
  /** 90: The processing centre answered with an unknown status. */
  unknownProcessingStatus: 90,
  /** 94: Duplicate transmission. */
  duplicateTransmission: 94,
  /** 100: The card's balance, credit or limit is exceeded. */
  balanceExceeded: 100,
  /** 101: The card has expired. */
  cardExpired: 101,
  /** 103: The issuer refused or could not be reached; it must be called. */
  issuerRefused: 103,
  /** 104: The card or its account is restricted. */
  accountRestricted: 104,
  /** 106: Too many wrong PINs, the card may be blocked. */
  pinAttemptsExceeded: 106,
  /** 107: The issuer must be called. */
  callIssuer: 107,
  /** 109: The merchant or terminal is set up wrongly or blocked. */
  terminalMisconfigured: 109,
  /** 110: The amount is not valid. */
  wrongAmount: 110,
  /** 111: Wrong card number. */
  wrongCardNumber: 111,
  /** 116: Insufficient funds. */
  insufficientFunds: 116,
  /** 117: Wrong PIN. */
  wrongPin: 117,
  /** 119: Security violation, or the operation is not permitted. */
  securityViolation119: 119,
  /** 120: The issuer does not permit this operation. */
  notPermittedByIssuer: 120,
  /** 121: The card's amount limit is exceeded. */
  amountLimitExceeded: 121,
  /** 123: The card's limit on the number of operations is exceeded. */
  countLimitExceeded: 123,
  /** 124: Technical error on a reversal or refund. */
  refundTechnicalError: 124,
  /** 125: Wrong card number. */
  wrongCardNumber125: 125,
  /** 126: The card is reported lost. */
  cardLost126: 126,
  /** 127: The card is reported stolen. */
  cardStolen127: 127,
  /** 140: Wrong CVV2. */
  wrongCvc140: 140,
  /** 151: Refused by the issuer's anti-fraud monitoring. */
  issuerAntifraud: 151,
  /** 181: The service is not allowed. */
  serviceNotAllowed: 181,
  /** 203: The card is lost. */
  cardLost203: 203,
  /** 204: The card is lost. */
  cardLost204: 204,
  /** 208: The card is reported lost. */
  cardLost: 208,
  /** 209: The card's restrictions are exceeded. */
  cardLimitsExceeded: 209,
  /** 212: The participant is blocked. */
  participantBlocked: 212,
  /** 239: The subscription is terminated. */
  subscriptionTerminated: 239,
  /** 240: The cardholder stopped the recurring payment. */
  recurringStopped: 240,
  /** 301: The payer is sent to UPI SecurePay. */
  upiRedirect: 301,
  /** 320: The card is not activated. */
  cardNotActivated: 320,
  /** 400: The reversal is being processed. */
  reversalInProgress: 400,
  /** 555: The issuer forbids online payments with this card. */
  onlineUseBanned: 555,
  /** 801: The issuer is unavailable. */
  issuerUnavailable801: 801,
  /** 803: The card is blocked, do not retry. */
  cardBlockedDoNotRetry: 803,
  /** 804: The operation is not allowed, do not retry. */
  operationRefusedDoNotRetry: 804,
  /** 805: The transaction is rejected. */
  transactionRejected: 805,
  /** 814: The limit on operations per cycle is reached. */
  cycleCountLimitExceeded: 814,
  /** 823: The card is reported stolen. */
  cardStolen: 823,
  /** 861: Wrong expiry date. */
  wrongExpiry861: 861,
  /** 871: Wrong security code (CVV). */
  wrongCvc871: 871,
  /** 902: The balance or limit is exceeded. */
  balanceExceeded902: 902,
  /** 903: The issuer's amount limit is exceeded. */
  issuerAmountLimitExceeded: 903,
  /** 904: The issuer could not read the message format. */
  messageFormatError: 904,
  /** 905: The card is not valid. */
  cardNotValid: 905,
  /** 906: The card has expired. */
  cardExpired906: 906,
  /** 907: No link to the issuer, and no stand-in authorisation. */
  issuerUnreachable: 907,
  /** 909: General failure at the network or the issuer. */
  systemFailure: 909,
  /** 910: The issuer is unavailable. */
  issuerUnavailable910: 910,
  /** 911: Declined, the payer should contact the shop. */
  contactMerchant: 911,
  /** 912: The issuer is unavailable. */
  issuerUnavailable: 912,
  /** 913: The message format is wrong for the payment network. */
  networkFormatError: 913,
  /** 914: The original transaction was not found. */
  originalNotFound: 914,
  /** 915: Insufficient funds. */
  insufficientFunds915: 915,
  /** 916: The operation cannot be processed. */
  cannotBeProcessed: 916,
  /** 917: The transaction limit is exceeded. */
  transactionLimitExceeded: 917,
  /** 920: The card has restrictions. */
  cardRestricted920: 920,
  /** 941: The merchant's identifier is not valid. */
  wrongMerchantId: 941,
  /** 950: Reconciliation error. */
  reconciliationError: 950,
  /** 952: Stopped by the anti-fraud system. */
  antifraudStop: 952,
  /** 959: System malfunction. */
  systemMalfunction: 959,
  /** 968: The original amount is incorrect. */
  wrongOriginalAmount: 968,
  /** 998: The request timed out. */
  requestTimeout: 998,
  /** 999: Suspected fraud. */
  suspectedFraud: 999,
  /** 1001: The card data were not entered in time. */
  cardDataNotEntered: 1001,
  /** 1004: Authorisation, phase 1. */
  authorisationPhase1: 1004,
  /** 1005: Authorisation, phase 2. */
  authorisationPhase2: 1005,
  /** 1112: Too many tries with this card number and expiry date. */
  tooManyTriesCardAndExpiry: 1112,
  /** 1113: Too many tries with this card number. */
  tooManyTriesCard: 1113,
  /** 1114: Too many tries with this stored card. */
  tooManyTriesBinding: 1114,
  /** 1115: Too many tries to pay this order. */
  tooManyTriesOrder: 1115,
  /** 1116: Too many tries on this terminal. */
  tooManyTriesTerminal: 1116,
  /** 1117: Too many tries at this merchant. */
  tooManyTriesMerchant: 1117,
  /** 1118: Too many tries with this amount and currency. */
  tooManyTriesAmount: 1118,
  /** 1120: The refund is still in progress. */
  refundInProgress: 1120,
  /** 1434: The issuer demands 3-D Secure. */
  softDecline: 1434,
  /** 2001: Fraud according to the processing centre or the network. */
  processingFraud: 2001,
  /** 2002: The operation is not valid for the order's state or the payment method. */
  operationNotValid: 2002,
  /** 2003: The merchant may not take payments without 3-D Secure. */
  threeDsRequired: 2003,
  /** 2004: A payment without both 3-D Secure and CVC is forbidden. */
  cvcRequired: 2004,
  /** 2005: The conditions of a 3-D Secure rule are not met. */
  threeDsRuleNotMet: 2005,
  /** 2006: One-phase payments are forbidden for the merchant. */
  onePhaseForbidden: 2006,
  /** 2007: The order is already paid. */
  alreadyPaid: 2007,
  /** 2008: The transaction is not finished. */
  transactionUnfinished: 2008,
  /** 2009: The refund is larger than what was deposited. */
  refundTooLarge: 2009,
  /** 2012: The order is already cancelled. */
  alreadyCancelled: 2012,
  /** 2014: A 3-D Secure rule could not be run. */
  threeDsRuleError: 2014,
  /** 2015: The rule that selects a terminal failed. */
  terminalRuleError: 2015,
  /** 2016: 3-D Secure is needed, but the merchant has no permission for it. */
  threeDsNotPermitted: 2016,
  /** 2023: The processing queue is full. */
  processingQueueFull: 2023,
  /** 2030: The card is blocked. */
  cardBlocked2030: 2030,
  /** 4005: Declined by the merchant. */
  declinedByMerchant: 4005,
  /** 4032: The issuer declined after an attempted authentication (ARes A). */
  attemptNotAccepted: 4032,
  /** 8204: Duplicate order. */
  duplicateOrder: 8204,
  /** 9001: The gateway refused for an internal reason. */
  gatewayInternalError: 9001,
  /** 71015: Wrong card data. */
  wrongCardData: 71015,
  /** 100254: The card is not active for payments online. */
  cardNotActiveOnline: 100254,
  /** 100882: Wrong expiry date. */
  wrongExpiry100882: 100882,
  /** 151017: 3-D Secure communication error. */
  threeDsCommunicationError: 151017,
  /** 151018: Processing timeout, the request was not sent. */
  processingTimeoutNotSent: 151018,
  /** 151019: Processing timeout, the request was sent but not answered. */
  processingTimeoutNoAnswer: 151019,
  /** 341014: General error of the gateway. */
  gatewayError: 341014,
  /** 341016: 3-D Secure 2 was refused in the first answer (ARes). */
  aresRefused: 341016,
  /** 341017: 3-D Secure 2: unknown status in the first answer (ARes). */
  aresStatusUnknown: 341017,
  /** 341018: The 3-D Secure check was cancelled. */
  challengeCancelled: 341018,
  /** 341019: The 3-D Secure check failed. */
  threeDsFailed: 341019,
  /** 341020: 3-D Secure 2: unknown status in the result message (RReq). */
  rreqStatusUnknown: 341020,
  /** 341022: The 3-D Secure challenge ended in an error. */
  challengeError: 341022,
  /** 341023: The issuer ended the 3-D Secure challenge because time ran out. */
  challengeTimedOut: 341023,
  /** 341041: The refund failed. */
  refundFailed: 341041,
  /** 342015: Cancelled because the address check (AVS) failed. */
  avsFailed: 342015,
} as const;

/** An `actionCode`; banks have others than the known ones. */
export type ActionCodeNumber = (typeof actionCode)[keyof typeof actionCode] | (number & {});
