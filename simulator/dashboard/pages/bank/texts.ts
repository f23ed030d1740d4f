import { russianBanks } from '../../../banks/russian/banks.ts';
import type { TextRow } from '../../texts/say.ts';
import { kazakhBanks } from './kazakh.ts';

/** Of the page of the documentation alone. */
const isOfDocs = (english: string): boolean => /^\||npm |docs/.test(english);

const ofBanks: readonly TextRow[] = russianBanks
  .filter(([english]) => !isOfDocs(english))
  .map(([english, russian]) => [english, russian, kazakhBanks.get(english) ?? russian]);

// biome-ignore format: one line per text
export const bankTexts: readonly TextRow[] = [
  ...ofBanks.filter(([english]) => english !== 'Banks'),
  ['Banks', 'Банки', 'Банктер'],
  ['The bank of this merchant, as tillbox imitates it: what is known, from where, and what is a guess.', 'Банк этого мерчанта, как его имитирует tillbox: что известно, откуда и что лишь предположение.', 'Осы мерчанттың банкі, tillbox оны қалай бейнелейді: не белгілі, қайдан және ненің болжам екені.'],
  ['Another bank that tillbox can imitate; the merchant can change to it in its settings.', 'Другой банк, который умеет имитировать tillbox; мерчант может перейти на него в своих настройках.', 'tillbox бейнелей алатын басқа банк; мерчант оған баптауларында ауыса алады.'],
  ['What to send, and what to expect', 'Что отправлять и чего ждать', 'Не жіберу керек және не күту керек'],
  ['Guesses', 'Предположения', 'Болжамдар'],
  ['compare these with the bank first', 'сверьте с банком в первую очередь', 'алдымен осыларды банкпен салыстырыңыз'],
  ['None.', 'Нет.', 'Жоқ.'],
  ['Before you go live', 'Перед запуском', 'Іске қосар алдында'],
  ['seen at {host}', 'так было на {host}', '{host} хостында байқалған'],
  ['seen at {host} in {date}', 'так было на {host}, {date}', '{host} хостында байқалған, {date}'],
  ['seen on {date}', 'так было {date}', 'байқалған, {date}'],
  ['on the day of the payment', 'в день платежа', 'төлем күні'],
  ['recorded: a page with a static password, 123456', 'записано: страница с постоянным паролем 123456', 'жазылған: 123456 тұрақты құпиясөзі бар бет'],
  ['the card schemes switched version 1 off in 2022', 'платёжные системы отключили версию 1 в 2022 году', 'төлем жүйелері 1-нұсқаны 2022 жылы өшірді'],
  ['asked: {asked}', 'вопрос: {asked}', 'сұрақ: {asked}'],
  ['own file', 'свой файл', 'өз файлы'],
  ['not known', 'неизвестно', 'белгісіз'],
  ['tillbox', 'tillbox', 'tillbox'],
  ["the bank's test host", 'тестовый стенд банка', 'банктің сынақ хосты'],
  ['production', 'боевой шлюз', 'нақты шлюз'],
  ['The whole of it, with a smoke test in four languages:', 'Всё целиком, с проверкой на четырёх языках:', 'Толық мәтіні, төрт тілдегі тексерумен:'],
  ['The profile', 'Профиль', 'Профиль'],
  ['Which facts', 'Какие факты', 'Қай деректер'],
  ['All facts', 'Все факты', 'Барлық дерек'],
  ['Unlike Bereke', 'Не как у Bereke', 'Bereke-ден өзгеше'],
  ['at Bereke: {value}', 'у Bereke: {value}', 'Bereke-де: {value}'],
  ['As curl', 'Как curl', 'curl түрінде'],
  ['Settings', 'Настройки', 'Баптаулар'],
  ['Base URL, login, password, callback address and callback token come from the environment or a secret store. A test login that was left in production gets `errorCode` 5 and no other hint.', 'Базовый URL, логин, пароль, адрес и токен уведомлений берутся из окружения или хранилища секретов. Тестовый логин, забытый в бою, получает `errorCode` 5 и никакой другой подсказки.', 'Негізгі URL, логин, құпиясөз, хабарлама мекенжайы мен токені ортадан немесе құпиялар қоймасынан алынады. Нақты шлюзде ұмытылған сынақ логині `errorCode` 5 алады, басқа белгі болмайды.'],
  ['The address is reached from the internet by HTTPS on port 443, with a certificate of a known authority. It answers 200 at once, and refuses a forged callback.', 'Адрес доступен из интернета по HTTPS на порту 443, с сертификатом известного центра. Он сразу отвечает 200 и отклоняет поддельное уведомление.', 'Мекенжай интернеттен HTTPS арқылы 443 портында, белгілі орталықтың сертификатымен қолжетімді. Ол бірден 200 деп жауап береді және жалған хабарламаны қабылдамайды.'],
  ['Card data', 'Данные карт', 'Карта деректері'],
  ['If cards are typed on the gateway\'s page, your server never sees a number. If your page takes them, none is in a log or a database: search your logs after a test run.', 'Если карты вводят на странице шлюза, ваш сервер не видит номеров. Если их принимает ваша страница, ни одного не должно быть в логах и базах: поищите в логах после тестов.', 'Карта шлюз бетінде енгізілсе, серверіңіз нөмірді көрмейді. Оны сіздің бетіңіз қабылдаса, логтар мен базаларда бірде-бір нөмір болмауы керек: тесттен кейін логтардан іздеңіз.'],
  ['Leftovers', 'Остатки', 'Қалдықтар'],
  ['Outside of tests there is no `jsonParams.scenario`, and no call below `/sandbox`.', 'Вне тестов нет ни `jsonParams.scenario`, ни вызовов внутри `/sandbox`.', 'Тесттерден тыс жерде `jsonParams.scenario` да, `/sandbox` ішіндегі шақырулар да жоқ.'],
  ['Rights of the login', 'Права логина', 'Логин құқықтары'],
  ['The bank may have to switch on holds, stored cards, payments without the customer and payments by card number. tillbox permits them all.', 'Удержания, сохранённые карты, платежи без покупателя и платежи по номеру карты банк, возможно, должен включить. tillbox разрешает всё.', 'Ұстау, сақталған карталар, сатып алушысыз төлемдер және карта нөмірімен төлеуді банк қосуы керек болуы мүмкін. tillbox барлығына рұқсат береді.'],
  ['Status answers', 'Ответы о статусе', 'Күй жауаптары'],
  ['The shop asks `getOrderStatusExtended.do` before it ships, and compares codes rather than texts.', 'Перед отгрузкой магазин спрашивает `getOrderStatusExtended.do` и сравнивает коды, а не тексты.', 'Дүкен тауарды жібермес бұрын `getOrderStatusExtended.do` сұрайды және мәтінді емес, кодтарды салыстырады.'],
  ['Contract', 'Контракт', 'Келісімшарт'],
  ['Your Pact passes `tillbox verify` here, and the contract of tillbox passes it at the test host of the bank.', 'Ваш Pact проходит `tillbox verify` здесь, а контракт tillbox — на тестовом стенде банка.', 'Сіздің Pact осында `tillbox verify` тексерісінен, ал tillbox келісімшарты банктің сынақ хостында өтеді.'],
  ['The first real payment', 'Первый настоящий платёж', 'Алғашқы нақты төлем'],
  ['Pay a small amount with your own card, and refund it. Compare status, callbacks and the statement of the bank with what tillbox has.', 'Оплатите небольшую сумму своей картой и верните её. Сравните статус, уведомления и выписку банка с тем, что показывает tillbox.', 'Өз картаңызбен аз соманы төлеп, оны қайтарыңыз. Күйді, хабарламаларды және банк үзіндісін tillbox көрсеткенмен салыстырыңыз.'],
];
