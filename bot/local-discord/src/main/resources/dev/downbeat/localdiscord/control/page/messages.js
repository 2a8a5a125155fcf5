// A message as Discord shows it: content, embeds, components of both kinds.
import { element, markdown } from './markdown.js';
import { words } from './words.js';

const STYLES = { 1: 'primary', 2: 'secondary', 3: 'success', 4: 'danger', 5: 'link' };
const LOADING = 128;

/** `act.click(message, id)` and `act.select(message, id, values)` do what the person does. */
export function messageItem(message, context, act) {
  const item = document.createElement('li');
  item.dataset.id = message.id;
  if (message.only_for) item.classList.add('ephemeral');
  const head = element('header', element('strong', message.author_name));
  if (message.author.bot) head.append(' ', badge(words.app));
  const when = element('time', new Date(message.timestamp).toLocaleTimeString());
  when.dateTime = message.timestamp;
  head.append(' ', when);
  if (message.edited_timestamp) head.append(' ', element('small', `(${words.edited})`));
  item.append(head);
  if (message.flags & LOADING) item.append(element('p', `${message.author_name} ${words.thinking}`));
  if (message.content) item.append(markdown(message.content, context));
  message.embeds.forEach((embed) => item.append(embedBox(embed, context)));
  message.attachments.forEach((file) => item.append(fileLink(file)));
  message.components.forEach((part) => item.append(component(part, message, context, act)));
  if (message.only_for) item.append(element('small', words.onlyYou));
  return item;
}

function badge(text) {
  const made = element('span', text);
  made.className = 'badge';
  return made;
}

function fileLink(file) {
  const made = element('a', `${file.filename} (${file.size} B)`);
  made.href = file.url;
  return element('p', made);
}

function color(box, value) {
  if (Number.isInteger(value)) box.style.setProperty('--accent', `#${value.toString(16).padStart(6, '0')}`);
}

function embedBox(embed, context) {
  const box = element('section');
  box.className = 'container';
  color(box, embed.color);
  if (embed.author?.name) box.append(element('small', embed.author.name));
  if (embed.title) box.append(element('h3', ...markdown(embed.title, context).childNodes));
  if (embed.description) box.append(markdown(embed.description, context));
  const fields = element('dl');
  for (const field of embed.fields ?? []) {
    fields.append(element('dt', field.name), element('dd', markdown(field.value, context)));
  }
  if (fields.children.length) box.append(fields);
  if (embed.footer?.text) box.append(element('small', embed.footer.text));
  return box;
}

function component(part, message, context, act) {
  const children = () => (part.components ?? []).map((child) => component(child, message, context, act));
  switch (part.type) {
    case 1: return group('row', children());
    case 2: return button(part, message, act);
    case 3: case 5: case 6: case 7: case 8: return select(part, message, context, act);
    case 9: return group('section', [group('texts', children()), component(part.accessory, message, context, act)]);
    case 10: return markdown(part.content, context);
    case 11: return group('media', [picture(part.media, part.description)]);
    case 12: return group('media', (part.items ?? []).map((item) => picture(item.media, item.description)));
    case 13: return group('media', [element('span', part.file?.url ?? '')]);
    case 14: return part.divider === false ? group('gap', []) : element('hr');
    case 17: {
      const box = group('container', children());
      color(box, part.accent_color);
      return box;
    }
    default: return element('p', `(component ${part.type})`);
  }
}

function group(name, children) {
  const box = element('div', ...children);
  box.className = name;
  return box;
}

// Pictures are named, not fetched: the page talks to loopback only.
function picture(media, description) {
  const made = element('span', `[image] ${description ?? media?.url ?? ''}`);
  made.title = media?.url ?? '';
  return made;
}

function face(part) {
  return [part.emoji?.name, part.label].filter(Boolean).join(' ');
}

function button(part, message, act) {
  if (part.style === 5) {
    const made = element('a', face(part));
    made.href = /^https?:/.test(part.url) ? part.url : '#';
    made.target = '_blank';
    made.rel = 'noreferrer noopener';
    made.className = 'button';
    return made;
  }
  const made = element('button', face(part));
  made.type = 'button';
  made.className = STYLES[part.style] ?? 'secondary';
  made.disabled = part.disabled ?? false;
  made.dataset.custom = part.custom_id;
  made.addEventListener('click', () => act.click(message, part.custom_id));
  return made;
}

function select(part, message, context, act) {
  const made = document.createElement('select');
  const most = part.max_values ?? 1;
  made.multiple = most > 1;
  made.disabled = part.disabled ?? false;
  made.ariaLabel = part.placeholder ?? words.choose;
  made.dataset.custom = part.custom_id;
  const options = part.options ?? context.entities(part);
  if (!made.multiple) made.append(new Option(part.placeholder ?? words.choose, ''));
  for (const option of options) {
    const text = option.description ? `${option.label} – ${option.description}` : option.label;
    made.append(new Option(text, option.value, option.default, option.default));
  }
  const chosen = () => [...made.selectedOptions].map((option) => option.value).filter(Boolean);
  if (!made.multiple) {
    made.addEventListener('change', () => chosen().length && act.select(message, part.custom_id, chosen()));
    return made;
  }
  const send = element('button', words.send);
  send.type = 'button';
  send.addEventListener('click', () => act.select(message, part.custom_id, chosen()));
  return group('row', [made, send]);
}
