/** Makes the cards in the wallets' sheets pay by the page's own calls. `start` runs a payment unless one is running. */
export const openWallets = ({ send, said, start }) => {
  const form = document.getElementById('wallet-form');
  form?.addEventListener('submit', (event) => {
    event.preventDefault();
    const { submitter } = event;
    submitter.closest('[popover]').hidePopover?.();
    const { amount, currency, tokens } = form.dataset;
    const asked = { ...JSON.parse(submitter.dataset.token), amount: Number(amount), currency };
    const takeToken = () => send(tokens, asked);
    start(() => payWithWallet(send, submitter.dataset.call, takeToken, said()));
  });
};

/** As with a phone: it makes a token, which the page passes on. */
const payWithWallet = async (send, call, takeToken, { scenario, ...said }) => {
  const { paymentToken } = await takeToken();
  const answer = await send(call, { ...said, paymentToken, ...(scenario && { additionalParameters: { scenario } }) });
  return asCardAnswer(answer);
};

/** The answer in the words of processform.do. A decline names the order; a request that was refused does not. */
const asCardAnswer = ({ success, data, error }) => {
  const { redirectUrl: redirect, orderId, ...steps } = data ?? {};
  if (success) return { ...steps, redirect };
  return { redirect, error: error?.message, errorCode: orderId ? 0 : 1 };
};
