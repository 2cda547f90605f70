// What is decided about a stocktake: posted by somebody who did not count, opened again, given up. Each asks once.
import { useTranslation } from 'react-i18next';
import { useCommand } from '../api/index.ts';
import { count, money } from '../i18n/format.ts';
import { ConfirmFinal, Failed, ReverseDialog } from '../ui/index.ts';
import type { Stocktake } from './lines.ts';

export type Decision = 'post' | 'reopen' | 'cancel';
interface Props {
  readonly data: Stocktake;
  readonly onPosted: (words: string) => void;
  readonly onClose: () => void;
}

export const PostDialog = ({ data, onPosted, onClose }: Props) => {
  const { t } = useTranslation('stocktake');
  const post = useCommand('stocktake.post');
  const { stocktake, surplusFen, shortageFen, unpricedDifferences, uncounted } = data;
  const confirm = async (): Promise<void> => {
    const done = await post.run({ stocktakeId: stocktake.stocktakeId });
    if (!done) return;
    onPosted(
      done.found + done.missing === 0
        ? t('post.nothing')
        : t('post.done', { found: count(done.found), missing: count(done.missing) }),
    );
    onClose();
  };
  const rows = (n: number): string => t('sums.rows', { n: count(n) });
  return (
    <ConfirmFinal
      open
      title={t('post.title')}
      verb={t('post.do')}
      testId="post-confirm"
      pending={post.pending}
      figures={[
        { label: t('number'), value: stocktake.number },
        { label: t('countedBy'), value: stocktake.countedBy === '' ? t('nobody') : stocktake.countedBy },
        { label: t('sums.surplus'), value: money(surplusFen) },
        { label: t('sums.shortage'), value: money(shortageFen) },
        { label: t('sums.unpriced'), value: rows(unpricedDifferences) },
        { label: t('sums.uncounted'), value: rows(uncounted) },
        { label: t('post.what'), value: t('post.effect') },
      ]}
      onConfirm={() => void confirm()}
      onCancel={onClose}
    >
      {post.failure && <Failed failure={post.failure} />}
    </ConfirmFinal>
  );
};

interface ReasonProps {
  readonly data: Stocktake;
  readonly what: 'reopen' | 'cancel';
  readonly onClose: () => void;
}

export const ReasonDialog = ({ data: { stocktake }, what, onClose }: ReasonProps) => {
  const { t } = useTranslation('stocktake');
  const reopen = useCommand('stocktake.reopen');
  const cancel = useCommand('stocktake.cancel');
  const { run, pending, failure } = what === 'reopen' ? reopen : cancel;
  const { stocktakeId, number } = stocktake;
  return (
    <ReverseDialog
      paper={t('paper')}
      number={number}
      title={t(`${what}.title`)}
      verb={t(`${what}.do`)}
      effect={t(`${what}.effect`)}
      pending={pending}
      failure={failure}
      onConfirm={(reason) => void run({ stocktakeId, reason }).then((done) => done && onClose())}
      onClose={onClose}
      testId={`stocktake-${what}`}
    />
  );
};
