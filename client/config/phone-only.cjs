/** What a mini-program never shows: rules of a wide window, of paper, and of the keyboard's focus. */
module.exports = () => ({
  postcssPlugin: 'phone-only',
  OnceExit(root) {
    root.walkAtRules('media', (rule) => {
      if (/^print$|min-width/.test(rule.params)) rule.remove()
    })
    root.walkRules((rule) => {
      if (rule.selectors.every((selector) => selector.includes(':focus-visible'))) rule.remove()
    })
  },
})
module.exports.postcss = true
