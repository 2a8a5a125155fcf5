// Discord's markdown, the part bots use, as DOM nodes; never as HTML text.
const INLINE = [
  [/^\\([^0-9A-Za-z\s])/, (m) => m[1]],
  [/^```(?:\w*\n)?([\s\S]+?)```/, (m) => element('pre', m[1])],
  [/^`([^`]+)`/, (m) => element('code', m[1])],
  [/^\*\*\*([\s\S]+?)\*\*\*/, (m, c) => element('strong', element('em', ...inline(m[1], c)))],
  [/^\*\*([\s\S]+?)\*\*/, (m, c) => element('strong', ...inline(m[1], c))],
  [/^__([\s\S]+?)__/, (m, c) => element('u', ...inline(m[1], c))],
  [/^[*_](?=\S)([^*_]+?)[*_]/, (m, c) => element('em', ...inline(m[1], c))],
  [/^~~([\s\S]+?)~~/, (m, c) => element('s', ...inline(m[1], c))],
  [/^\|\|([\s\S]+?)\|\|/, (m, c) => element('mark', ...inline(m[1], c))],
  [/^\[([^\]]+)\]\(<?(https?:\/\/[^\s)>]+)>?\)/, (m) => link(m[2], m[1])],
  [/^<?(https?:\/\/[^\s<>]+)>?/, (m) => link(m[1], m[1])],
  [/^<@!?(\d+)>/, (m, c) => mention('@' + c.user(m[1]))],
  [/^<@&(\d+)>/, () => mention('@role')],
  [/^<#(\d+)>/, (m, c) => mention('#' + c.channel(m[1]))],
  [/^<\/([^:>]+):\d+>/, (m) => mention('/' + m[1])],
  [/^<t:(\d+)(?::(\w))?>/, (m) => time(Number(m[1]), m[2])],
];

export function element(name, ...children) {
  const made = document.createElement(name);
  made.append(...children);
  return made;
}

function link(address, text) {
  const made = element('a', text);
  made.href = address;
  made.target = '_blank';
  made.rel = 'noreferrer noopener';
  return made;
}

function mention(text) {
  const made = element('span', text);
  made.className = 'mention';
  return made;
}

function time(seconds, style) {
  const date = new Date(seconds * 1000);
  const made = element('time', style === 'R' ? relative(seconds) : date.toLocaleString());
  made.dateTime = date.toISOString();
  return made;
}

function relative(seconds) {
  const away = seconds - Date.now() / 1000;
  const [unit, size] = Math.abs(away) < 90 ? ['second', 1] : Math.abs(away) < 5400 ? ['minute', 60] : ['hour', 3600];
  return new Intl.RelativeTimeFormat(document.documentElement.lang).format(Math.round(away / size), unit);
}

function inline(text, context) {
  const nodes = [];
  let plain = '';
  let rest = text;
  while (rest) {
    const rule = INLINE.find(([pattern]) => pattern.test(rest));
    if (rule) {
      if (plain) nodes.push(plain);
      plain = '';
      const match = rule[0].exec(rest);
      nodes.push(rule[1](match, context));
      rest = rest.slice(match[0].length);
    } else {
      const character = String.fromCodePoint(rest.codePointAt(0));
      plain += character;
      rest = rest.slice(character.length);
    }
  }
  if (plain) nodes.push(plain);
  return nodes;
}

/** The text as paragraphs, headings, quotes and small print. */
export function markdown(text, context) {
  const box = element('div');
  box.className = 'markdown';
  if (text.includes('```')) {
    box.append(...inline(text, context));
    return box;
  }
  for (const line of text.split('\n')) {
    const heading = /^(#{1,3}) (.+)/.exec(line);
    const small = /^-# (.+)/.exec(line);
    const quote = /^> (.*)/.exec(line);
    const item = /^\s*[-*] (.+)/.exec(line);
    if (heading) box.append(element(`h${heading[1].length + 2}`, ...inline(heading[2], context)));
    else if (small) box.append(element('small', ...inline(small[1], context)));
    else if (quote) box.append(element('blockquote', ...inline(quote[1], context)));
    else if (item) box.append(element('p', '• ', ...inline(item[1], context)));
    else box.append(element('p', ...inline(line, context)));
  }
  return box;
}
