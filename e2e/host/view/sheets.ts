import { scopeSelector } from './scope.ts'

type Rules = { cssRules: CSSRuleList; deleteRule(index: number): void }

function rewrite(container: Rules, scope: number) {
  for (const rule of container.cssRules) {
    if (rule.constructor.name === 'CSSStyleRule') {
      const style = rule as CSSStyleRule
      style.selectorText = scopeSelector(style.selectorText, scope)
    } else if (rule.constructor.name !== 'CSSKeyframesRule' && 'cssRules' in rule)
      rewrite(rule as unknown as Rules, scope)
  }
}

/** Adds a sheet to a page's document, its selectors made to match that document. */
export function addSheet(document: Document, css: string, scope: number) {
  const style = document.createElement('style')
  style.textContent = css
  document.head.append(style)
  if (style.sheet) rewrite(style.sheet, scope)
  return style
}
