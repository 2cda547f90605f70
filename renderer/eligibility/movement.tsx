// The section 动态: opening + what came - what went = closing of any month, by category or community, as it will stand on the paper;
// printed only when every row ties.
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../db/contract/index.ts';
import { movementDifference } from '../../db/domain/cover-movement.ts';
import { monthOf } from '../../db/domain/business-day.ts';
import { useAct } from '../api/index.ts';
import { useSession } from '../app/session.tsx';
import { count, instant } from '../i18n/format.ts';
import '../reports/reports.css';
import {
  Choice,
  Failed,
  MonthChoice,
  monthAfter,
  Page,
  PaperButtons,
  useKept,
  useKeys,
} from '../ui/index.ts';
import './eligibility.css';

type Report = Output<'eligibility.movement'>;
type Row = Report['total'];
type By = 'category' | 'community' | 'total';

/** In the order of the paper; 增员 and 减员 count people only. */
const groups = [
  { name: 'opening', households: 'openingHouseholds', people: 'openingPeople' },
  { name: 'joined', households: 'joinedHouseholds', people: 'joinedPeople' },
  { name: 'movedIn', households: 'movedInHouseholds', people: 'movedInPeople' },
  { name: 'peopleJoined', households: null, people: 'peopleJoined' },
  { name: 'left', households: 'leftHouseholds', people: 'leftPeople' },
  { name: 'movedOut', households: 'movedOutHouseholds', people: 'movedOutPeople' },
  { name: 'peopleLeft', households: null, people: 'peopleLeft' },
  { name: 'closing', households: 'closingHouseholds', people: 'closingPeople' },
] as const;

const Movement = () => {
  const { t } = useTranslation('eligibility');
  const { status, may } = useSession();
  const [month, setMonth] = useKept('eligibility.month', monthOf(status.businessDay));
  const [by, setBy] = useKept<By>('eligibility.by', 'category');
  const { data: report, failure } = useAct('eligibility.movement', { month, by }, { keepPrevious: true });
  const step = (months: number) => (): void => setMonth(monthAfter(month, months));
  useKeys({
    'Alt+ArrowLeft': step(-1),
    'Alt+ArrowRight': step(1),
    F6: () => setBy('category'),
    F7: () => setBy('community'),
    F8: () => setBy('total'),
  });
  return (
    <Page
      title={t('movement.title')}
      keys={[
        { key: 'Alt+←  Alt+→', does: t('movement.month') },
        { key: 'F6', does: t('movement.bys.category') },
        { key: 'F7', does: t('movement.bys.community') },
        { key: 'F8', does: t('movement.bys.total') },
        { key: 'Ctrl+P', does: t('movement.print') },
      ]}
    >
      <div className="filter-line movement-choice">
        <Button
          aria-label={t('movement.previousMonth')}
          title={`${t('movement.previousMonth')} Alt+←`}
          onClick={step(-1)}
        >
          ◀
        </Button>
        <MonthChoice label={t('movement.month')} testId="movement-month" value={month} onChange={setMonth} />
        <Button
          aria-label={t('movement.nextMonth')}
          title={`${t('movement.nextMonth')} Alt+→`}
          onClick={step(1)}
        >
          ▶
        </Button>
        <Choice
          label={t('movement.by')}
          testId="movement-by"
          value={by}
          options={(['category', 'community', 'total'] as const).map((value) => ({
            value,
            label: t(`movement.bys.${value}`),
          }))}
          onChange={setBy}
        />
      </div>
      <Failed failure={failure} />
      {report && may('reports.print') && (
        <div className="report-papers" key={month}>
          <PaperButtons
            act="eligibility.printMovement"
            input={{ month, format: 'pdf' }}
            testId="movement-pdf"
            printKey="Ctrl+P"
            primary
            disabled={!report.ties}
            label={`${t('movement.print')} Ctrl+P`}
          />
          <PaperButtons
            act="eligibility.printMovement"
            input={{ month, format: 'xlsx' }}
            kind="sheet"
            testId="movement-xlsx"
            disabled={!report.ties}
            label={t('movement.saveXlsx')}
          />
        </div>
      )}
      {report && <MovementPaper report={report} by={by} />}
    </Page>
  );
};
export default Movement;

const MovementPaper = ({ report, by }: { readonly report: Report; readonly by: By }) => {
  const { t } = useTranslation('eligibility');
  const heading = by === 'community' ? t('community') : t('category');
  return (
    <article className="report-paper" data-testid="movement-paper">
      <h2>{t('movement.paperTitle')}</h2>
      <div className="report-head">
        <span>
          {t('movement.month')}: <b className="figure">{report.month}</b>
        </span>
        <span>{t('movement.asOf', { at: instant(report.asOf) })}</span>
        <span>{t('movement.unit')}</span>
      </div>
      {report.rows.length === 0 && <p>{t('movement.nothing')}</p>}
      <div className="report-scroll" tabIndex={0} role="group" aria-label={t(`movement.bys.${by}`)}>
        <table className="report-table" data-testid="movement-table">
          <caption>{t(`movement.bys.${by}`)}</caption>
          <thead>
            <tr>
              <th rowSpan={2} scope="col">
                {t('movement.row')}
              </th>
              <th rowSpan={2} scope="col">
                {heading}
              </th>
              {groups.map(({ name, households }) => (
                <th key={name} colSpan={households === null ? 1 : 2} scope="colgroup">
                  {t(`movement.groups.${name}`)}
                </th>
              ))}
              <th rowSpan={2} scope="col">
                {t('movement.check')}
              </th>
            </tr>
            <tr>
              {groups.flatMap(({ name, households }) => [
                ...(households === null
                  ? []
                  : [
                      <th key={`${name}-h`} scope="col">
                        {t('movement.householdsUnit')}
                      </th>,
                    ]),
                <th key={`${name}-p`} scope="col">
                  {t('movement.peopleUnit')}
                </th>,
              ])}
            </tr>
          </thead>
          {by !== 'total' && (
            <tbody>
              {report.rows.map((row, at) => (
                <Line key={row.key} number={String(at + 1)} name={row.name} row={row} />
              ))}
            </tbody>
          )}
          <tbody className="sum">
            <Line number="" name={t('movement.total')} row={report.total} />
          </tbody>
        </table>
      </div>
      <p className={report.ties ? 'ok' : 'off'} data-testid="movement-verdict">
        {report.ties ? `✔ ${t('movement.allTie', { n: report.rows.length })}` : `✖ ${t('movement.someOff')}`}
      </p>
      <Exits exits={report.exits} />
      <p className="report-note">{t('movement.definitions')}</p>
    </article>
  );
};

const Line = ({
  number,
  name,
  row,
}: {
  readonly number: string;
  readonly name: string;
  readonly row: Row;
}) => {
  const { t } = useTranslation('eligibility');
  const off = movementDifference(row);
  const ties = off.households === 0 && off.people === 0;
  return (
    <tr className={ties ? '' : 'does-not-tie'}>
      <td className="figure">{number}</td>
      <th scope="row">{name}</th>
      {groups.flatMap(({ name: group, households, people }) => [
        ...(households === null
          ? []
          : [
              <td key={`${group}-h`} className="figure">
                {count(row[households])}
              </td>,
            ]),
        <td key={`${group}-p`} className="figure">
          {count(row[people])}
        </td>,
      ])}
      <td className={ties ? 'ok' : 'off'}>{t(ties ? 'movement.ties' : 'movement.off')}</td>
    </tr>
  );
};

const Exits = ({ exits }: { readonly exits: Report['exits'] }) => {
  const { t } = useTranslation('eligibility');
  if (exits.length === 0) return <p>{t('movement.noExits')}</p>;
  return (
    <table className="small-table" data-testid="movement-exits">
      <caption>{t('movement.exits')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('movement.exits')}</th>
          <th scope="col" className="figure">
            {t('households')}
          </th>
          <th scope="col" className="figure">
            {t('persons')}
          </th>
        </tr>
      </thead>
      <tbody>
        {exits.map(({ reason, households, people }) => (
          <tr key={reason}>
            <th scope="row">{reason === '' ? t('movement.noReason') : reason}</th>
            <td className="figure">{count(households)}</td>
            <td className="figure">{count(people)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
