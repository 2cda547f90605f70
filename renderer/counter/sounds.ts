// The three sounds of the counter (ui.md): done one short high, warn two middle, refused one long low. Silence is never an answer,
// but no sound card is no fault either.
export type Sound = 'done' | 'warn' | 'refused';

interface Tone {
  readonly hertz: number;
  readonly fromMs: number;
  readonly ms: number;
}
export const tonesOf: Readonly<Record<Sound, readonly Tone[]>> = {
  done: [{ hertz: 1320, fromMs: 0, ms: 120 }],
  warn: [
    { hertz: 660, fromMs: 0, ms: 130 },
    { hertz: 660, fromMs: 220, ms: 130 },
  ],
  refused: [{ hertz: 220, fromMs: 0, ms: 650 }],
};
const loudness = 0.25;

let context: AudioContext | null = null;

export const play = (sound: Sound): void => {
  if (typeof AudioContext === 'undefined') return;
  context ??= new AudioContext();
  // Chrome lets a page sound after its first key; that key was pressed at sign-in.
  void context.resume();
  for (const { hertz, fromMs, ms } of tonesOf[sound]) {
    const start = context.currentTime + fromMs / 1000;
    const oscillator = context.createOscillator();
    const volume = context.createGain();
    oscillator.frequency.value = hertz;
    // Ramps instead of edges: a hard end clicks.
    volume.gain.setValueAtTime(0, start);
    volume.gain.linearRampToValueAtTime(loudness, start + 0.01);
    volume.gain.setValueAtTime(loudness, start + ms / 1000 - 0.02);
    volume.gain.linearRampToValueAtTime(0, start + ms / 1000);
    oscillator.connect(volume).connect(context.destination);
    oscillator.start(start);
    oscillator.stop(start + ms / 1000);
  }
};
