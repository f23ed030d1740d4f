import { leaveFor, postTo } from './gateway.js';

/** How long the issuer may check the browser before the payment continues without it. */
const methodLimitMs = 3000;

/** Sends the card, walks the first steps of 3-D Secure, and gives the answer that ends the page's part. */
export const pay = async (call, fields) => {
  const answer = await call('processform.do', fields);
  if (answer.redirect || answer.acsUrl || !answer.is3DSVer2 || !answer.threeDSServerTransId) return answer;
  await letIssuerLook(answer);
  return call('processform.do', { ...fields, threeDSServerTransId: answer.threeDSServerTransId });
};

/** Follows the answer's redirect. False: there is none, and the payer stays on the page. */
export const follow = (answer, orderId) => {
  if (answer.acsUrl && answer.packedCReq) postTo(answer.acsUrl, { creq: answer.packedCReq });
  else if (answer.acsUrl) postTo(answer.acsUrl, { MD: orderId, PaReq: answer.paReq, TermUrl: answer.termUrl });
  else if (answer.redirect) leaveFor(answer.redirect);
  else return false;
  return true;
};

/** The 3DS Method: two hidden frames, one of the 3DS server and one of the issuer, if it has one. */
const letIssuerLook = async ({ threeDSMethodURLServer, threeDSMethodURL, threeDSMethodDataPacked }) => {
  const loads = [];
  if (threeDSMethodURLServer) {
    const frame = hiddenFrame('three-ds-server');
    loads.push(loaded(frame));
    frame.src = threeDSMethodURLServer;
    document.body.append(frame);
  }
  if (threeDSMethodURL && threeDSMethodDataPacked) {
    const frame = hiddenFrame('three-ds-method');
    document.body.append(frame);
    loads.push(loaded(frame));
    postTo(threeDSMethodURL, { threeDSMethodData: threeDSMethodDataPacked }, frame.name);
  }
  await Promise.race([Promise.all(loads), new Promise((resolve) => setTimeout(resolve, methodLimitMs))]);
};

const hiddenFrame = (name) => {
  const frame = document.createElement('iframe');
  frame.name = name;
  frame.title = name;
  frame.hidden = true;
  return frame;
};

const loaded = (frame) => new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
