// What a packaged program does not let itself be told from outside. The fuses in electron-builder.yml refuse what is decided
// before any of our code runs; the rest is refused here, first of all (reliability.md §4).
import { app } from 'electron';

/** Each would let another program drive the window or put code into it. */
const refusedSwitches = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-debugging-targets',
  'remote-allow-origins',
  'auto-open-devtools-for-tabs',
  'load-extension',
  'disable-extensions-except',
  'disable-web-security',
  'host-rules',
  'host-resolver-rules',
  'proxy-server',
] as const;

/** Settings of development: which file is loaded as database addon, and a diary on the terminal. */
const refusedVariables = ['CHARITY_SQLITE_BINDING', 'CHARITY_LOG'] as const;

export const refuseOutsideControl = (): void => {
  if (!app.isPackaged) return;
  for (const name of refusedSwitches) app.commandLine.removeSwitch(name);
  for (const name of refusedVariables) Reflect.deleteProperty(process.env, name);
};
