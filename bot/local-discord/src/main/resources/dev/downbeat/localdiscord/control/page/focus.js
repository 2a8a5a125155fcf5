// Redrawing a list must not throw a keyboard user out of it.
const CONTROLS = 'button, select, input, textarea, a[href]';
const LISTS = '#messages, #text-channels, #voice-channels';

/** Runs `draw`; focus that was on something it replaced goes to what stands in its place. */
export function keepFocus(draw) {
  const held = document.activeElement;
  const place = placeOf(held);
  draw();
  if (!place || held.isConnected) return;
  (inItsPlace(place) ?? document.getElementById(place.list))?.focus();
}

function placeOf(held) {
  const list = held?.closest(LISTS);
  if (!list || list === held) return null;
  const message = held.closest('li[data-id]');
  return {
    list: list.id,
    message: message?.dataset.id,
    custom: held.dataset.custom,
    channel: held.dataset.channel,
    label: held.textContent,
    index: controlsOf(message ?? list).indexOf(held),
  };
}

const controlsOf = (scope) => [...scope.querySelectorAll(CONTROLS)];

/** The same control, else the one of that label, else the one in that position: Pause, then Resume. */
function inItsPlace(place) {
  const all = controlsOf(scopeOf(place));
  const usable = all.filter((one) => !one.disabled);
  return usable.find((one) => place.custom && one.dataset.custom === place.custom)
    ?? usable.find((one) => place.channel && one.dataset.channel === place.channel)
    ?? usable.find((one) => one.textContent === place.label)
    ?? usable.find((one) => all.indexOf(one) >= place.index)
    ?? usable.at(-1);
}

// A card that was sent anew is the newest message with controls.
function scopeOf(place) {
  const list = document.getElementById(place.list);
  if (!place.message) return list;
  return list.querySelector(`li[data-id="${place.message}"]`)
    ?? [...list.querySelectorAll('li[data-id]')].findLast((item) => item.querySelector(CONTROLS)) ?? list;
}
