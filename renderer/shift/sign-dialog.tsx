// After the redemption, where the shop has it so: who collects writes the name by mouse, pad or finger. It is booked already; the slip
// is printed when this closes, signed or not.
import { Button, Modal } from 'antd';
import { useRef, useState, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { isSigned } from '../../db/domain/signature.ts';
import { mostPoints, mostStrokes } from '../../db/contract/signature.ts';
import { useCommand } from '../api/index.ts';
import { wordsOfCode } from '../i18n/words.ts';
import { Failed, Notice, useKeys } from '../ui/index.ts';
import './shift.css';

interface Props {
  readonly redemptionId: number;
  readonly number: string;
  readonly onClose: () => void;
}
type Point = [x: number, y: number];
const [width, height] = [640, 220];

export const SignDialog = ({ redemptionId, number, onClose }: Props) => {
  const { t } = useTranslation('shift');
  const { t: tAny } = useTranslation();
  const signing = useCommand('counter.sign');
  const [strokes, setStrokes] = useState<readonly Point[][]>([]);
  const [tried, setTried] = useState(false);
  const drawing = useRef(false);
  const points = strokes.reduce((sum, { length }) => sum + length, 0);
  /** Where the pen is, in the units of the frame, however large it is drawn. */
  const at = (event: PointerEvent<SVGSVGElement>): Point => {
    const box = event.currentTarget.getBoundingClientRect();
    const within = (part: number, whole: number, most: number): number =>
      Math.max(0, Math.min(most, Math.round(whole > 0 ? (part / whole) * most : part)));
    return [
      within(event.clientX - box.left, box.width, width),
      within(event.clientY - box.top, box.height, height),
    ];
  };
  const down = (event: PointerEvent<SVGSVGElement>): void => {
    if (strokes.length >= mostStrokes || points >= mostPoints) return;
    const first = at(event);
    drawing.current = true;
    setTried(false);
    setStrokes((now) => [...now, [first]]);
  };
  const move = (event: PointerEvent<SVGSVGElement>): void => {
    if (!drawing.current || points >= mostPoints) return;
    const next = at(event);
    setStrokes((now) => [...now.slice(0, -1), [...(now.at(-1) ?? []), next]]);
  };
  const up = (): void => {
    drawing.current = false;
  };
  const signed = isSigned(strokes, width);
  const save = (): void => {
    setTried(true);
    if (!signed || signing.pending) return;
    void signing
      .run({ redemptionId, strokes: strokes.map((stroke) => [...stroke]), width, height })
      .then((done) => done && onClose());
  };
  const empty = wordsOfCode(tAny, 'signature-empty');
  useKeys({ F9: save, 'Ctrl+Enter': save }, { inDialogs: true });
  return (
    <Modal
      open
      title={t('sign.title', { number })}
      footer={null}
      width={720}
      onCancel={onClose}
      closable={false}
      mask={{ closable: false }}
      destroyOnHidden
    >
      <div data-testid="sign-form">
        <p>{t('sign.hint')}</p>
        <svg
          role="img"
          aria-label={t('sign.pad')}
          data-testid="sign-pad"
          className="sign-pad"
          viewBox={`0 0 ${String(width)} ${String(height)}`}
          onPointerDown={down}
          onPointerMove={move}
          onPointerUp={up}
          onPointerLeave={up}
        >
          {strokes.map((stroke, index) => (
            <polyline key={index} points={stroke.map(([x, y]) => `${String(x)},${String(y)}`).join(' ')} />
          ))}
        </svg>
        {tried && !signed && (
          <Notice tone="warn" title={empty.title}>
            {empty.next}
          </Notice>
        )}
        <Failed failure={signing.failure} />
        <div className="button-row">
          <Button
            type="primary"
            size="large"
            data-testid="sign-save"
            loading={signing.pending}
            onClick={save}
          >
            {t('sign.save')} F9
          </Button>
          <Button size="large" data-testid="sign-clear" onClick={() => setStrokes([])}>
            {t('sign.clear')}
          </Button>
          <Button size="large" data-testid="sign-on-paper" onClick={onClose}>
            {t('sign.paper')} Esc
          </Button>
        </div>
      </div>
    </Modal>
  );
};
