// A new stocktake: where, which goods, blind or not, once or twice. The shop stays open.
import { Button, Checkbox, Input, Radio } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { SHOP_FLOOR } from '../../db/domain/places.ts';
import { useAct, useCommand } from '../api/index.ts';
import { Choice, enterMovesOn, Failed, FormField, Notice, Page, useKeys } from '../ui/index.ts';

export const OpenStocktake = () => {
  const { t } = useTranslation('stocktake');
  const navigate = useNavigate();
  const places = useAct('stock.places', {});
  const goods = useAct('goods.list', { limit: 1 });
  const open = useCommand('stocktake.open');
  const [placeId, setPlaceId] = useState(SHOP_FLOOR);
  const [whole, setWhole] = useState(true);
  const [categories, setCategories] = useState<readonly string[]>([]);
  const [blind, setBlind] = useState(true);
  const [twice, setTwice] = useState(false);
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const missing = !whole && categories.length === 0;
  const back = (): void => void navigate('..', { relative: 'path' });
  useKeys({ Escape: back });
  useEffect(() => document.querySelector<HTMLElement>('[data-testid="stocktake-place"]')?.focus(), []);
  const start = async (): Promise<void> => {
    setTried(true);
    if (missing) return;
    const made = await open.run({
      placeId,
      categories: whole ? null : [...categories],
      blind,
      twice,
      note,
    });
    if (made) void navigate(`../${made.stocktakeId}`, { relative: 'path', replace: true });
  };
  return (
    <Page
      title={t('new')}
      keys={[
        { key: 'Ctrl+Enter', does: t('form.open') },
        { key: 'Esc', does: t('back', { ns: 'common' }) },
      ]}
    >
      <Notice tone="info" title={t('form.tradeGoesOn')} />
      <form
        className="office-section"
        onKeyDown={enterMovesOn(() => void start())}
        onSubmit={(event) => event.preventDefault()}
      >
        <FormField label={t('form.place')} required>
          {(field) => (
            <Choice
              field={field}
              testId="stocktake-place"
              value={String(placeId)}
              options={(places.data ?? [])
                .filter(({ active }) => active)
                .map((place) => ({ value: String(place.placeId), label: place.name }))}
              onChange={(value) => setPlaceId(Number(value))}
            />
          )}
        </FormField>
        <FormField
          label={t('form.scope')}
          required
          mistake={tried && missing ? t('form.categoriesMissing') : undefined}
        >
          {({ id }) => (
            <div id={id} role="group" aria-label={t('form.scope')}>
              <Radio.Group value={whole} onChange={(event) => setWhole(event.target.value === true)}>
                <Radio value={true}>{t('form.whole')}</Radio>
                <Radio value={false} data-testid="stocktake-some">
                  {t('form.some')}
                </Radio>
              </Radio.Group>
              {!whole && (
                <div role="group" aria-label={t('form.categories')} className="stocktake-categories">
                  {(goods.data?.categories ?? []).map((name) => (
                    <Checkbox
                      key={name}
                      data-testid={`stocktake-category-${name}`}
                      checked={categories.includes(name)}
                      onChange={(event) =>
                        setCategories(
                          event.target.checked
                            ? [...categories, name]
                            : categories.filter((each) => each !== name),
                        )
                      }
                    >
                      {name}
                    </Checkbox>
                  ))}
                </div>
              )}
            </div>
          )}
        </FormField>
        <p>
          <Checkbox
            data-testid="stocktake-blind"
            checked={blind}
            onChange={(event) => setBlind(event.target.checked)}
          >
            {t('form.blind')}
          </Checkbox>
        </p>
        <p>
          <Checkbox
            data-testid="stocktake-twice"
            checked={twice}
            onChange={(event) => setTwice(event.target.checked)}
          >
            {t('form.twice')}
          </Checkbox>
        </p>
        <FormField label={t('form.note')}>
          {({ status, ...field }) => (
            <Input
              {...field}
              status={status}
              data-testid="stocktake-note"
              autoComplete="off"
              maxLength={100}
              value={note}
              onChange={(event) => setNote(event.target.value)}
            />
          )}
        </FormField>
        <Failed failure={places.failure ?? goods.failure ?? open.failure} />
        <Button
          data-testid="stocktake-open"
          className="form-save"
          type="primary"
          size="large"
          loading={open.pending}
          onClick={() => void start()}
        >
          {t('form.open')} Ctrl+Enter
        </Button>
      </form>
    </Page>
  );
};
