// The draft of a gift outlives a crash: kept on this PC beside the window, not in the books, until it is saved or thrown away.
// That place is not encrypted, so nothing that names a person may lie in it: a person's name, every telephone number and the
// purpose in the donor's own words are left out and asked again. An organisation's name is no secret unless it gave anonymously.
import { isUntouched, type Draft } from './draft.ts';

/** Real books and practice shop keep apart. */
const keyOf = (practice: boolean): string => `draft.donation.${practice ? 'practice' : 'real'}`;

export interface KeptDraft {
  readonly draft: Draft;
  /** True when something was left out and must be typed again. */
  readonly leftOut: boolean;
}

const withoutPersons = (draft: Draft): Draft => ({
  ...draft,
  donorName:
    draft.donorKind === 'person' || draft.donorKind === 'anonymous' || draft.anonymous ? '' : draft.donorName,
  donorPhone: '',
  purpose: '',
  checker: '',
  inspectorA: '',
  inspectorB: '',
});

const leavesOut = (draft: Draft): boolean => {
  const kept = withoutPersons(draft);
  return (
    kept.donorName !== draft.donorName ||
    kept.donorPhone !== draft.donorPhone ||
    kept.purpose !== draft.purpose
  );
};

export const keepDraft = (practice: boolean, draft: Draft): void => {
  if (isUntouched(draft)) {
    dropDraft(practice);
    return;
  }
  const kept: KeptDraft = { draft: withoutPersons(draft), leftOut: leavesOut(draft) };
  localStorage.setItem(keyOf(practice), JSON.stringify({ version: 2, ...kept }));
};

export const dropDraft = (practice: boolean): void => localStorage.removeItem(keyOf(practice));

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** What was being typed when the window went away; null when nothing was, or when it cannot be read any more. */
export const keptDraft = (practice: boolean): KeptDraft | null => {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(keyOf(practice)) ?? 'null');
    if (
      !isRecord(found) ||
      found['version'] !== 2 ||
      !isRecord(found['draft']) ||
      !Array.isArray(found['draft']['lines'])
    )
      return null;
    // What is never kept, and what a draft of an earlier program did not know.
    return { draft: withoutPersons(found['draft'] as unknown as Draft), leftOut: found['leftOut'] === true };
  } catch {
    return null;
  }
};
