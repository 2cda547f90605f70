// F7: baskets that wait (挂单), own till first. Enter takes one up again, Del drops it after being asked once.
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../db/contract/index.ts';
import { useAct, useCommand } from '../../api/index.ts';
import { clock } from '../../i18n/format.ts';
import { ConfirmFinal, Failed } from '../../ui/index.ts';
import { KeyList } from './key-list.tsx';

type Held = Output<'counter.held'>[number];
interface Props {
  readonly onRecall: (heldId: number) => void;
  readonly onClose: () => void;
}

export const HeldDialog = ({ onRecall, onClose }: Props) => {
  const { t } = useTranslation('counter');
  const { t: tAny } = useTranslation();
  const { data, failure } = useAct('counter.held', {});
  const dropping = useCommand('counter.dropHeld');
  const [active, setActive] = useState(0);
  const [asked, setAsked] = useState<Held | null>(null);
  const rows = data ?? [];
  const drop = ({ heldId }: Held): void => void dropping.run({ heldId }).then(() => setAsked(null));
  return (
    <Modal
      open
      title={t('held.title')}
      footer={<Button onClick={onClose}>{tAny('close')} Esc</Button>}
      width={820}
      closable={false}
      onCancel={onClose}
      destroyOnHidden
    >
      <div data-testid="held-dialog">
        <p className="secondary">{t('held.hint')}</p>
        <Failed failure={failure ?? dropping.failure} />
        {data?.length === 0 && <p data-testid="held-none">{t('held.none')}</p>}
        {rows.length > 0 && (
          <KeyList<Held>
            label={t('held.title')}
            testId="held"
            rows={rows}
            rowKey={({ heldId }) => heldId}
            active={Math.min(active, rows.length - 1)}
            onActive={setActive}
            takesFocus={asked === null}
            keys={{
              Enter: ({ heldId }) => {
                onClose();
                onRecall(heldId);
              },
              Delete: setAsked,
            }}
            render={(held) => (
              <>
                <b>{held.headName}</b>
                <span>{held.category}</span>
                <span>{t('held.of', { vouchers: held.vouchers, lines: held.lines })}</span>
                <span className="secondary">
                  {clock(held.at)} · {held.terminal} · {held.operator}
                </span>
              </>
            )}
          />
        )}
      </div>
      {asked && (
        <ConfirmFinal
          open
          stops
          testId="held-drop"
          title={t('held.dropTitle')}
          verb={t('held.drop')}
          pending={dropping.pending}
          figures={[
            { label: t('household.title'), value: asked.headName },
            { label: t('held.what'), value: t('held.of', { vouchers: asked.vouchers, lines: asked.lines }) },
          ]}
          onConfirm={() => drop(asked)}
          onCancel={() => setAsked(null)}
        />
      )}
    </Modal>
  );
};
