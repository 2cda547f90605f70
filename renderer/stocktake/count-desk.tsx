// The counting desk: rests on a surface nobody can type into, so that a scanner works whatever the input method does; one thing at
// a time, in big letters.
import { Button } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useScannerListening } from '../app/scanner.ts';
import { PickItem } from '../goods/pick-item.tsx';
import { useScanner } from '../scanner/index.ts';
import { Failed, Notice, useKeys } from '../ui/index.ts';
import { ChooseLine } from './choose-line.tsx';
import { FigureForm } from './figure-form.tsx';
import { FoundForm } from './found-form.tsx';
import { roundFor, type Round } from './lines.ts';
import type { Counting } from './use-counting.ts';

interface Props {
  readonly counting: Counting;
  readonly twice: boolean;
  readonly round: Round;
}

export const CountDesk = ({ counting, twice, round }: Props) => {
  const { t } = useTranslation('stocktake');
  const { step, last, none, failure, pending, rest } = counting;
  useKeys({ Escape: rest, F4: counting.pickFound });
  return (
    <section className="count-desk" data-testid="count-desk" aria-label={t('title')}>
      {step.at === 'rest' && <Resting onScan={(text) => void counting.find(text)} />}
      {step.at === 'choose' && (
        <ChooseLine lines={step.lines} onChoose={(line) => void counting.choose(line)} />
      )}
      {step.at === 'figure' && (
        <FigureForm
          key={step.line.lineId}
          line={step.line}
          item={step.item}
          round={roundFor(step.line, twice, round)}
          twice={twice}
          pending={pending}
          onSave={(counted, reason) => void counting.enter(step.line, counted, reason)}
        />
      )}
      {step.at === 'pick' && (
        <>
          <p className="count-item">{t('found.title')}</p>
          <FoundPick onPick={counting.foundItem} />
        </>
      )}
      {step.at === 'found' && (
        <FoundForm
          key={step.item.id}
          item={step.item}
          pending={pending}
          onSave={(counted, expiryDay, reason) =>
            void counting.addFound(step.item, counted, expiryDay, reason)
          }
        />
      )}
      <Failed failure={failure} />
      {none !== null && <Notice tone="warn" title={t('desk.none', { text: none })} />}
      {last !== null && (
        <div data-testid="count-last">
          <Notice tone="done" title={last} />
        </div>
      )}
      {step.at !== 'rest' && (
        <Button onClick={rest} data-testid="count-back">
          {t('keys.back')} Esc
        </Button>
      )}
    </section>
  );
};

const Resting = ({ onScan }: { readonly onScan: (text: string) => void }) => {
  const { t } = useTranslation('stocktake');
  const { surface, ready, typing } = useScanner({ onScan: ({ text }) => onScan(text) });
  useScannerListening(ready);
  useEffect(() => surface.current?.focus({ preventScroll: true }), [surface]);
  return (
    <div
      ref={surface}
      tabIndex={0}
      role="group"
      aria-label={t('desk.sign')}
      className="count-surface"
      data-testid="count-surface"
    >
      <p className="count-sign">{t('desk.sign')}</p>
      <p className="count-hint">{t('desk.hint')}</p>
      {typing !== '' && (
        <p className="count-typing" role="status">
          {t('desk.typing')}: <b>{typing}</b>
        </p>
      )}
    </div>
  );
};

const FoundPick = ({ onPick }: { readonly onPick: Counting['foundItem'] }) => {
  const { t } = useTranslation('stocktake');
  useEffect(() => document.querySelector<HTMLElement>('[data-testid="found-item"]')?.focus(), []);
  return <PickItem testId="found-item" label={t('found.add')} onPick={(item) => onPick(item)} />;
};
