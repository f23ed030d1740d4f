import test from 'ava';
import { fillForm } from '../../../client/customer/fill-form.ts';
import { type PageForm, readForms } from '../../../client/customer/read-form.ts';
import { decodeEntities, markedElements, readHtml } from '../../../client/customer/read-html.ts';
import { WrongUse } from '../../../client/gateway/gateway-errors.ts';

const pageUrl = 'https://gateway.example/payment/merchants/shop/payment_en.html?mdOrder=1';

const formIn = (html: string): PageForm => readForms(readHtml(html), pageUrl)[0] as PageForm;
const bodyOf = (html: string, entries = {}) => fillForm(formIn(html), entries).toString();

test('reads where and how a form is sent, with the page as the default', (t) => {
  t.like(formIn('<form id=f method=post action="../pay?a=1&amp;b=2"></form>'), {
    id: 'f',
    method: 'POST',
    action: 'https://gateway.example/payment/merchants/pay?a=1&b=2',
  });
  t.like(formIn('<FORM ACTION=""></FORM>'), { id: '', method: 'GET', action: pageUrl });
});

test('sends inputs in the order of the page with their values decoded', (t) => {
  const html = `<form>
    <input type="hidden" name="PaReq" value="a+b/c==&quot;&#1046;&#x416;&lt;">
    <input name='pan' value='4111 1111'><INPUT NAME=bare VALUE=x>
    <textarea name="note">5 &gt; 4</textarea>
  </form>`;

  t.is(bodyOf(html), 'PaReq=a%2Bb%2Fc%3D%3D%22%D0%96%D0%96%3C&pan=4111+1111&bare=x&note=5+%3E+4');
});

test('leaves out what a browser leaves out', (t) => {
  const html = `<!-- <form id="old"><input name="old"> --><script>document.write('<form><input name="js">')</script>
    <input name="outside"><form id="pay"><input name="kept" value="1"><input value="nameless">
    <input name="off" disabled value="1"><input type="checkbox" name="box"><input type="radio" name="way" value="a">
    <input type="radio" name="way" value="b" checked><input type="reset" name="r"><button name="go" value="1">Go</button></form>`;

  t.is(readForms(readHtml(html), pageUrl).length, 1);
  t.is(bodyOf(html), 'kept=1&way=b');
});

test('takes controls that name the form from elsewhere on the page', (t) => {
  const html =
    '<form id="pay"><input name="a"><input name="b" form="other"></form><input name="c" form="pay" value="1">';

  t.is(bodyOf(html), 'a=&c=1');
});

test('a tag may hold ">" and quotes inside attribute values', (t) => {
  const html = `<form id="pay" data-texts='{"a":"<b>\\""}' title="5 > 4"><input name="a" value="'&gt;'"></form>`;

  t.is(formIn(html).id, 'pay');
  t.is(bodyOf(html), 'a=%27%3E%27');
});

test('a select sends its chosen option, else its first, and the options without a value send their text', (t) => {
  const html = `<form><select name="first"><option value="">as the card says<optgroup label="x"><option value="b">B</optgroup></select>
    <select name="chosen"><option disabled>no</option><option>1</option><option selected>2 &amp; 3</option></select></form>`;

  t.is(bodyOf(html), 'first=&chosen=2+%26+3');
  t.deepEqual(formIn(html).fields[1]?.options, ['1', '2 & 3']);
});

test('fills in texts, ticks and chooses, and refuses names that the form lacks', (t) => {
  const html = `<form><input name="pan"><input type="checkbox" name="saveCard" value="yes">
    <select name="outcome"><option value=""><option value="decline"></select></form>`;

  t.is(bodyOf(html, { pan: '4111', saveCard: true, outcome: 'decline' }), 'pan=4111&saveCard=yes&outcome=decline');
  t.throws(() => bodyOf(html, { pan: '4111', email: 'a@b' }), {
    instanceOf: WrongUse,
    message: 'the page has no field email; it has: pan, saveCard, outcome',
  });
  t.is(bodyOf(html, { saveCard: false, outcome: undefined, email: undefined }), 'pan=&outcome=');
});

test('says what a select offers when asked for something else', (t) => {
  const html = '<form><select name="sandboxOutcome"><option value="a"><option value="b"></select></form>';

  t.throws(() => bodyOf(html, { sandboxOutcome: 'c' }), {
    instanceOf: WrongUse,
    message: 'the page offers no sandboxOutcome "c"; it offers: a, b',
  });
});

test('lists the buttons that submit, and sends the one that was pressed last', (t) => {
  const form =
    formIn(`<form><input type="submit" value="Pay"><button name="action" value="cancel">No <b>way</b></button>
    <button type="button" name="x">X</button></form>`);

  t.deepEqual(form.buttons, [
    { name: '', value: 'Pay', text: 'Pay' },
    { name: 'action', value: 'cancel', text: 'No way' },
  ]);
  t.is(fillForm(form, {}, form.buttons[0]).toString(), '');
  t.is(fillForm(form, {}, form.buttons[1]).toString(), 'action=cancel');
});

test('finds marked elements with their text, nested ones whole, hidden ones not', (t) => {
  const html = `<div data-decline><div>Not <i>enough</i></div> money&nbsp;there</div>
    <p data-field-error="pan">Wrong</p><p data-field-error="cvc" hidden>Old</p>`;

  t.deepEqual(markedElements(readHtml(html), 'data-decline'), [{ value: '', text: 'Not enough money there' }]);
  t.deepEqual(markedElements(readHtml(html), 'data-field-error'), [{ value: 'pan', text: 'Wrong' }]);
});

test('decodes entities once and leaves alone what it does not know', (t) => {
  t.is(
    decodeEntities('&amp;lt; &#39;&apos; &#x1F600; &euro; &#99999999; &#1114112; & &;'),
    "&lt; '' 😀 &euro; &#99999999; &#1114112; & &;",
  );
});
