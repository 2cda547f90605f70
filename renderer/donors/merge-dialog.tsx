// Makes two donors one: finds the other, shows which of them stays and what they gave together. It can be taken apart again.
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../api/index.ts';
import { count, money } from '../i18n/format.ts';
import { Failed } from '../ui/index.ts';
import { PickDonor } from './pick-donor.tsx';

export interface OneOfTwo {
  readonly donorId: number;
  readonly name: string;
  readonly gifts: number;
  readonly cashFen: number;
}
interface Props {
  readonly donor: OneOfTwo;
  /** Known already where it comes from the list of doubles. */
  readonly other?: OneOfTwo;
  readonly onClose: () => void;
  readonly onMerged: () => void;
}

/** Shown while it is mounted. */
export const MergeDialog = ({ donor, other, onClose, onMerged }: Props) => {
  const { t } = useTranslation('donors');
  const [picked, setPicked] = useState<OneOfTwo | null>(other ?? null);
  const [swapped, setSwapped] = useState(false);
  const merge = useCommand('donors.merge');
  const [from, into] = swapped && picked ? [picked, donor] : [donor, picked];
  const confirm = async (): Promise<void> => {
    if (into && (await merge.run({ donorId: from.donorId, intoId: into.donorId }))) onMerged();
  };
  return (
    <Modal
      open
      title={t('merge.title')}
      okText={t('merge.verb')}
      cancelText={t('cancel', { ns: 'common' })}
      okButtonProps={{ 'data-testid': 'merge-confirm', disabled: into === null, loading: merge.pending }}
      onOk={() => void confirm()}
      onCancel={onClose}
      mask={{ closable: false }}
      destroyOnHidden
    >
      {into === null ? (
        <PickDonor without={donor.donorId} onPick={setPicked} />
      ) : (
        <>
          <dl className="final-figures" data-testid="merge-pair">
            <div>
              <dt>{t('merge.from')}</dt>
              <dd>{from.name}</dd>
            </div>
            <div>
              <dt>{t('merge.into')}</dt>
              <dd>{into.name}</dd>
            </div>
            <div>
              <dt>{t('merge.after')}</dt>
              <dd>
                {t('merge.afterGifts', {
                  n: count(from.gifts + into.gifts),
                  cash: money(from.cashFen + into.cashFen),
                })}
              </dd>
            </div>
          </dl>
          <p>{t('merge.effect')}</p>
          <div className="button-row">
            <Button data-testid="merge-swap" onClick={() => setSwapped(!swapped)}>
              {t('merge.swap')}
            </Button>
            {other === undefined && (
              <Button data-testid="merge-another" onClick={() => setPicked(null)}>
                {t('merge.another')}
              </Button>
            )}
          </div>
        </>
      )}
      <Failed failure={merge.failure} />
    </Modal>
  );
};
