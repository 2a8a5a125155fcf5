// Who is in voice, and the way in and out.
import { element } from './markdown.js';
import { words } from './words.js';

export function voiceItem(channel, me, nameOf, join) {
  const item = element('li');
  const isHere = channel.voice.some((state) => state.user_id === me);
  const head = element('button', `♪ ${channel.name}`);
  head.type = 'button';
  head.title = words.join;
  head.setAttribute('aria-label', `${words.join}: ${channel.name}${isHere ? `, ${words.here}` : ''}`);
  head.setAttribute('aria-pressed', String(isHere));
  head.dataset.channel = channel.id;
  head.addEventListener('click', () => join(channel.id));
  item.append(head);
  if (channel.status) item.append(element('small', channel.status));
  const people = element('ul');
  people.setAttribute('aria-label', channel.name);
  for (const state of channel.voice) {
    const marks = [state.muted && words.muted, state.deafened && words.deafened].filter(Boolean).join(', ');
    people.append(element('li', nameOf(state.user_id), marks ? ` (${marks})` : ''));
  }
  if (channel.voice.length === 0) people.append(element('li', words.empty));
  item.append(people);
  return item;
}
