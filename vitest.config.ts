import { defineConfig, type ViteUserConfig } from 'vitest/config';

const config: ViteUserConfig = defineConfig({
  test: {
    projects: [
      // Beside the sources: no build, no processes.
      // pdf.js is large, and Node can load it as it is.
      {
        test: {
          name: 'src',
          include: ['src/**/*.test.ts'],
          server: { deps: { external: [/\/pdf\/vendor\//] } },
          // Ends what is quadratic on hostile text, also where the machine does much else.
          testTimeout: 30_000,
        },
      },
      // Against dist: the command line, the package, the fences, the evaluations.
      {
        test: {
          name: 'dist',
          include: ['test/**/*.test.ts', 'eval/**/*.test.ts'],
          globalSetup: ['test/support/build.ts'],
          testTimeout: 60_000,
        },
      },
    ],
  },
});

export default config;
