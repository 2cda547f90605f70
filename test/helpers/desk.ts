// What every stage in the window does with lists and papers, by keys and clicks.
import type { Drive } from './drive.ts';

/** Opens the first row of the list that is shown, by keys: once it is there. */
export const openFirstRow = async (drive: Drive): Promise<void> => {
  const table = drive.page.locator('.data-table').first();
  await table.locator('.ant-table-row').first().waitFor();
  await table.focus();
  await drive.page.keyboard.press('ArrowDown');
  await drive.page.keyboard.press('Enter');
};

/** The next paper is saved under this name; ends when the program says so. */
export const savePaper = async (
  drive: Drive,
  folder: string,
  fileName: string,
  button: string,
): Promise<void> => {
  await drive.saveInto(folder, fileName);
  await drive.byId(button).click();
  await drive.page.getByText(fileName).waitFor({ timeout: 120_000 });
};
