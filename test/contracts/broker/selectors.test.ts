import test from 'ava';
import { parseSelectors } from '../../../contracts/verify/broker/consumer-version-selectors.ts';

test('selectors are objects or lists of them, from several options', (t) => {
  t.deepEqual(
    parseSelectors(['{"mainBranch":true}', '[{"branch":"main","consumer":"shop"},{"tag":"a","latest":false}]']),
    [{ mainBranch: true }, { branch: 'main', consumer: 'shop' }, { tag: 'a', latest: false }],
  );
  t.deepEqual(parseSelectors([]), []);
});

const refused: Readonly<Record<string, RegExp>> = {
  '{"main_branch":true}': /no field is called main_branch; did you mean mainBranch\? There are: consumer, branch, /,
  '{"deployed_or_released":true}': /did you mean deployedOrReleased\?/,
  '{"Branch":"main"}': /did you mean branch\?/,
  '{"tagg":"prod"}': /did you mean tag\?/,
  '{"colour":"red"}': /no field is called colour There are: /,
  '{"toString":"x"}': /no field is called toString/,
  '{"mainBranch":"true"}': /mainBranch is "true", but has to be true$/,
  '{"deployed":false}': /deployed is false, but has to be true$/,
  '{"latest":"true"}': /latest is "true", but has to be true or false$/,
  '{"branch":true}': /branch is true, but has to be text$/,
  '{"tag":" "}': /tag is " ", but has to be text$/,
  '{}': /expected an object such as {"mainBranch":true}, but it is {}$/,
  '"main"': /expected an object such as {"mainBranch":true}, but it is "main"$/,
  '[["main"]]': /expected an object/,
  null: /but it is null$/,
  '{mainBranch:true}': /expected JSON such as {"mainBranch":true}, but it is {mainBranch:true}$/,
  main: /expected JSON/,
};
for (const [text, message] of Object.entries(refused)) {
  test(`a selector is refused: ${text}`, (t) => {
    t.throws(() => parseSelectors(['{"latest":true}', text]), { name: 'BrokerError', message });
    t.throws(() => parseSelectors([text]), { message: /^--consumer-version-selectors: / });
  });
}
