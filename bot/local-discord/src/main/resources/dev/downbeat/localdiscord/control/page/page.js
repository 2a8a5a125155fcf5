// The guild as a person would see it. All state is the server's; a change reads it again.
import { control, watch } from './control.js';
import { commandLines, filledIn, showOptions } from './commands.js';
import { keepFocus } from './focus.js';
import { Listener } from './listen.js';
import { element } from './markdown.js';
import { messageItem } from './messages.js';
import { voiceItem } from './voice.js';
import { translatePage, words } from './words.js';

const at = (id) => document.getElementById(id);
const listener = new Listener();
const state = { world: null, guild: null, channel: null, person: null, lines: [], rest: null, newest: {} };

const user = (id) => state.world.users.find((one) => one.id === id);
const nameOf = (id) => user(id)?.display_name ?? id;
const channelName = (id) => state.guild.channels.find((one) => one.id === id)?.name ?? id;
const where = () => ({ person: state.person, channel: state.channel });

const context = {
  user: nameOf,
  channel: channelName,
  entities: (part) => (part.type === 8 ? channelsOf(part.channel_types) : state.world.users)
    .map((one) => ({ label: one.display_name ?? one.name, value: one.id })),
};

// As Discord does: only channels of the types that the bot asks for; no list is every type.
const channelsOf = (types) => state.guild.channels
  .filter((one) => !types?.length || types.includes(one.kind === 'voice' ? 2 : 0));

const choicesOf = (option) => (option.type === 7
  ? channelsOf(option.channel_types).map((one) => [one.name, one.id])
  : option.type === 8 ? [] : state.world.users.map((one) => [one.display_name, one.id]));

function fill(select, pairs, value) {
  select.replaceChildren(...pairs.map(([name, id]) => new Option(name, id)));
  if (value && pairs.some(([, id]) => id === value)) select.value = value;
  return select.value;
}

async function readWorld() {
  state.world = await control.world();
  const guilds = state.world.guilds;
  const several = guilds.length > 1;
  at('guild').hidden = !several;
  at('guild').labels[0].hidden = !several;
  const chosen = fill(at('guild'), guilds.map((one) => [one.name, one.id]), state.guild?.id);
  state.guild = guilds.find((one) => one.id === chosen);
  const people = state.world.users.filter((one) => !one.bot);
  state.person = fill(at('person'), people.map((one) => [`${one.display_name} (${one.locale})`, one.id]),
    state.person ?? sessionStorage.getItem('person'));
  const texts = state.guild.channels.filter((one) => one.kind === 'text');
  if (!texts.some((one) => one.id === state.channel)) state.channel = texts[0]?.id ?? null;
  at('guild-name').textContent = state.guild.name;
  at('channel-name').textContent = `# ${state.channel ? channelName(state.channel) : ''}`;
  keepFocus(() => {
    at('text-channels').replaceChildren(...texts.map(textItem));
    at('voice-channels').replaceChildren(...state.guild.channels
      .filter((one) => one.kind === 'voice')
      .map((one) => voiceItem(one, state.person, nameOf, (id) => attempt(() => control.join(state.person, id)))));
  });
  offerLeaving(state.guild.channels.some((one) => one.voice?.some((who) => who.user_id === state.person)));
}

// Whoever left by keyboard stays near the channels.
function offerLeaving(isInVoice) {
  const held = !isInVoice && document.activeElement === at('leave');
  at('leave').hidden = !isInVoice;
  if (held) at('voice-channels').querySelector('button')?.focus();
}

function textItem(channel) {
  const button = element('button', `# ${channel.name}`);
  button.type = 'button';
  button.dataset.channel = channel.id;
  button.setAttribute('aria-current', String(channel.id === state.channel));
  button.addEventListener('click', () => { state.channel = channel.id; readAll(); });
  return element('li', button);
}

async function readMessages() {
  if (!state.channel) return;
  const messages = await control.messages(state.channel, state.person);
  const list = at('messages');
  const isAtEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 40 || list.scrollTop === state.rest;
  keepFocus(() => list.replaceChildren(...messages.slice(-100).map((one) => messageItem(one, context, acts))));
  if (isAtEnd) showNewest(list);
  tellNewest(list.lastElementChild);
}

// A screen reader hears a message once, when it is new; not the list anew for each edit of a card.
function tellNewest(item) {
  const newest = { channel: state.channel, id: item?.dataset.id };
  if (item && state.newest.channel === newest.channel && state.newest.id !== newest.id) at('said').textContent = item.innerText;
  state.newest = newest;
}

// The end of the list, but of a message that is taller than the list its begin: what plays, then the buttons.
function showNewest(list) {
  list.scrollTop = list.scrollHeight;
  const newest = list.lastElementChild;
  if (newest && newest.offsetHeight > list.clientHeight) list.scrollTop = newest.offsetTop - list.offsetTop;
  state.rest = list.scrollTop;
}

async function readCommands() {
  const shownIn = state.lines[0]?.locale;
  state.lines = commandLines(await control.commands(state.guild.id), user(state.person)?.locale);
  const select = at('command');
  const former = select.value;
  const chosen = fill(select, state.lines.map((line) => [`/${line.shown}`, line.name]), former);
  at('run').disabled = state.lines.length === 0;
  if (state.lines.length === 0) at('command-about').textContent = words.noCommands;
  else if (chosen !== former || shownIn !== state.lines[0].locale || at('options').childElementCount === 0) showCommand();
}

function showCommand() {
  const line = state.lines.find((one) => one.name === at('command').value);
  if (!line) return;
  at('command-about').textContent = line.about;
  showOptions(at('options'), line, where, choicesOf);
}

async function readAll() {
  await readWorld();
  await Promise.all([readMessages(), readCommands()]);
}

async function attempt(deed) {
  try {
    return await deed();
  } catch (problem) {
    at('outcome').textContent = problem.message;
    return null;
  }
}

async function interact(deed) {
  at('outcome').textContent = words.waiting;
  const answer = await attempt(deed);
  if (!answer) return null;
  at('outcome').textContent = answer.failed || answer.answer === 0 ? words.failed
    : words.answered(Math.round(answer.acknowledged_ms));
  if (answer.modal) showModal(answer);
  return answer;
}

// As Discord does: whoever runs a command wants to see the answer, however far up the list they read.
async function runCommand() {
  showNewest(at('messages'));
  const answer = await interact(() => control.run(state.person, state.channel, at('command').value, filledIn(at('options'))));
  if (answer?.text) at('said').textContent = answer.text;
}

const acts = {
  click: (message, id) => interact(() => control.click(state.person, message.id, id)),
  select: (message, id, values) => interact(() => control.select(state.person, message.id, id, values)),
};

function showModal(answer) {
  const fields = answer.modal.components.flatMap((part) => {
    const inner = part.component ?? part.components?.[0];
    return inner ? [{ ...inner, label: part.label ?? inner.label }] : [];
  });
  at('modal-title').textContent = answer.modal.title;
  at('modal-error').textContent = '';
  at('modal-fields').replaceChildren(...fields.map((part) => {
    const input = document.createElement(part.style === 2 ? 'textarea' : 'input');
    input.name = part.custom_id;
    input.value = part.value ?? '';
    input.required = part.required ?? true;
    return element('label', part.label, input);
  }));
  at('modal-form').onsubmit = async (event) => {
    event.preventDefault();
    const filled = Object.fromEntries(new FormData(at('modal-form')));
    at('modal').close();
    await interact(() => control.modal(state.person, answer.id, filled));
  };
  at('modal').showModal();
}

async function readSound() {
  const sound = await control.voice(state.guild.id);
  at('sound').textContent = sound.packets === 0 ? words.quiet
    : words.sound({ packets: sound.packets, lost: sound.lost, gap: Math.round(sound.longest_gap_ms) });
}

// Many changes come together; one reading answers them all.
function coalesced(work) {
  let running = false;
  let again = false;
  return async () => {
    again = true;
    if (running) return;
    running = true;
    while (again) {
      again = false;
      try { await work(); } catch { at('outcome').textContent = words.gone; }
    }
    running = false;
  };
}

const everything = coalesced(readAll);
const onlyMessages = coalesced(readMessages);

// A narrow screen begins with the channel; people and channels are one press away.
function foldSide() {
  const narrow = matchMedia('(max-width: 44rem)');
  const fold = () => { at('side').open = !narrow.matches; };
  narrow.addEventListener('change', fold);
  fold();
}

function wire() {
  translatePage();
  foldSide();
  at('person').addEventListener('change', (event) => {
    state.person = event.target.value;
    sessionStorage.setItem('person', state.person);
    everything();
  });
  at('guild').addEventListener('change', (event) => { state.guild = { id: event.target.value }; everything(); });
  at('command').addEventListener('change', showCommand);
  at('box').addEventListener('submit', (event) => {
    event.preventDefault();
    runCommand();
  });
  at('leave').addEventListener('click', () => attempt(() => control.leave(state.person, state.guild.id)));
  at('modal-cancel').addEventListener('click', () => at('modal').close());
  at('listen').addEventListener('click', () => {
    if (listener.isOn) listener.stop(); else listener.start(state.guild.id);
    at('listen').textContent = listener.isOn ? words.stop : words.listen;
  });
  watch((what) => (what === 'message' || what === 'message_delete' ? onlyMessages() : everything()),
    () => { at('outcome').textContent = words.gone; });
  setInterval(() => state.guild && !document.hidden && attempt(readSound), 1000);
}

wire();
