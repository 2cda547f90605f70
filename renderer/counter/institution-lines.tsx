// The goods of an institution's list: scanned or found in one field, a quantity for each, the same for every resident.
import { Button, Input } from 'antd';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatQuantity, parseQuantity } from '../../db/domain/quantity.ts';
import { actErrorOf, read, useAct } from '../api/index.ts';
import { money } from '../i18n/format.ts';
import { wordsOfCode } from '../i18n/words.ts';
import { Money } from '../ui/index.ts';
import { PickList, type Meant } from '../ui/pick-list.tsx';
import { amountOf } from './account.ts';
import { lineKey, type Goods, type Line } from './till.ts';

interface Props {
  /** Of whose basket the books are asked what may be given; null: nobody can collect. */
  readonly voucherId: number | null;
  readonly lines: readonly Line[];
  readonly onLines: (lines: readonly Line[]) => void;
  readonly testId?: string;
}

export const InstitutionLines = ({ voucherId, lines, onLines, testId = 'institution' }: Props) => {
  const { t } = useTranslation('counter');
  const add = (goods: Goods): void => {
    const key = lineKey(goods);
    const known = lines.some((line) => lineKey(line.goods) === key);
    onLines(
      known
        ? lines.map((line) =>
            lineKey(line.goods) === key ? { goods, quantity: line.quantity + goods.perScan } : line,
          )
        : [...lines, { goods, quantity: goods.perScan }],
    );
  };
  return (
    <section aria-label={t('institution.goods')}>
      <h2>{t('institution.goods')}</h2>
      {voucherId !== null && <PickGoods voucherId={voucherId} onPick={add} testId={`${testId}-goods`} />}
      <ul className="institution-lines">
        {lines.map((line) => (
          <LineRow
            key={lineKey(line.goods)}
            line={line}
            testId={`${testId}-quantity`}
            onQuantity={(quantity) =>
              onLines(lines.map((each) => (each === line ? { ...each, quantity } : each)))
            }
            onRemove={() => onLines(lines.filter((each) => each !== line))}
          />
        ))}
      </ul>
    </section>
  );
};

interface LineRowProps {
  readonly line: Line;
  readonly testId: string;
  readonly onQuantity: (quantity: number) => void;
  readonly onRemove: () => void;
}

const LineRow = ({ line, testId, onQuantity, onRemove }: LineRowProps) => {
  const { t } = useTranslation('counter');
  const { goods, quantity } = line;
  const shown = formatQuantity(quantity, goods.unitScale);
  const [typed, setTyped] = useState<string | null>(null);
  const change = (text: string): void => {
    const parsed = parseQuantity(text, goods.unit);
    setTyped(text);
    if (parsed.ok && parsed.quantity > 0) onQuantity(parsed.quantity);
  };
  return (
    <li data-testid="institution-line">
      <b>{goods.name}</b> <span className="secondary">{goods.spec}</span>
      <Input
        data-testid={testId}
        aria-label={`${goods.name} ${t('basket.amount')}`}
        inputMode="decimal"
        maxLength={14}
        value={typed ?? shown}
        onChange={({ target }) => change(target.value)}
        onBlur={() => setTyped(null)}
      />
      <span>{goods.unit}</span>
      <Money fen={amountOf(line)} />
      <Button onClick={onRemove} aria-label={`${t('keys.remove')} ${goods.name}`}>
        {t('keys.remove')}
      </Button>
    </li>
  );
};

interface PickProps {
  readonly voucherId: number;
  readonly onPick: (goods: Goods) => void;
  readonly testId: string;
}

const PickGoods = ({ voucherId, onPick, testId }: PickProps) => {
  const { t } = useTranslation('counter');
  const { t: tAny } = useTranslation();
  const [search, setSearch] = useState('');
  const { data } = useAct(
    'counter.findGoods',
    { voucherIds: [voucherId], search },
    { enabled: search !== '' },
  );
  /** A barcode or code first; what is neither is looked for by its words. */
  const lookUp = useCallback(
    async (text: string): Promise<Meant<Goods>> => {
      try {
        return { pick: await read('counter.goods', { voucherIds: [voucherId], code: text }) };
      } catch (thrown) {
        const error = actErrorOf(thrown);
        if (error.kind !== 'refusal') throw thrown;
        if (error.code !== 'item-unknown') return { none: wordsOfCode(tAny, error.code, error.params).title };
      }
      const found = await read('counter.findGoods', { voucherIds: [voucherId], search: text.slice(0, 60) });
      const open = found.filter(({ available }) => available > 0);
      const [first, ...more] = open;
      if (!first) return { none: t('find.none') };
      return more.length === 0 ? { pick: first } : { choose: open };
    },
    [t, tAny, voucherId],
  );
  return (
    <PickList<Goods>
      label={t('institution.addGoods')}
      placeholder={t('institution.addGoodsHint')}
      testId={testId}
      found={(data ?? []).filter(({ available }) => available > 0)}
      foundFor={search}
      onSearch={setSearch}
      lookUp={lookUp}
      onPick={onPick}
      rowKey={({ itemId, lotId }) => `${String(itemId)}:${String(lotId)}`}
      render={(goods) => (
        <>
          <b>{goods.name}</b> {goods.spec}{' '}
          <span className="secondary">
            {goods.code} · {money(goods.priceFen)} / {goods.unit}
          </span>
        </>
      )}
    />
  );
};
