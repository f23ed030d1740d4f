import type { TextRow } from '../../texts/say.ts';
import { scenarioTexts } from '../scenarios/texts.ts';

// biome-ignore format: one line per text
export const editorTexts: readonly TextRow[] = [
  // What happens by it is said as in the gallery.
  ...scenarioTexts,
  ['Write a scenario', 'Новый сценарий', 'Жаңа сценарий'],
  ['Edit {name}', 'Правка: {name}', 'Өңдеу: {name}'],
  ['YAML: what the bank, the payer and the network do', 'YAML: что делают банк, покупатель и сеть', 'YAML: банк, сатып алушы және желі не істейді'],
  ['Text', 'Текст', 'Мәтін'],
  ['Name', 'Имя', 'Аты'],
  ['Words of the language', 'Слова языка', 'Тіл сөздері'],
  ['{key} shows the words that fit here; the language is in docs/writing-scenarios.md.', '{key} показывает подходящие слова; язык описан в docs/ru/writing-scenarios.md.', '{key} осында сай сөздерді көрсетеді; тілі docs/ru/writing-scenarios.md ішінде.'],
  ['Verdict', 'Результат', 'Нәтиже'],
  ['Check says what this scenario does, or what is wrong with it.', '«Проверить» скажет, что произойдёт или что не так.', '«Тексеру» не болатынын не қатесін айтады.'],
  ['No mistakes', 'Ошибок нет', 'Қате жоқ'],
  ['No mistakes, but not everything happens', 'Ошибок нет, но сработает не всё', 'Қате жоқ, бірақ бәрі орындалмайды'],
  ['Line {line}, column {column}', 'Строка {line}, столбец {column}', '{line}-жол, {column}-баған'],
  ['A name has small letters, digits and hyphens: declined-twice', 'Имя состоит из строчных латинских букв, цифр и дефисов: declined-twice', 'Атында кіші латын әріптері, цифрлар мен дефистер болады: declined-twice'],
  ['Check', 'Проверить', 'Тексеру'],
  ['Save', 'Сохранить', 'Сақтау'],
  ['Save as a new file', 'Сохранить новым файлом', 'Жаңа файл етіп сақтау'],
  ['“For …” sets the text for this merchant, without a file.', '«Для …» назначает текст этому мерчанту без файла.', 'Соңғы екеуі мәтінді осы мерчантқа файлсыз тағайындайды.'],
  ['Download', 'Скачать', 'Жүктеп алу'],
  ['It has mistakes, so nothing was done.', 'В тексте ошибки, поэтому ничего не сделано.', 'Мәтінде қате бар, сондықтан ештеңе жасалмады.'],
  ['A scenario needs a name to be saved.', 'Чтобы сохранить сценарий, дайте ему имя.', 'Сценарийді сақтау үшін оған ат керек.'],
  ['The next order follows this scenario.', 'Следующий заказ пойдёт по этому сценарию.', 'Келесі тапсырыс осы сценариймен жүреді.'],
  ['Every payment of this merchant follows this scenario now.', 'Теперь все платежи мерчанта идут по этому сценарию.', 'Енді мерчанттың барлық төлемі осы сценариймен жүреді.'],
  ['{file} is saved, and in use from the next payment on.', '{file} сохранён и действует со следующего платежа.', '{file} сақталды, келесі төлемнен бастап қолданылады.'],
  ['{file} is saved, but not in use: another file of the folder is wrong.', '{file} сохранён, но не действует: в другом файле папки ошибка.', '{file} сақталды, бірақ қолданылмайды: қалтадағы басқа файлда қате бар.'],
  ['Nothing can be saved here: the gateway has no folder of your own. Start it with SCENARIOS=<folder>.', 'Сохранить некуда: у шлюза нет вашей папки. Запустите его с SCENARIOS=<папка>.', 'Сақтайтын жер жоқ: шлюзде өз қалтаңыз жоқ. Оны SCENARIOS=<қалта> арқылы іске қосыңыз.'],
  ['Nothing can be saved here: the folder in SCENARIOS does not exist.', 'Сохранить некуда: папки из SCENARIOS нет.', 'Сақтайтын жер жоқ: SCENARIOS қалтасы жоқ.'],
  ['Nothing can be saved here: the gateway may not write into the folder in SCENARIOS.', 'Сохранить нельзя: шлюзу запрещена запись в папку из SCENARIOS.', 'Сақтауға болмайды: шлюз SCENARIOS қалтасына жаза алмайды.'],
  ['It was not saved: in the folder, this name is a link.', 'Не сохранено: в папке это имя занято ссылкой.', 'Сақталмады: қалтада бұл ат — сілтеме.'],
  ['It was not saved: there is another text under this name by now. Open it again, or choose another name.', 'Не сохранено: под этим именем уже другой текст. Откройте его снова или выберите другое имя.', 'Сақталмады: бұл атпен енді басқа мәтін тұр. Оны қайта ашыңыз не басқа ат таңдаңыз.'],
];
