// F12: which of the household's vouchers are put down. Space ticks; vouchers that do not go together untick each other.
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeys } from '../../ui/index.ts';
import { inUnit } from '../points.ts';
import { mayBeFree, type Basket, type Voucher } from '../till.ts';
import { KeyList } from './key-list.tsx';

interface Props {
  readonly basket: Basket;
  readonly onPut: (voucherIds: readonly number[]) => void;
  readonly onClose: () => void;
}

export const VouchersDialog = ({ basket, onPut, onClose }: Props) => {
  const { t } = useTranslation('counter');
  const { t: tAny } = useTranslation();
  const [active, setActive] = useState(0);
  const all = [...basket.vouchers, ...basket.aside];
  const [chosen, setChosen] = useState<readonly Voucher[]>(basket.vouchers);
  const toggle = (voucher: Voucher): void =>
    setChosen((now) =>
      now.includes(voucher)
        ? now.filter((each) => each !== voucher)
        : [...now.filter(({ goesWith }) => goesWith === voucher.goesWith), voucher],
    );
  const allowed = chosen.length > 0 || mayBeFree(basket);
  const save = (): void => {
    if (!allowed) return;
    onPut(all.filter((voucher) => chosen.includes(voucher)).map(({ voucherId }) => voucherId));
    onClose();
  };
  useKeys({ 'Ctrl+Enter': save }, { inDialogs: true });
  return (
    <Modal
      open
      title={t('choose.title')}
      width={820}
      closable={false}
      onCancel={onClose}
      destroyOnHidden
      footer={
        <>
          <Button onClick={onClose}>{tAny('cancel')} Esc</Button>
          <Button type="primary" disabled={!allowed} data-testid="vouchers-save" onClick={save}>
            {tAny('confirm')} {t('choose.enter')}
          </Button>
        </>
      }
    >
      <p className="secondary">{t('choose.hint')}</p>
      <KeyList<Voucher>
        label={t('choose.title')}
        testId="vouchers"
        rows={all}
        rowKey={({ voucherId }) => voucherId}
        active={active}
        onActive={setActive}
        ticked={(voucher) => chosen.includes(voucher)}
        keys={{ Space: toggle, Enter: save }}
        render={(voucher) => (
          <>
            <b className="figure">{voucher.serial}</b>
            <span>{voucher.batch}</span>
            <span>
              {voucher.kind === 'package'
                ? t('household.kinds.package')
                : inUnit(
                    t,
                    voucher.kind === 'points' ? 'points' : 'fen',
                    voucher.kind === 'points' ? voucher.balancePoints : voucher.balanceFen,
                  )}
            </span>
            <span className="secondary">{t('household.to', { day: voucher.validTo })}</span>
          </>
        )}
      />
    </Modal>
  );
};
