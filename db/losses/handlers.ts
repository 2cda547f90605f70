// Acts on losses: proposed, decided by a second person, listed, printed, taken back.
import type { Handlers } from '../context.ts';
import { approveLoss, reverseLoss, withdrawLoss } from './decide.ts';
import { lossQueries } from './losses.ts';
import { printLoss } from './paper.ts';
import { proposeLoss } from './propose.ts';

export const lossHandlers: Handlers<'losses'> = {
  ...lossQueries,
  'losses.propose': proposeLoss,
  'losses.approve': (context, { lossId }) => approveLoss(context, lossId),
  'losses.withdraw': withdrawLoss,
  'losses.reverse': reverseLoss,
  'losses.print': (context, { lossId }) => printLoss(context, lossId),
};
