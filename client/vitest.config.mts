import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/**
 * Every test runs as the mini-program's code and as the browser's, which differ in the `.h5` twins;
 * `*.weapp.test` and `*.h5.test` only on theirs. Taro itself is replaced by the stand-ins in test/.
 */
function platform(name: 'weapp' | 'h5', other: string) {
  const twins = name === 'h5' ? ['.h5.tsx', '.h5.ts'] : []
  return {
    plugins: [react()],
    resolve: {
      extensions: [...twins, '.tsx', '.ts', '.mjs', '.js', '.json'],
      alias: { '@tarojs/components': at('./test/components.tsx'), '@tarojs/taro': at('./test/taro.ts') },
    },
    define: {
      'process.env.TARO_ENV': JSON.stringify(name),
      API_BASE: JSON.stringify(''),
      CONTRACTS: JSON.stringify('test'),
    },
    test: {
      name,
      env: { TARO_ENV: name },
      root: at('.'),
      environment: 'happy-dom' as const,
      // A phone's window, unless a test makes it wide.
      environmentOptions: { happyDOM: { width: 390, height: 844 } },
      include: ['src/**/*.test.{ts,tsx}'],
      exclude: [`src/**/*.${other}.test.{ts,tsx}`],
      setupFiles: [at('./test/setup.ts')],
      css: { modules: { classNameStrategy: 'non-scoped' as const } },
    },
  }
}

export default defineConfig({ test: { projects: [platform('weapp', 'h5'), platform('h5', 'weapp')] } })
