import type { TextRow } from '../say.ts';

/** Why a step of a scenario has no effect: the words of `simulator/inspection/foresight/`. */
// biome-ignore format: one line per text
export const idleStepTexts: readonly TextRow[] = [
  ['is not reached: {words}', 'не сработает: {words}', 'іске қосылмайды: {words}'],
  ['is not possible: {words}', 'невозможно: {words}', 'мүмкін емес: {words}'],
  ['has no effect: {words}', 'ни на что не влияет: {words}', 'ештеңеге әсер етпейді: {words}'],
  ['the payer leaves the page (payer.leavesPage)', 'покупатель закрывает страницу (payer.leavesPage)', 'сатып алушы бетті жабады (payer.leavesPage)'],
  ['the order is over before (payer.opensAfter)', 'срок заказа истечёт раньше (payer.opensAfter)', 'тапсырыс мерзімі бұрын бітеді (payer.opensAfter)'],
  ['an order allows {count} attempts', 'заказ допускает {count} {count:попытку/попытки/попыток}', 'тапсырысқа {count} талпыныс беріледі'],
  ['the payer tries once', 'покупатель пробует один раз', 'сатып алушы бір рет көреді'],
  ['the payer tries {count} times', 'покупатель пробует {count} {count:раз/раза/раз}', 'сатып алушы {count} рет көреді'],
  ['the payer does not come back from the issuer in attempt {count}', 'в попытке {count} покупатель не возвращается от банка-эмитента', '{count}-талпыныста сатып алушы эмитент банктен қайтпайды'],
  ['the order is over in attempt {count} (payer.answersAfter)', 'срок заказа истечёт в попытке {count} (payer.answersAfter)', 'тапсырыс мерзімі {count}-талпыныста бітеді (payer.answersAfter)'],
  ['attempt {count} pays the order, with card {card}', 'попытка {count} оплачивает заказ картой {card}', '{count}-талпыныс тапсырысты {card} картасымен төлейді'],
  ['the payer does not wait for attempt {count}', 'покупатель не ждёт конца попытки {count}', 'сатып алушы {count}-талпыныстың соңын күтпейді'],
  ["no attempt comes to the issuer's page", 'ни одна попытка не доходит до страницы банка-эмитента', 'бірде-бір талпыныс эмитент банктің бетіне жетпейді'],
  ["no attempt comes back from the issuer's page", 'ни одна попытка не возвращается со страницы банка-эмитента', 'бірде-бір талпыныс эмитент банктің бетінен қайтпайды'],
  ['no attempt pays the order', 'ни одна попытка не оплачивает заказ', 'бірде-бір талпыныс тапсырысты төлемейді'],
  ['an order that is paid does not expire', 'у оплаченного заказа срок не истекает', 'төленген тапсырыстың мерзімі бітпейді'],
  ['is not possible in the rehearsal: the payer pays before; payer.opensAfter can change that', 'в проверочном прогоне невозможно: покупатель платит раньше; это меняет payer.opensAfter', 'сынақ ойнатуда мүмкін емес: сатып алушы бұрын төлейді; оны payer.opensAfter өзгертеді'],
  ['has no effect in the rehearsal: its order is of {count} minor units', 'в проверочном прогоне ни на что не влияет: сумма заказа там {count} минимальных единиц', 'сынақ ойнатуда ештеңеге әсер етпейді: ондағы тапсырыс сомасы — {count} ең кіші бірлік'],
  ['is never sent in the rehearsal: no callback follows it', 'в проверочном прогоне не отправится: за ним нет другого уведомления', 'сынақ ойнатуда жіберілмейді: одан кейін хабарлама жоқ'],
  ['{name} lets no order be registered', 'из-за {name} заказ не регистрируется', '{name} салдарынан тапсырыс тіркелмейді'],
  ['{name} is always used before it', 'раньше всегда срабатывает {name}', 'одан бұрын әрқашан {name} іске қосылады'],
  ['the order is registered by {name}; leave out phases: 2', 'заказ регистрирует {name}; уберите phases: 2', 'тапсырысты {name} тіркейді; phases: 2 алып тастаңыз'],
  ['the order is registered by {name}; add phases: 2', 'заказ регистрирует {name}; добавьте phases: 2', 'тапсырысты {name} тіркейді; phases: 2 қосыңыз'],
  ['the order is paid in one phase, so that nothing is held; add phases: 2', 'заказ одностадийный, и деньги не удерживаются; добавьте phases: 2', 'тапсырыс бір кезеңді, ақша ұсталмайды; phases: 2 қосыңыз'],
  ['an order that is paid in one phase has no such callback; add phases: 2', 'у одностадийного заказа нет такого уведомления; добавьте phases: 2', 'бір кезеңді тапсырыста мұндай хабарлама болмайды; phases: 2 қосыңыз'],
  ['is not reached by the rehearsal, which makes no call of {name}', 'в проверочном прогоне не сработает: он не вызывает {name}', 'сынақ ойнатуда іске қосылмайды: ол {name} шақырмайды'],
  ['is not reached by the rehearsal, which causes no callback {name}', 'в проверочном прогоне не сработает: он не вызывает уведомления {name}', 'сынақ ойнатуда іске қосылмайды: ол {name} хабарламасын тудырмайды'],
  ['counts from the registration, where {name} cannot hold: only an order or a merchant can ask for it', 'отсчитывается от регистрации, когда {name} ещё не может выполняться: сценарий могут запросить только заказ или мерчант', 'тіркеуден бастап есептеледі, ол кезде {name} орындала алмайды: сценарийді тек тапсырыс не мерчант сұрай алады'],
];
