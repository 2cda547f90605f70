// The books' answer about one line in words, and the one thing that solves it: fair value with its reason, the evidence kept with a
// note, a reason to take short-dated goods, or not taking them.
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Reason } from '../../db/contract/act.ts';
import { formatYuan } from '../../db/domain/money.ts';
import { money } from '../i18n/format.ts';
import { wordsOfCode } from '../i18n/words.ts';
import { withBasis } from './draft.ts';
import type { LineProps } from './gift-lines.tsx';
import { standing } from './line-answers.ts';
import { LineField } from './line-field.tsx';

export const LineAnswers = (props: LineProps) => {
  const { t } = useTranslation('donations');
  const { line, answers } = props;
  const reasons = standing(answers, line);
  const short = reasons.some(({ code }) => code === 'shelf-life-short');
  return (
    <>
      {reasons.map((reason) => (
        <Answer key={`${reason.code} ${reason.field ?? ''}`} {...props} reason={reason} />
      ))}
      {(short || line.acceptanceReason !== '') && (
        <div className="gift-line-more">
          <LineField {...props} part="acceptanceReason" label={t('form.acceptanceReason')} required={short} />
        </div>
      )}
    </>
  );
};

const Answer = (props: LineProps & { readonly reason: Reason }) => {
  const { t, i18n } = useTranslation('donations');
  const { reason } = props;
  const said = wordsOfCode(i18n.t, reason.code, reason.params);
  return (
    <div className="notice warn gift-line-answer" role="alert" data-testid={`line-answer-${reason.code}`}>
      <span className="notice-sign" aria-hidden="true">
        ▲
      </span>
      <div className="notice-body">
        <strong className="notice-title">{said.title}</strong>
        <div>{said.detail.join(' · ')}</div>
        <div className="notice-next">{said.next}</div>
        {reason.code === 'value-far-from-fair' && <FarFromFair {...props} />}
        {(reason.code === 'shelf-life-over' || reason.code === 'shelf-life-short') && (
          <div className="button-row">
            <Button
              data-testid="line-refuse"
              onClick={() =>
                props.onRefuse(
                  props.line.key,
                  t(reason.code === 'shelf-life-over' ? 'form.refusedExpired' : 'form.refusedShort'),
                )
              }
            >
              {t('form.refuseLine')}
            </Button>
          </div>
        )}
      </div>
    </div>
  );
};

const FarFromFair = ({ line, reason, onChange, onFocusField }: LineProps & { readonly reason: Reason }) => {
  const { t } = useTranslation('donations');
  const fair = reason.params?.['listFen'];
  const fen = typeof fair === 'number' ? fair : null;
  return (
    <div className="button-row">
      <Button
        data-testid="line-take-fair"
        onClick={() => {
          onChange(line.key, {
            ...withBasis(line, 'fair-value'),
            value: fen === null ? '' : formatYuan(fen).replaceAll(',', ''),
            basisNote: '',
          });
          onFocusField(`${line.key}.basisNote`);
        }}
      >
        {t('form.takeFair', { fen: money(fen) })}
      </Button>
      <Button
        data-testid="line-keep-evidence"
        onClick={() => {
          onChange(line.key, { keepEvidence: true, basisNote: '' });
          onFocusField(`${line.key}.basisNote`);
        }}
      >
        {t('form.keepEvidence')}
      </Button>
    </div>
  );
};
