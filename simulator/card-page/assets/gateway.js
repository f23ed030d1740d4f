/** Thrown when the gateway gives no readable answer. */
export class NoAnswer extends Error {}

/** The calls of the page. Both return the answer's JSON for any HTTP status. */
export const gateway = ({ restBase, orderId, language }) => ({
  /** A form below `restBase`, about the order. */
  call: (name, fields = {}) =>
    ask(`${restBase}/${name}`, { body: new URLSearchParams({ MDORDER: orderId, language, ...fields }) }),
  /** JSON to a path of this host. */
  send: (path, content) =>
    ask(path, { body: JSON.stringify(content), headers: { 'Content-Type': 'application/json' } }),
});

const ask = async (path, request) => {
  try {
    const response = await fetch(path, { method: 'POST', cache: 'no-store', ...request });
    const answer = await response.json();
    if (typeof answer === 'object' && answer !== null) return answer;
  } catch (cause) {
    throw new NoAnswer(path, { cause });
  }
  throw new NoAnswer(path);
};

/** Leaves for an address that the gateway gave. */
export const leaveFor = (address) => {
  const { protocol } = new URL(address, location.href);
  if (protocol === 'javascript:' || protocol === 'data:') throw new Error(`not an address to go to: ${protocol}`);
  location.assign(address);
};

/** Leaves by POST, as 3-D Secure asks. */
export const postTo = (action, fields, target = '_self') => {
  const form = document.createElement('form');
  form.method = 'post';
  form.action = action;
  form.target = target;
  form.hidden = true;
  for (const [name, value] of Object.entries(fields)) {
    const input = document.createElement('input');
    input.type = 'hidden';
    input.name = name;
    input.value = value;
    form.append(input);
  }
  document.body.append(form);
  form.submit();
};
