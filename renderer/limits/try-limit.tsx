// 试算: a household's number, Enter, and what it may still take today by each rule. Changes nothing.
import { Button, Input, type InputRef } from 'antd';
import { useRef, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../api/index.ts';
import { day } from '../i18n/format.ts';
import { Failed } from '../ui/index.ts';
import { amountWords } from './limit-words.ts';

/** The field, and how a key reaches it. */
export const useTryField = () => {
  const field = useRef<InputRef>(null);
  return { field, focus: () => field.current?.focus() };
};

export const TryLimit = ({ field }: { readonly field: RefObject<InputRef | null> }) => {
  const { t } = useTranslation('limits');
  const [typed, setTyped] = useState('');
  const [number, setNumber] = useState('');
  const { data, failure } = useAct('limits.left', { householdNumber: number }, { enabled: number !== '' });
  const ask = (): void => setNumber(typed.trim());
  const unknown = failure?.kind === 'refusal' && failure.code === 'not-found';
  return (
    <section className="office-section" aria-label={t('try.title')}>
      <div className="limit-try">
        <label htmlFor="limit-try">{t('try.title')}</label>
        <Input
          id="limit-try"
          ref={field}
          data-testid="limit-try"
          className="figure"
          style={{ width: 180 }}
          placeholder={t('try.number')}
          autoComplete="off"
          maxLength={60}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onPressEnter={(event) => !event.nativeEvent.isComposing && ask()}
        />
        <Button data-testid="limit-try-ask" onClick={ask}>
          {t('try.ask')}
        </Button>
      </div>
      {unknown ? (
        <p role="alert" data-testid="limit-try-none">
          ✖ {t('try.none', { number })}
        </p>
      ) : (
        <Failed failure={failure} />
      )}
      {data && number !== '' && (
        <div data-testid="limit-try-answer" role="status">
          <p>
            {t('try.household', {
              number: data.number,
              name: data.headName,
              category: data.category,
              members: data.members,
            })}
          </p>
          {data.limits.length === 0 && <p>{t('try.nothing')}</p>}
          <ul className="limit-left">
            {data.limits.map((limit) => (
              <li key={limit.ruleId} data-testid="limit-left">
                <b>{t('try.of', { name: limit.name, left: amountWords(t, limit, limit.left) })}</b>{' '}
                <span className="secondary">
                  {t('try.facts', {
                    limit: amountWords(t, limit, limit.limit),
                    used: amountWords(t, limit, limit.used),
                    day: day(limit.againDay),
                  })}
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
};
