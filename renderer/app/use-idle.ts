// Locks an abandoned window: no key, click or scan for so many minutes. The books have the same rule of their own.
import { useEffect } from 'react';

export const useIdle = (minutes: number, onIdle: () => void, enabled: boolean): void => {
  useEffect(() => {
    if (!enabled) return;
    let timer: ReturnType<typeof setTimeout>;
    const again = (): void => {
      clearTimeout(timer);
      timer = setTimeout(onIdle, minutes * 60_000);
    };
    again();
    const signs = ['keydown', 'pointerdown', 'wheel'] as const;
    for (const sign of signs) window.addEventListener(sign, again, { capture: true, passive: true });
    return () => {
      clearTimeout(timer);
      for (const sign of signs) window.removeEventListener(sign, again, { capture: true });
    };
  }, [minutes, onIdle, enabled]);
};
