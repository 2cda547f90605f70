// The row of keys at the foot of the counter: each with its word, also for the mouse.
export interface CounterKey {
  /** As useKeys names it. */
  readonly key: string;
  /** As it is printed on the keyboard, where that differs. */
  readonly shown?: string;
  readonly does: string;
  readonly act: () => void;
  readonly off?: boolean;
}

const mostAbreast = 8;

export const KeyRow = ({ keys }: { readonly keys: readonly CounterKey[] }) => (
  // Many keys stand in two storeys, the key above its word, and so in one row whatever the language and the size of the letters.
  <div className={keys.length > mostAbreast ? 'counter-keys many' : 'counter-keys'}>
    {keys.map(({ key, shown, does, act, off = false }) => (
      // Pressing with the mouse leaves the focus where the scanner needs it.
      <button
        key={key}
        type="button"
        className="counter-key"
        disabled={off}
        data-testid={`counter-key-${key}`}
        onMouseDown={(event) => event.preventDefault()}
        onClick={act}
      >
        <kbd>{shown ?? key}</kbd> <span>{does}</span>
      </button>
    ))}
  </div>
);
