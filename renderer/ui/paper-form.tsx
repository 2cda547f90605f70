// A paper of goods being written (purchase, transfer, loss), made for the keyboard and the scanner: F6 goes to the goods, F8 takes a
// line out, Ctrl+Enter posts it, and once it stands F2 begins the next. What the paper is about is its own form's matter.
import { Button, type InputRef } from 'antd';
import type { ReactNode, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { ActError } from '../../db/contract/act.ts';
import { Failed } from './failed.tsx';
import { enterMovesOn } from './form-field.tsx';
import { Notice } from './notice.tsx';
import { Page, type KeyHelp } from './page.tsx';
import { useKeys, type Keys } from './use-keys.ts';

/** What was posted: said, with the way to its page below the list's address. */
interface Posted {
  readonly title: string;
  readonly note?: string;
  readonly to: string;
}
interface Props {
  readonly testId: string;
  readonly title: string;
  readonly words: Readonly<Record<'pick' | 'remove' | 'saveKey' | 'save' | 'next' | 'open', string>>;
  /** The field that takes goods. */
  readonly pick: RefObject<InputRef | null>;
  readonly posted: Posted | null;
  readonly failure: ActError | null;
  readonly pending: boolean;
  readonly onSave: () => void;
  readonly onAgain: () => void;
  /** Key of the line the cursor stands in (`data-line`). */
  readonly onRemove: (key: string) => void;
  readonly moreKeys?: { readonly does: readonly KeyHelp[]; readonly keys: Keys };
  /** Beside the button that posts: what it comes to. */
  readonly total?: ReactNode;
  readonly children: ReactNode;
}

export const PaperForm = (props: Props) => {
  const { testId, title, words, pick, posted, failure, pending, moreKeys, total, children } = props;
  const { onSave, onAgain, onRemove } = props;
  const { t } = useTranslation();
  const navigate = useNavigate();
  const back = (): void => void navigate('..', { relative: 'path' });
  const removeHere = (): void => {
    const key = document.activeElement?.closest<HTMLElement>('[data-line]')?.dataset['line'];
    if (key !== undefined) onRemove(key);
  };
  useKeys({
    F6: () => pick.current?.focus(),
    F8: removeHere,
    'Ctrl+Enter': onSave,
    Escape: back,
    ...moreKeys?.keys,
    ...(posted ? { F2: onAgain } : {}),
  });
  const save = (
    <Button
      className="form-save"
      data-testid={`${testId}-save`}
      type="primary"
      size="large"
      loading={pending}
      onClick={onSave}
    >
      {words.save} Ctrl+Enter
    </Button>
  );
  return (
    <Page
      title={title}
      keys={[
        { key: 'F6', does: words.pick },
        ...(moreKeys?.does ?? []),
        { key: 'F8', does: words.remove },
        { key: 'Ctrl+Enter', does: words.saveKey },
        { key: 'Esc', does: t('back') },
      ]}
      acts={
        <Button data-testid="back" onClick={back}>
          {t('back')} Esc
        </Button>
      }
    >
      {posted ? (
        <>
          <Notice tone="done" title={posted.title}>
            {posted.note}
          </Notice>
          <div className="button-row">
            <Button data-testid={`${testId}-next`} autoFocus onClick={onAgain}>
              {words.next} F2
            </Button>
            <Button
              data-testid={`${testId}-open`}
              onClick={() => void navigate(`../${posted.to}`, { relative: 'path' })}
            >
              {words.open}
            </Button>
          </div>
        </>
      ) : (
        <div role="form" aria-label={title} onKeyDown={enterMovesOn(onSave)}>
          <Failed failure={failure} onRetry={onSave} fieldName={() => ''} />
          {children}
          {total === undefined ? (
            save
          ) : (
            <div className="paper-total">
              {total}
              {save}
            </div>
          )}
        </div>
      )}
    </Page>
  );
};
