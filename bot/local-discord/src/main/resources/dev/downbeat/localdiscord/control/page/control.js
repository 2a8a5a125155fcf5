// Calls of the control interface; every answer is JSON, every refusal an Error with its sentence.
async function call(method, path, body) {
  const answer = await fetch(`/control/${path}`, {
    method,
    headers: body ? { 'Content-Type': 'application/json' } : {},
    body: body ? JSON.stringify(body) : undefined,
  });
  const json = await answer.json();
  if (!answer.ok) throw new Error(json.error ?? answer.statusText);
  return json;
}

const WAIT = 'wait=3500';

export const control = {
  world: () => call('GET', 'world'),
  commands: (guild) => call('GET', `guilds/${guild}/commands`),
  messages: (channel, person) => call('GET', `channels/${channel}/messages?as=${person}`),
  interaction: (id) => call('GET', `interactions/${id}?${WAIT}`),
  run: (person, channel, command, options) =>
    call('POST', `people/${person}/command?${WAIT}`, { channel, command, options }),
  suggest: (person, channel, command, options, focused) =>
    call('POST', `people/${person}/autocomplete?${WAIT}`, { channel, command, options, focused }),
  click: (person, message, customId) =>
    call('POST', `people/${person}/click?${WAIT}`, { message, custom_id: customId }),
  select: (person, message, customId, values) =>
    call('POST', `people/${person}/select?${WAIT}`, { message, custom_id: customId, values }),
  modal: (person, interaction, fields) =>
    call('POST', `people/${person}/modal?${WAIT}`, { interaction, fields }),
  join: (person, channel) => call('PUT', `people/${person}/voice`, { channel }),
  leave: (person, guild) => call('DELETE', `people/${person}/voice`, { guild }),
  voice: (guild) => call('GET', `voice/${guild}`),
};

/** Calls back with the word of each change; `gone` when the stream breaks (it returns by itself). */
export function watch(changed, gone) {
  const stream = new EventSource('/control/changes');
  for (const what of ['message', 'message_delete', 'interaction', 'voice', 'channel', 'commands', 'everything']) {
    stream.addEventListener(what, (event) => changed(what, JSON.parse(event.data)));
  }
  stream.onopen = () => changed('everything', {});
  stream.onerror = gone;
}
