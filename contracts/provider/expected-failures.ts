/** What the contract has to say of a break, if that is more than that all changed interactions complain. */
export interface ExpectedFailures {
  /** Of a break of the behaviour: the interactions that are tried. */
  readonly tries?: RegExp;
  /** Interactions that accept the changed answer all the same. */
  readonly passes?: RegExp;
}

const status = '^the shop asks (for|the old way for) the status of ';
const anOrder = (words: string) => new RegExp(`${status}an order ${words}`);

const behaviour: Readonly<Record<string, RegExp>> = {
  'ac-01': /with a wrong password, (refused|failed) /,
  'ac-02': /asks to (capture|give free|refund|close), with a wrong password/,
  'bo-01': anOrder('that the shop has closed$'),
  'bo-02': anOrder('with added parameters$'),
  'bo-03': anOrder('whose shorter time was over$'),
  'bo-04': /^the shop .*in Russian/,
  'bo-05': anOrder('with a cart and data about the payer$'),
  'bo-06': anOrder('with a cart and data about the payer$'),
  'bo-07': /(whose card was stored|of a customer whose card is not stored)$/,
  'bo-08': /where an order leads (that was declined, with an address for failures|whose time was over)$/,
  'bo-09': /for the orders that were paid on a day/,
  'bo-10':
    /the browser asks (where an order leads that is (paid, in Russian|held)|to give up on the payment page$)|has a query of its own$/,
  'bo-11': /asks for the status of an order (paid in one phase|that nobody has paid yet)$/,
  'bo-12': /asks for the status of an order (paid in one phase|that nobody has paid yet)$/,
  'bo-13': anOrder('(paid in one phase|held in two phases)$'),
  'bo-14': /for the status of an order by its number$|under a number that it has used$/,
  'bo-15': anOrder('held in two phases$'),
  'bo-16': anOrder('paid in one phase$'),
  'bo-17': /asks for the status of an order that nobody has paid yet$/,
  'bo-18': /status of an order of another merchant, refused/,
  'bm-01':
    /for the status of an order refunded in part$|asks for the status of an order refunded in full$|refunded once by a call that came twice$/,
  'bm-02': anOrder('(captured in part|that (is being|was) captured in steps|whose captured part was refunded)$'),
  'bm-03':
    /asks (for|the old way for) the status of an order whose hold was given free$|asks for the status of an order whose hold was given free in part$/,
  'bm-04': /for the status of an order that (is being|was) captured in steps$/,
  'bm-05':
    /the status of an order (captured in part|that is being captured in steps)$|asks for the status of an order whose captured part was refunded$/,
  'bm-06': /for the status of an order refunded (in part|in full|once by a call that came twice)$/,
  'bm-07': anOrder('whose hold was given free in part$'),
  'bm-08':
    /asks for the status of an order refunded|refunded once by a call that came twice$|for a refund that it was given before$/,
  'bm-09': /of which less is left than it believes$/,
  'bm-10': /for the status of an order refunded in part$/,
  'bm-11': /for the status of an order captured in part$/,
  'bm-12': /for the status of an order whose hold was given free( in part)?$/,
  'bk-01':
    /switch a stored card on again$|card that is (switched )?off(, |$)|of whom one is switched off$|who has switched off the only one$/,
  'bk-02': /for a recurring task that was stopped$/,
  'bk-03': /from a template that is off|asks to switch a template off$/,
  'bk-04': /for the stored cards of a customer, among those of others$/,
  'rq-01': / by GET$/,
  'rq-02': / by POST with a query$/,
  'rq-03': /in a multipart form$/,
  'rq-04': /status of an order with Kazakh and Russian letters$/,
  'rq-05': /asks for the status of an order that nobody has paid yet$/,
  'rq-06': /asks for (a payment every month|a payment with Apple Pay|a template)$/,
};

/** Only one interaction names the order, and not just the form of its id. */
const butOneAmongOthers = /^(?!.*one (order|recurring task) among others)/;
const declinedStatuses = /declined for good$|declined card that can be tried again$/;

const passes: Readonly<Record<string, RegExp>> = {
  'cd-07': /at the issuer's page$|declined for good$|declined card that can be tried again$/,
  'cd-16': /at the issuer's page$/,
  'cd-17': declinedStatuses,
  'cd-18': declinedStatuses,
  'cd-19': declinedStatuses,
  // Content types are agreed where letters outside ASCII are.
  'ht-12': /^(?!.*(Kazakh|Russian))/,
  'js-11': declinedStatuses,
  'pa-02': /with a card that is declined$/,
  'pa-03': /with a card that is declined$/,
  'pa-04': butOneAmongOthers,
  'pa-28': /without 3-D Secure takes part in it$/,
  're-03': /with Kazakh and Russian letters$/,
  // A rule for all keys cannot stand beside others.
  're-04': /to register an order( of two phases| by GET| by POST with a query| with Kazakh and Russian letters)?$/,
  're-16': /from a template$/,
  'st-07': declinedStatuses,
  'st-14': butOneAmongOthers,
  'st-44': declinedStatuses,
  'st-59': /^(?!.*(one order among others|in a multipart form))/,
  'tk-06': /that was stopped$/,
  'tk-07': /that was stopped$/,
  'tk-08': butOneAmongOthers,
  'tk-09': /that was stopped$|among others$/,
  'tk-10': /that was stopped$|among others$/,
  'tk-20': /among others$/,
  'un-01': /does not exist$/,
};

export const expectedOf = (id: string): ExpectedFailures | undefined => {
  const [tries, accepting] = [behaviour[id], passes[id]];
  return { ...(tries && { tries }), ...(accepting && { passes: accepting }) };
};
