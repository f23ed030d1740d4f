import type { TextRow } from '../say.ts';

/** The forms of every mistake: in a scenario file, in a field of the control API, in a call of the gateway. */
// biome-ignore format: one line per text
export const mistakeForms: readonly TextRow[] = [
  ['{field}: {words}', '{field}: {words}', '{field}: {words}'],
  ['expected {words}', 'ожидается: {words}', 'күтілетіні: {words}'],
  ['expected {words}; did you mean {meant}?', 'ожидается: {words}; может быть, имелось в виду {meant}?', 'күтілетіні: {words}; мүмкін, {meant} керек пе?'],
  ['expected {words}, got {got}', 'ожидается: {words}; получено: {got}', 'күтілетіні: {words}; берілгені: {got}'],
  ['expected {words}, got {got}; did you mean {meant}?', 'ожидается: {words}; получено: {got}; может быть, имелось в виду {meant}?', 'күтілетіні: {words}; берілгені: {got}; мүмкін, {meant} керек пе?'],
  ['expected {words}, got {got}; did you mean {meant} without quotes?', 'ожидается: {words}; получено: {got}; может быть, имелось в виду {meant} без кавычек?', 'күтілетіні: {words}; берілгені: {got}; мүмкін, тырнақшасыз {meant} керек пе?'],
  ['expected {words}, got {got}; it can be {choices}', 'ожидается: {words}; получено: {got}; возможные значения: {choices}', 'күтілетіні: {words}; берілгені: {got}; мүмкін мәндері: {choices}'],
  ['unknown key; did you mean {meant}?', 'неизвестный ключ; может быть, имелось в виду {meant}?', 'белгісіз кілт; мүмкін, {meant} керек пе?'],
  ['unknown key; known are {choices}', 'неизвестный ключ; известны {choices}', 'белгісіз кілт; белгілілері: {choices}'],
  ['{name} with its setting, {words}', '{name} со значением: {words}', '{name} мәнімен: {words}'],
  ['{one} and {other} contradict each other: {words}', '{one} и {other} противоречат друг другу: {words}', '{one} мен {other} бір-біріне қайшы: {words}'],
  ['cannot be read: {reason}', 'не читается: {reason}', 'оқылмайды: {reason}'],
  ['cannot be read: {problem}', 'не читается ({problem})', 'оқылмайды ({problem})'],
  // Of Zod, for a field without words of its own
  ['Too big: expected string to have <={count} characters', 'не больше {count} {count:символа/символов/символов}', '{count} таңбадан аспасын'],
  ['Too small: expected string to have >=1 characters', 'не может быть пустым', 'бос болмасын'],
  ['Too big: expected number to be <={count}', 'не больше {count}', '{count}-дан аспасын'],
  ['Too small: expected number to be >={count}', 'не меньше {count}', '{count}-дан кем болмасын'],
  ['Invalid input: expected {type}, received undefined', 'поля нет, ожидается {type}', 'өріс жоқ, {type} күтіледі'],
  ['Invalid input: expected {type}, received {got}', 'ожидается {type}, получено {got}', '{type} күтіледі, {got} берілген'],
  ['Invalid option: expected one of {choices}', 'возможные значения: {choices}', 'мүмкін мәндері: {choices}'],
  ['Invalid option: expected one of {choices}; did you mean {meant}?', 'возможные значения: {choices}; может быть, имелось в виду {meant}?', 'мүмкін мәндері: {choices}; мүмкін, {meant} керек пе?'],
  ['there is no such field', 'такого поля нет', 'мұндай өріс жоқ'],
  ['there is no such field; did you mean {meant}?', 'такого поля нет; может быть, имелось в виду {meant}?', 'мұндай өріс жоқ; мүмкін, {meant} керек пе?'],
];
