import { defineConfig } from '@playwright/test';

export default defineConfig({
  fullyParallel: true,
  reporter: 'list',
  // CHROMIUM: a browser that is on the machine; without it, the one that Playwright has installed.
  use: { launchOptions: { executablePath: process.env['CHROMIUM'] } },
});
