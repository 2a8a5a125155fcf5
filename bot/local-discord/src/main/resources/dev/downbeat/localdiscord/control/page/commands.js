// The box for slash commands: one entry per command or sub-command, one field per option.
import { control } from './control.js';
import { element } from './markdown.js';
import { words } from './words.js';

const SUGGEST_AFTER_MS = 200;

/** Every command line people can run, such as "party start", as a person of that locale sees it. */
export function commandLines(commands, locale) {
  const lines = [];
  const descend = (part, name, shown) => {
    const parts = (part.options ?? []).filter((option) => option.type <= 2);
    if (parts.length === 0) {
      lines.push({ name, shown, about: described(part, locale), options: part.options ?? [], locale });
    }
    parts.forEach((option) => descend(option, `${name} ${option.name}`, `${shown} ${named(option, locale)}`));
  };
  commands.filter((command) => command.type === 1)
    .forEach((command) => descend(command, command.name, named(command, locale)));
  return lines.sort((one, other) => one.shown.localeCompare(other.shown));
}

// What is shown is localised, what is sent is not, as with Discord.
const named = (part, locale) => part.name_localizations?.[locale] ?? part.name;
const described = (part, locale) => part.description_localizations?.[locale] ?? part.description;

/** Shows the options of a line; `where()` gives person and channel, `choices(option)` the entities. */
export function showOptions(box, line, where, choices) {
  box.replaceChildren(...line.options.map((option) => field(option, line, box, where, choices)));
}

/** What the person filled in, by option name. */
export function filledIn(box) {
  const options = {};
  for (const input of box.querySelectorAll('[data-option]')) {
    if (input.value !== '') options[input.dataset.option] = input.valueFor?.(input.value) ?? input.value;
  }
  return options;
}

function field(option, line, box, where, choices) {
  const id = `option-${option.name}`;
  const title = element('label', named(option, line.locale), option.required ? ` (${words.required})` : '');
  title.htmlFor = id;
  const input = option.choices?.length ? chooser(option.choices.map((c) => [named(c, line.locale), c.value]))
    : option.type === 5 ? chooser([[words.yes, 'true'], [words.no, 'false']])
      : [6, 7, 8, 9].includes(option.type) ? chooser(choices(option))
        : textInput(option, line, box, where);
  input.id = id;
  input.dataset.option = option.name;
  input.required = option.required ?? false;
  const about = element('small', described(option, line.locale));
  about.id = `${id}-about`;
  input.setAttribute('aria-describedby', about.id);
  return element('div', title, input, ...(input.extra ? [input.extra] : []), about);
}

function chooser(pairs) {
  const select = document.createElement('select');
  select.append(new Option(words.none, ''));
  pairs.forEach(([name, value]) => select.append(new Option(name, value)));
  return select;
}

function textInput(option, line, box, where) {
  const input = document.createElement('input');
  input.type = option.type === 4 || option.type === 10 ? 'number' : 'text';
  if (option.type === 10) input.step = 'any';
  if (option.min_value !== undefined) input.min = option.min_value;
  if (option.max_value !== undefined) input.max = option.max_value;
  if (option.max_length !== undefined) input.maxLength = option.max_length;
  if (option.autocomplete) suggest(input, option, line, box, where);
  return input;
}

// A suggestion shows its name and sends its value, as Discord does.
function suggest(input, option, line, box, where) {
  const list = document.createElement('datalist');
  list.id = `suggestions-${option.name}`;
  input.setAttribute('list', list.id);
  input.extra = list;
  let timer = 0;
  let asked = 0;
  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      const number = ++asked;
      const { person, channel } = where();
      try {
        const answer = await control.suggest(person, channel, line.name, filledIn(box), option.name);
        if (number !== asked) return;
        list.replaceChildren(...answer.choices.map((choice) => new Option(choice.name, choice.name)));
        answer.choices.forEach((choice) => { values.set(choice.name, choice.value); });
      } catch { /* suggestions are a convenience; running the command tells what is wrong */ }
    }, SUGGEST_AFTER_MS);
  });
  const values = new Map();
  input.valueFor = (text) => values.get(text) ?? text;
}
