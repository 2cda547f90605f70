// Goods for points: scan or type goods, quantities, Ctrl+Enter gives them. What is needed and what is there stands below all the time.
import { DeleteOutlined } from '@ant-design/icons';
import { Button, type InputRef } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import type { GoodsItem } from '../../db/contract/goods.ts';
import { pointsFor } from '../../db/domain/points.ts';
import { useAct, useCommand } from '../api/index.ts';
import { PickItem, type LabelledLot } from '../goods/pick-item.tsx';
import { QuantityField } from '../goods/quantity-field.tsx';
import { addScan, emptyQuantity, readQuantity, type TypedQuantity } from '../goods/quantity-text.ts';
import { count } from '../i18n/format.ts';
import { Failed, Page, PaperButtons, Notice, useKeys } from '../ui/index.ts';

interface Line {
  readonly item: GoodsItem;
  /** Its own label was scanned: exactly this lot leaves. */
  readonly lot: LabelledLot | null;
  readonly typed: TypedQuantity;
}

/** A scanned label is a line of its own beside the same goods by barcode. */
const keyOf = ({ item, lot }: Pick<Line, 'item' | 'lot'>): string =>
  `${String(item.id)}:${String(lot?.lotId ?? '')}`;

export const ExchangePage = () => {
  const { t } = useTranslation('points');
  const navigate = useNavigate();
  const volunteerId = Number(useParams()['volunteerId']);
  const { data, failure } = useAct('points.volunteer', { volunteerId });
  const giving = useCommand('points.exchange');
  const [lines, setLines] = useState<readonly Line[]>([]);
  const [tried, setTried] = useState(false);
  const [given, setGiven] = useState<{ readonly exchangeId: number; readonly said: string } | null>(null);
  const pick = useRef<InputRef>(null);
  // A scanner is at hand: what it reads belongs here at once.
  useEffect(() => pick.current?.focus(), []);
  const back = (): void => void navigate('..', { relative: 'path' });
  const set = (key: string, typed: TypedQuantity | null): void =>
    setLines((now) =>
      now.flatMap((line) => (keyOf(line) !== key ? [line] : typed === null ? [] : [{ ...line, typed }])),
    );
  const add = (item: GoodsItem, perScan: number | null, lot: LabelledLot | null): void =>
    setLines((now) => {
      const found = now.find((line) => keyOf(line) === keyOf({ item, lot }));
      const line = found ?? { item, lot, typed: emptyQuantity(item) };
      const next = perScan === null ? line : { ...line, typed: addScan(line.typed, item, perScan) };
      return found ? now.map((each) => (each === found ? next : each)) : [...now, next];
    });
  const save = async (): Promise<void> => {
    setTried(true);
    const wanted = lines.flatMap(({ item, lot, typed }) => {
      const read = readQuantity(typed, item);
      return read.ok ? [{ itemId: item.id, lotId: lot?.lotId ?? null, quantity: read.quantity }] : [];
    });
    if (wanted.length === 0 || wanted.length < lines.length || giving.pending) return;
    const done = await giving.run({ volunteerId, lines: wanted });
    if (!done) return;
    const { number, points, balance, exchangeId } = done;
    const said = t('exchange.done', { number, n: count(points), balance: count(balance) });
    setGiven({ exchangeId, said });
    setLines([]);
    pick.current?.focus();
    setTried(false);
  };
  useKeys({ Escape: back, 'Ctrl+Enter': () => void save(), F6: () => pick.current?.focus() });
  return (
    <Page
      title={t('exchange.title', { name: data?.name ?? '' })}
      keys={[
        { key: 'F6', does: t('exchange.pick') },
        { key: 'Ctrl+Enter', does: t('exchange.confirm') },
        { key: 'Esc', does: t('back', { ns: 'common' }) },
      ]}
      acts={
        <Button data-testid="back" onClick={back}>
          {t('back', { ns: 'common' })} Esc
        </Button>
      }
    >
      <Failed failure={failure} />
      {given && (
        <>
          <Notice tone="done" title={given.said} />
          <PaperButtons
            act="points.printSlip"
            input={{ exchangeId: given.exchangeId }}
            label={t('exchange.print')}
            testId="points-slip"
            printKey="Ctrl+P"
          />
        </>
      )}
      <section className="office-section" aria-label={t('exchange.pick')}>
        {lines.length === 0 && (
          <p className={tried ? 'off' : 'secondary'} role="status">
            {t('exchange.none')}
          </p>
        )}
        {lines.map(({ item, lot, typed }) => (
          <div key={keyOf({ item, lot })} className="button-row" data-testid="points-line">
            <span>
              <b>{item.name}</b> {item.spec} {lot && <span className="figure">{lot.label}</span>}{' '}
              <span className="secondary">
                {item.pointsPrice === null
                  ? t('exchange.noPrice')
                  : t('exchange.price', { n: count(item.pointsPrice), unit: item.unit })}
              </span>
            </span>
            <QuantityField
              item={item}
              testId="points-quantity"
              value={typed}
              tried={tried}
              autoFocus={typed.text === ''}
              onChange={(next) => set(keyOf({ item, lot }), next)}
              onEnter={() => pick.current?.focus()}
            />
            <Button
              icon={<DeleteOutlined aria-hidden="true" />}
              aria-label={t('exchange.remove', { name: item.name })}
              onClick={() => set(keyOf({ item, lot }), null)}
            />
          </div>
        ))}
        <PickItem labels testId="points-pick" label={t('exchange.pick')} field={pick} onPick={add} />
      </section>
      <p data-testid="points-sum" role="status">
        <b>{t('exchange.sum', { need: count(neededFor(lines)), have: count(data?.balance ?? 0) })}</b>
      </p>
      <Failed failure={giving.failure} />
      <Button
        data-testid="points-give"
        className="form-save"
        type="primary"
        size="large"
        loading={giving.pending}
        onClick={() => void save()}
      >
        {t('exchange.confirm')} Ctrl+Enter
      </Button>
    </Page>
  );
};

/** What can be read of it; the books reckon again. */
const neededFor = (lines: readonly Line[]): number =>
  lines.reduce((sum, { item, typed }) => {
    const read = readQuantity(typed, item);
    return read.ok && item.pointsPrice !== null
      ? sum + pointsFor(item.pointsPrice, read.quantity, item.unitScale)
      : sum;
  }, 0);
