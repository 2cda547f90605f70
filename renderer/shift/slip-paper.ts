// Which paper the slip printer of this PC has: a matter of the PC and no secret, so the window keeps it on the disk.
// `slipOf` is what a slip is asked for with.
export const slipPapers = ['roll-80', 'a5'] as const;
export type SlipPaper = (typeof slipPapers)[number];

const name = 'slip-paper';

export const slipPaper = (): SlipPaper =>
  slipPapers.find((paper) => paper === localStorage.getItem(name)) ?? 'roll-80';
export const setSlipPaper = (paper: SlipPaper): void => localStorage.setItem(name, paper);

export const slipOf = (redemptionId: number) => ({ redemptionId, paper: slipPaper() });
