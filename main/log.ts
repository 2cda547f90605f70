// The program's own diary: incidents, restarts, faults. Never what anybody typed, never personal data.
import electronLog from 'electron-log/main.js';

electronLog.transports.file.maxSize = 2 * 1024 * 1024;
electronLog.transports.console.level = process.env['CHARITY_LOG'] === 'console' ? 'info' : false;

export const log: Pick<typeof electronLog, 'info' | 'warn' | 'error'> = electronLog;
