import { byLanguage } from './page-texts.ts';

/** The issuer's page, whatever the version of 3-D Secure. Words in braces are filled in. */
export const issuerTexts = byLanguage({
  bank: { en: 'Simulated Issuer Bank', ru: 'Тестовый банк-эмитент', kk: 'Сынақ эмитент-банкі' },
  languages: { en: 'Language', ru: 'Язык', kk: 'Тіл' },
  merchant: { en: 'Shop', ru: 'Магазин', kk: 'Дүкен' },
  amount: { en: 'Amount', ru: 'Сумма', kk: 'Сома' },
  card: { en: 'Card', ru: 'Карта', kk: 'Карта' },
  date: { en: 'Date', ru: 'Дата', kk: 'Күні' },
  timeLeft: {
    en: 'Time left to confirm: {time}',
    ru: 'Осталось времени: {time}',
    kk: 'Растауға қалған уақыт: {time}',
  },
  oneMinuteLeft: {
    en: 'One minute left to confirm the payment.',
    ru: 'На подтверждение осталась одна минута.',
    kk: 'Төлемді растауға бір минут қалды.',
  },
});

/** 3-D Secure 1: a password. Source: page of the issuer at older installs, which has a password, a link to send it again, and three tries. */
const passwordTexts = byLanguage({
  scheme: { en: '3-D Secure', ru: '3-D Secure', kk: '3-D Secure' },
  title: { en: 'Payment password', ru: 'Пароль для оплаты', kk: 'Төлем құпиясөзі' },
  intro: {
    en: 'Your card is protected by 3‑D Secure. We have sent a one-time password by SMS to the phone of the card’s owner. Enter it to pay.',
    ru: 'Ваша карта защищена технологией 3‑D Secure. Мы отправили одноразовый пароль по SMS на телефон владельца карты. Введите его, чтобы оплатить.',
    kk: 'Картаңыз 3‑D Secure технологиясымен қорғалған. Карта иесінің телефонына SMS арқылы бір реттік құпиясөз жібердік. Төлеу үшін оны енгізіңіз.',
  },
  code: { en: 'Password', ru: 'Пароль', kk: 'Құпиясөз' },
  wrongCode: {
    en: 'The password is not right. Tries left: {tries}',
    ru: 'Пароль неверный. Осталось попыток: {tries}',
    kk: 'Құпиясөз қате. Қалған талпыныс саны: {tries}',
  },
  submit: { en: 'Submit', ru: 'Отправить', kk: 'Жіберу' },
  cancel: { en: 'Leave without paying', ru: 'Выйти без оплаты', kk: 'Төлемей шығу' },
  resend: { en: 'Send the password again', ru: 'Выслать пароль ещё раз', kk: 'Құпиясөзді қайта жіберу' },
  resendIn: {
    en: 'Another password can be sent in {time}',
    ru: 'Новый пароль можно запросить через {time}',
    kk: 'Жаңа құпиясөзді сұрауға қалған уақыт: {time}',
  },
  resent: {
    en: 'We have sent another password. Requests left: {left}',
    ru: 'Мы отправили новый пароль. Осталось запросов: {left}',
    kk: 'Жаңа құпиясөз жібердік. Қалған сұрау саны: {left}',
  },
  noMore: {
    en: 'No more passwords can be sent for this payment.',
    ru: 'Для этого платежа больше нельзя запросить пароль.',
    kk: 'Бұл төлемге енді құпиясөз сұрауға болмайды.',
  },
  sandboxCodes: {
    en: 'Password 12345678 passes, 00000000 fails.',
    ru: 'Пароль 12345678 подходит, 00000000 — нет.',
    kk: '12345678 құпиясөзі қабылданады, 00000000 құпиясөзі қабылданбайды.',
  },
});

/** 3-D Secure 2: a code. Source: EMV 3-D Secure, user interface of a challenge by one-time passcode, with its two texts to unfold. */
const codeTexts: typeof passwordTexts = byLanguage({
  scheme: { en: '3-D Secure 2', ru: '3-D Secure 2', kk: '3-D Secure 2' },
  title: { en: 'Confirm the payment', ru: 'Подтвердите платёж', kk: 'Төлемді растаңыз' },
  intro: {
    en: 'We have sent a one-time code to your phone. Enter it to confirm this payment.',
    ru: 'Мы отправили одноразовый код на ваш телефон. Введите его, чтобы подтвердить платёж.',
    kk: 'Телефоныңызға бір реттік код жібердік. Төлемді растау үшін оны енгізіңіз.',
  },
  code: { en: 'One-time code', ru: 'Одноразовый код', kk: 'Бір реттік код' },
  wrongCode: {
    en: 'The code is not right. Tries left: {tries}',
    ru: 'Код не подходит. Осталось попыток: {tries}',
    kk: 'Код қате. Қалған талпыныс саны: {tries}',
  },
  submit: { en: 'Confirm', ru: 'Подтвердить', kk: 'Растау' },
  cancel: { en: 'Cancel the payment', ru: 'Отменить платёж', kk: 'Төлемнен бас тарту' },
  resend: { en: 'Send another code', ru: 'Прислать новый код', kk: 'Жаңа код жіберу' },
  resendIn: {
    en: 'Another code can be sent in {time}',
    ru: 'Новый код можно запросить через {time}',
    kk: 'Жаңа кодты сұрауға қалған уақыт: {time}',
  },
  resent: {
    en: 'We have sent another code. Requests left: {left}',
    ru: 'Мы отправили новый код. Осталось запросов: {left}',
    kk: 'Жаңа код жібердік. Қалған сұрау саны: {left}',
  },
  noMore: {
    en: 'No more codes can be sent for this payment.',
    ru: 'Для этого платежа больше нельзя запросить код.',
    kk: 'Бұл төлемге енді код сұрауға болмайды.',
  },
  sandboxCodes: {
    en: 'Code 123456 passes, 000000 fails.',
    ru: 'Код 123456 подходит, 000000 — нет.',
    kk: '123456 коды қабылданады, 000000 коды қабылданбайды.',
  },
});

/** By the version of 3-D Secure. */
export const challengeTexts = { 1: passwordTexts, 2: codeTexts } as const;

/** What a challenge of 3-D Secure 2 explains to those who want to know more. */
export const challengeHelp = byLanguage({
  why: { en: 'Why do I have to confirm?', ru: 'Зачем нужно подтверждение?', kk: 'Неліктен растау керек?' },
  whyText: {
    en: 'Your bank checks that it is the card’s owner who pays. The shop sees neither this page nor the code.',
    ru: 'Банк проверяет, что платит владелец карты. Магазин не видит ни эту страницу, ни код.',
    kk: 'Банк картаның иесі төлеп жатқанын тексереді. Дүкен бұл бетті де, кодты да көрмейді.',
  },
  noCode: { en: 'The code has not come', ru: 'Код не пришёл', kk: 'Код келмеді' },
  noCodeText: {
    en: 'It may take half a minute. Check that your phone has reception, then have another code sent.',
    ru: 'Он может идти полминуты. Проверьте, есть ли связь, и запросите новый код.',
    kk: 'Код жарты минутқа дейін келуі мүмкін. Телефонда байланыс бар-жоғын тексеріп, жаңа код сұраңыз.',
  },
});
