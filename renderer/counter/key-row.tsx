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

export const KeyRow = ({ keys }: { readonly keys: readonly CounterKey[] }) => (
  <div className="counter-keys">
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
        <kbd>{shown ?? key}</kbd> {does}
      </button>
    ))}
  </div>
);
