// The page's own words; what the bot says stays as it says it.
const ENGLISH = {
  skip: 'Skip to the command box', side: 'Server, people and channels', guild: 'Server', person: 'I am', text: 'Text channels', voice: 'Voice channels',
  leave: 'Leave voice', heard: 'What voice receives', listen: 'Listen', stop: 'Stop listening', command: 'Command',
  run: 'Run', send: 'Send', cancel: 'Cancel', join: 'Join', here: 'you are here', empty: 'nobody',
  thinking: 'is thinking…', onlyYou: 'Only you can see this', edited: 'edited', app: 'APP',
  required: 'required', none: '— none —', yes: 'yes', no: 'no', failed: 'The application did not respond',
  waiting: 'Waiting for the bot…', answered: (ms) => `Answered after ${ms} ms`,
  noCommands: 'The bot has not registered any command yet.', quiet: 'Nothing is being sent.',
  sound: (s) => `${s.packets} packets, ${s.lost} lost, longest gap ${s.gap} ms`,
  muted: 'muted', deafened: 'deafened', choose: 'Choose', gone: 'Local Discord is not reachable. Trying again…',
};
const RUSSIAN = {
  skip: 'К вводу команды', side: 'Сервер, люди и каналы', guild: 'Сервер', person: 'Я', text: 'Текстовые каналы', voice: 'Голосовые каналы',
  leave: 'Выйти из голоса', heard: 'Что слышно в голосе', listen: 'Слушать', stop: 'Не слушать', command: 'Команда',
  run: 'Выполнить', send: 'Отправить', cancel: 'Отмена', join: 'Войти', here: 'вы здесь', empty: 'никого',
  thinking: 'думает…', onlyYou: 'Видно только вам', edited: 'изменено', app: 'БОТ',
  required: 'обязательно', none: '— нет —', yes: 'да', no: 'нет', failed: 'Приложение не ответило',
  waiting: 'Ждём ответа бота…', answered: (ms) => `Ответ через ${ms} мс`,
  noCommands: 'Бот ещё не зарегистрировал команд.', quiet: 'Ничего не передаётся.',
  sound: (s) => `пакетов ${s.packets}, потеряно ${s.lost}, самый долгий пропуск ${s.gap} мс`,
  muted: 'без микрофона', deafened: 'без звука', choose: 'Выбрать',
  gone: 'Local Discord недоступен. Пробуем снова…',
};

export const isRussian = navigator.language.startsWith('ru');
export const words = isRussian ? RUSSIAN : ENGLISH;

export function translatePage() {
  document.documentElement.lang = isRussian ? 'ru' : 'en';
  for (const element of document.querySelectorAll('[data-word]')) {
    element.textContent = words[element.dataset.word];
  }
}
