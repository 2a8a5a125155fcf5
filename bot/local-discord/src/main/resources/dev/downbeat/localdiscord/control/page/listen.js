// Plays what a voice channel receives: Ogg files of half a second, one after another.
const START_DELAY_S = 0.25;
const RESTART_BEHIND_S = 0.02;

export class Listener {
  #context = null;
  #socket = null;
  #next = 0;
  #order = Promise.resolve();
  played = 0;

  get isOn() { return this.#socket !== null; }

  /** Must be called from a person's click, or the browser keeps the sound back. */
  start(guild) {
    this.stop();
    this.#context = new AudioContext({ sampleRate: 48_000 });
    this.#socket = new WebSocket(`ws://${location.host}/control/voice/${guild}/listen`);
    this.#socket.binaryType = 'arraybuffer';
    this.#socket.onmessage = (event) => {
      this.#order = this.#order.then(() => this.#play(event.data)).catch(() => { this.#next = 0; });
    };
  }

  stop() {
    this.#socket?.close();
    this.#context?.close();
    this.#socket = null;
    this.#context = null;
    this.#next = 0;
  }

  async #play(message) {
    const context = this.#context;
    if (!context) return;
    const follows = new Uint8Array(message, 0, 1)[0] === 1;
    const sound = await context.decodeAudioData(message.slice(1));
    const now = context.currentTime;
    if (!follows || this.#next < now + RESTART_BEHIND_S) this.#next = now + START_DELAY_S;
    const source = context.createBufferSource();
    source.buffer = sound;
    source.connect(context.destination);
    source.start(this.#next);
    this.#next += sound.duration;
    this.played += 1;
  }
}
