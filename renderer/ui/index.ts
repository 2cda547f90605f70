// What screens import to look like each other.
export { Choice, type Option } from './choice.tsx';
export { ConfirmFinal, type FinalFigure } from './confirm-final.tsx';
export { DataTable, type Column } from './data-table.tsx';
export { Failed } from './failed.tsx';
export { Day, Instant, Money, Quantity } from './figures.tsx';
export { FilterLine } from './filter-line.tsx';
export { enterMovesOn, FormField, type FieldProps } from './form-field.tsx';
export { ImportPage } from './import-page.tsx';
export { MonthChoice, monthAfter } from './month-choice.tsx';
export { Notice } from './notice.tsx';
export { Page, type KeyHelp } from './page.tsx';
export { PaperButtons } from './paper-buttons.tsx';
export { ProgressPanel } from './progress-panel.tsx';
export { SheetImport } from './sheet-import.tsx';
export { useKept, useSettled } from './use-kept.ts';
export { useKeys, type Keys } from './use-keys.ts';
