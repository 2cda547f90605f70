// What became of a paper, said three ways: colour, shape and word (never colour alone). Nothing is shown of one in force.
import { useTranslation } from 'react-i18next';
import './office.css';

const signs = { stop: '✖', warn: '▲', done: '✔', info: '●' } as const;

/** A word about a record with its sign: red ✖ ended, amber ▲ waits for somebody, green ✔ settled, grey ● for information. */
export const StateTag = ({ tone, word }: { readonly tone: keyof typeof signs; readonly word: string }) => (
  <span className={`state-tag ${tone}`}>
    <span aria-hidden="true">{signs[tone]}</span> {word}
  </span>
);

export type EndedHow = 'void' | 'red' | 'reversed';

/** 作废, 红冲 or 已撤销 beside the number of a paper that was taken back; null: it counts, nothing is shown. */
export const ReverseMark = ({ how }: { readonly how: EndedHow | null }) => {
  const { t } = useTranslation();
  return how === null ? null : <StateTag tone="stop" word={t(`marks.${how}`)} />;
};

/** 待复核: another person has to confirm it first. */
export const WaitingTag = () => {
  const { t } = useTranslation();
  return <StateTag tone="warn" word={t('marks.waiting')} />;
};
