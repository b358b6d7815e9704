/**
 * The command that runs npm with these arguments: the npm that started us, or the one in PATH.
 * Its file is run by name, since `npm` is a batch file on Windows.
 * @param {...string} args
 */
export function npm(...args) {
  const file = process.env['npm_execpath']
  return file?.endsWith('.js') ? [process.execPath, file, ...args] : ['npm', ...args]
}
