// Household numbers on their way from a list to the sweep; forgotten once they are there.
let numbers: readonly string[] = [];

export const keepSweep = (chosen: readonly string[]): void => void (numbers = chosen);
export const takeSweep = (): readonly string[] => {
  const taken = numbers;
  numbers = [];
  return taken;
};
